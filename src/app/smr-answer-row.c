#include "config.h"

#include "smr-answer-row.h"

#include <glib/gi18n.h>

#include "smr-answer-words.h"
#include "smr-follow-ups.h"
#include "smr-outcome.h"

struct _SmrAnswerRow
{
  AdwPreferencesRow   parent_instance;

  SmrCatalogue       *catalogue;
  const SmrCondition *condition;
  const char         *language;
  SmrAnswer          *answer;           /* what the widgets say */
  SmrAnswer          *offer;            /* (nullable): of the last form, to be confirmed */
  SmrDate             born;
  SmrDate             today;
  gboolean            brief;            /* of a quick check: no follow-ups, what a yes means is said instead */
  gboolean            editable;
  gboolean            filling;          /* the widgets are being set, not used */

  GtkBox             *question_box;
  GtkLabel           *question_label;
  GtkLabel           *before_label;
  GtkLabel           *origin_label;
  GtkLabel           *details_label;
  GtkWidget          *offer_box;
  GtkLabel           *offer_label;
  GtkWidget          *confirm_button;
  AdwToggleGroup     *reply_group;
  GtkLabel           *reply_label;
  GtkRevealer        *follow_up_revealer;
  GtkLabel           *open_label;
};

G_DEFINE_FINAL_TYPE (SmrAnswerRow, smr_answer_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (SmrAnswerRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- where an answer comes from --------------------------------------------------------------------------- */

static char *
describe_origin (SmrAnswerRow *self)
{
  g_autofree char *day = self->answer->as_of != SMR_DATE_NONE ? smr_date_format (self->answer->as_of) : NULL;

  if (day != NULL)
    return g_strdup_printf (self->answer->with_rest ? _("As on %s, confirmed together with the rest") : _("As on %s, confirmed"), day);
  return g_strdup (self->answer->with_rest ? _("Answered together with the rest") : "");
}

static void
show_origin (SmrAnswerRow *self)
{
  g_autofree char *origin = describe_origin (self);

  gtk_label_set_label (self->origin_label, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_label), *origin != '\0');
}

/* What the last form said stands beside the question, not in the reply: it is no answer yet. */
static void
show_offer (SmrAnswerRow *self)
{
  gboolean waits = self->offer != NULL && self->answer->reply == SMR_REPLY_UNANSWERED;

  gtk_widget_set_visible (GTK_WIDGET (self->offer_box), waits);
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), !waits && self->answer->as_of == SMR_DATE_NONE &&
                                                             *gtk_label_get_label (self->before_label) != '\0');
}

/* --- follow-ups ------------------------------------------------------------------------------------------- */

static void
follow_up_changed_cb (SmrAnswerRow *self)
{
  /* What is corrected is given here. */
  self->answer->as_of = SMR_DATE_NONE;
  self->answer->with_rest = FALSE;
  show_origin (self);
  changed (self);
}

/* Enter goes on: to what this row still lacks, or to the next row. */
static void
follow_up_done_cb (SmrAnswerRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->open_label)) ||
      !gtk_widget_child_focus (gtk_revealer_get_child (self->follow_up_revealer), GTK_DIR_TAB_FORWARD))
    g_signal_emit (self, signals[ANSWERED], 0);
}

static GtkWidget *
make_follow_ups (SmrAnswerRow *self)
{
  GtkWidget *box = self->brief ? smr_follow_ups_new_for_check (self->catalogue, self->condition, self->language, self->answer)
                               : smr_follow_ups_new (self->catalogue, self->condition, self->language, self->answer, self->born, self->today);

  g_signal_connect_object (box, "changed", G_CALLBACK (follow_up_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "done", G_CALLBACK (follow_up_done_cb), self, G_CONNECT_SWAPPED);
  return box;
}

/* Most rows are never opened, so their follow-ups are only made when they are. */
static void
update_follow_ups (SmrAnswerRow *self)
{
  gboolean open = self->editable && (self->brief || self->condition->follow_ups != 0) &&
                  (self->answer->reply == SMR_REPLY_YES || self->answer->reply == SMR_REPLY_NOT_SURE);

  /* First the child, then the revealing: else it could not take the focus yet. */
  if (open && gtk_revealer_get_child (self->follow_up_revealer) == NULL)
    gtk_revealer_set_child (self->follow_up_revealer, make_follow_ups (self));
  gtk_revealer_set_reveal_child (self->follow_up_revealer, open);
}

/* --- reply ------------------------------------------------------------------------------------------------ */

static void
set_reply (SmrAnswerRow *self)
{
  if (self->answer->reply == SMR_REPLY_UNANSWERED)
    adw_toggle_group_set_active (self->reply_group, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (self->reply_group, smr_reply_to_string (self->answer->reply));
}

/* On a form that was signed, words say more than switches that cannot be used. */
static void
show_words (SmrAnswerRow *self)
{
  gboolean more = !self->editable && self->answer->reply != SMR_REPLY_NO && self->answer->reply != SMR_REPLY_UNANSWERED;
  g_autofree char *details = more ? smr_answer_describe (self->catalogue, self->condition, self->answer, self->language) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->reply_group), self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->reply_label), !self->editable);
  gtk_label_set_label (self->reply_label, smr_reply_get_label (self->answer->reply));
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), details != NULL);
  gtk_label_set_label (self->details_label, details != NULL ? details : "");
}

static void
show_reply (SmrAnswerRow *self)
{
  show_origin (self);
  show_offer (self);
  show_words (self);
  update_follow_ups (self);
}

/* With all that belongs to it, shown without "changed". */
static void
put_answer (SmrAnswerRow *self, SmrAnswer *answer)
{
  gtk_revealer_set_child (self->follow_up_revealer, NULL);
  smr_answer_free (self->answer);
  self->answer = answer;
  self->filling = TRUE;
  set_reply (self);
  show_reply (self);
  self->filling = FALSE;
}

static void
confirm (SmrAnswerRow *self)
{
  put_answer (self, smr_answer_copy (self->offer));
  changed (self);
}

static void
confirm_cb (SmrAnswerRow *self)
{
  confirm (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
reply_changed_cb (SmrAnswerRow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->reply_group);
  SmrReply reply = SMR_REPLY_UNANSWERED;

  if (self->filling)
    return;
  if (name != NULL)
    smr_reply_from_string (name, &reply);
  /* The same again brings along what was said with it. */
  if (self->offer != NULL && self->answer->reply == SMR_REPLY_UNANSWERED && reply == self->offer->reply)
    {
      confirm (self);
      return;
    }
  self->answer->reply = reply;
  self->answer->as_of = SMR_DATE_NONE;
  self->answer->with_rest = FALSE;
  show_reply (self);
  changed (self);
}

static gboolean
reply_with_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrAnswerRow *self = SMR_ANSWER_ROW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *follow_ups = gtk_revealer_get_child (self->follow_up_revealer);

  /* Letters typed into a follow-up are text. */
  if (!self->editable || (focus != NULL && follow_ups != NULL && gtk_widget_is_ancestor (focus, follow_ups)))
    return FALSE;
  adw_toggle_group_set_active_name (self->reply_group, g_variant_get_string (args, NULL));
  if (self->brief || !gtk_revealer_get_reveal_child (self->follow_up_revealer) || self->answer->as_of != SMR_DATE_NONE ||
      !gtk_widget_grab_focus (gtk_revealer_get_child (self->follow_up_revealer)))
    g_signal_emit (self, signals[ANSWERED], 0);
  return TRUE;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_answer_row_dispose (GObject *object)
{
  SmrAnswerRow *self = SMR_ANSWER_ROW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ANSWER_ROW);
  g_clear_pointer (&self->answer, smr_answer_free);
  g_clear_pointer (&self->offer, smr_answer_free);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);

  G_OBJECT_CLASS (smr_answer_row_parent_class)->dispose (object);
}

static void
smr_answer_row_class_init (SmrAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_answer_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, question_box);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, before_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, origin_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, offer_box);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, offer_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, reply_group);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, reply_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, follow_up_revealer);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, open_label);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, 0, reply_with_key_cb, "s", "yes");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, reply_with_key_cb, "s", "no");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, reply_with_key_cb, "s", "not_sure");
}

static void
smr_answer_row_init (SmrAnswerRow *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SmrAnswerRow *
new_row (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrText *text, const char *language, SmrAnswer *answer)
{
  SmrAnswerRow *self = g_object_new (SMR_TYPE_ANSWER_ROW, NULL);
  const char *question = smr_text_get (text, language);

  self->catalogue = smr_catalogue_ref (catalogue);
  self->condition = condition;
  self->language = language;
  self->answer = answer;

  self->filling = TRUE;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), question);
  gtk_label_set_label (self->question_label, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reply_group), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  /* A toggle group would begin with its first toggle, and that is "Yes". */
  set_reply (self);
  show_reply (self);
  self->filling = FALSE;
  g_signal_connect_object (self->reply_group, "notify::active-name", G_CALLBACK (reply_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SmrAnswerRow *
smr_answer_row_new (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language, const SmrAnswer *answer,
                    SmrDate born, SmrDate today)
{
  SmrAnswerRow *self = new_row (catalogue, condition, condition->question, language, smr_answer_new (condition->id, SMR_REPLY_UNANSWERED));

  self->born = born;
  self->today = today;
  if (answer != NULL)
    put_answer (self, smr_answer_copy (answer));
  return self;
}

SmrAnswerRow *
smr_answer_row_new_for_check (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language)
{
  const SmrText *question = condition->check_question != NULL ? condition->check_question : condition->question;
  SmrAnswerRow *self = new_row (catalogue, condition, question, language, smr_answer_new (condition->id, SMR_REPLY_UNANSWERED));

  self->brief = TRUE;
  return self;
}

const SmrCondition *
smr_answer_row_get_condition (SmrAnswerRow *self)
{
  return self->condition;
}

void
smr_answer_row_set_before (SmrAnswerRow *self, const SmrAnswer *before)
{
  g_autofree char *words = smr_answer_describe (self->catalogue, self->condition, before, self->language);
  g_autofree char *text = g_strdup_printf (_("On the form before: %s"), words);

  gtk_label_set_label (self->before_label, text);
  show_offer (self);
}

void
smr_answer_row_set_offer (SmrAnswerRow *self, const SmrAnswer *offer)
{
  g_autofree char *day = smr_date_format (offer->as_of);
  g_autofree char *words = smr_answer_describe (self->catalogue, self->condition, offer, self->language);
  /* Translators: a date and an answer: "As on 3 May 2026: No" */
  g_autofree char *text = g_strdup_printf (_("As on %s: %s"), day, words);

  self->offer = smr_answer_copy (offer);
  gtk_label_set_label (self->offer_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  show_offer (self);
}

SmrAnswer *
smr_answer_row_dup_answer (SmrAnswerRow *self)
{
  return self->answer->reply != SMR_REPLY_UNANSWERED ? smr_answer_copy (self->answer) : NULL;
}

void
smr_answer_row_take_answer (SmrAnswerRow *self, SmrAnswer *answer)
{
  put_answer (self, answer != NULL ? answer : smr_answer_new (self->condition->id, SMR_REPLY_UNANSWERED));
}

void
smr_answer_row_set_editable (SmrAnswerRow *self, gboolean editable)
{
  self->editable = editable;
  show_reply (self);
}

void
smr_answer_row_set_narrow (SmrAnswerRow *self, gboolean narrow)
{
  /* A word that is only read stays beside its question. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->question_box),
                                  narrow && self->editable ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->reply_group), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
}

void
smr_answer_row_show_missing (SmrAnswerRow *self, guint missing)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (missing & SMR_FOLLOW_UP_SITES)
    g_ptr_array_add (parts, _("where"));
  if (missing & SMR_FOLLOW_UP_DATE)
    g_ptr_array_add (parts, _("when"));
  if (missing & SMR_FOLLOW_UP_WEEKS)
    g_ptr_array_add (parts, _("weeks"));
  if (missing & SMR_FOLLOW_UP_HEALED)
    g_ptr_array_add (parts, _("healed or not"));
  if (missing & SMR_FOLLOW_UP_FACTS)
    g_ptr_array_add (parts, _("what is true"));
  if (missing & SMR_FOLLOW_UP_TEXT)
    g_ptr_array_add (parts, _("what exactly"));
  if (missing & SMR_FOLLOW_UP_READING)
    g_ptr_array_add (parts, _("last reading"));

  gtk_widget_set_visible (GTK_WIDGET (self->open_label), parts->len > 0);
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  text = g_strdup_printf (_("Still open: %s"), list);
  gtk_label_set_label (self->open_label, text);
}

void
smr_answer_row_focus (SmrAnswerRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
