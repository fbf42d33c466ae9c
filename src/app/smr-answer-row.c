#include "config.h"

#include "smr-answer-row.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"

struct _SmrAnswerRow
{
  AdwPreferencesRow   parent_instance;

  SmrCatalogue       *catalogue;
  const SmrCondition *condition;
  const char         *language;
  SmrAnswer          *answer;           /* what the widgets say */
  gboolean            brief;            /* of a quick check: no follow-ups, what a yes means is said instead */
  gboolean            editable;
  gboolean            filling;          /* the widgets are being set, not used */

  GtkBox             *question_box;
  GtkLabel           *question_label;
  GtkLabel           *before_label;
  GtkLabel           *rest_label;
  AdwToggleGroup     *reply_group;
  GtkRevealer        *follow_up_revealer;
  GtkBox             *follow_up_box;
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

/* --- follow-ups ------------------------------------------------------------------------------------------- */

/* Label above, widget below, "Not known" beside: the frame of every follow-up. */
static GtkWidget *
add_follow_up (SmrAnswerRow *self, const char *title, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (self->follow_up_box, box);
  return box;
}

static void
not_known_toggled_cb (GtkCheckButton *check, SmrAnswerRow *self)
{
  guint bit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "follow-up"));

  if (gtk_check_button_get_active (check))
    self->answer->not_known |= bit;
  else
    self->answer->not_known &= ~bit;
  changed (self);
}

/* What was given after all is known. Of facts some may be known and others not. */
static void
forget_not_known (SmrAnswerRow *self, SmrFollowUp follow_up)
{
  GtkWidget *frame;

  for (frame = gtk_widget_get_first_child (GTK_WIDGET (self->follow_up_box)); frame != NULL; frame = gtk_widget_get_next_sibling (frame))
    {
      GtkWidget *check = gtk_widget_get_last_child (frame);

      if (GTK_IS_CHECK_BUTTON (check) && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "follow-up")) == follow_up)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
}

static void
add_not_known (SmrAnswerRow *self, GtkWidget *box, SmrFollowUp follow_up)
{
  GtkWidget *check = gtk_check_button_new_with_label (_("Not known"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (self->answer->not_known & follow_up) != 0);
  g_object_set_data (G_OBJECT (check), "follow-up", GUINT_TO_POINTER (follow_up));
  g_signal_connect (check, "toggled", G_CALLBACK (not_known_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);
}

/* Enter goes on: to what this row still lacks, or to the next row. */
static void
entry_activate_cb (SmrAnswerRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->open_label)) ||
      !gtk_widget_child_focus (GTK_WIDGET (self->follow_up_box), GTK_DIR_TAB_FORWARD))
    g_signal_emit (self, signals[ANSWERED], 0);
}

static void
text_changed_cb (GtkEditable *editable, SmrAnswerRow *self)
{
  g_set_str (&self->answer->text, gtk_editable_get_text (editable));
  if (*self->answer->text != '\0')
    forget_not_known (self, SMR_FOLLOW_UP_TEXT);
  changed (self);
}

static void
add_text (SmrAnswerRow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), SMR_TEXT_MAX_CHARS);
  gtk_editable_set_text (GTK_EDITABLE (entry), self->answer->text);
  g_signal_connect (entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  add_not_known (self, add_follow_up (self, _("What exactly, and which medicine"), entry), SMR_FOLLOW_UP_TEXT);
}

static void
date_changed_cb (GtkEditable *editable, SmrAnswerRow *self)
{
  const char *text = gtk_editable_get_text (editable);
  gboolean valid;

  self->answer->date = SMR_DATE_NONE;
  valid = *text == '\0' || smr_date_parse (text, &self->answer->date);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (self->answer->date != SMR_DATE_NONE)
    forget_not_known (self, SMR_FOLLOW_UP_DATE);
  changed (self);
}

static void
add_date (SmrAnswerRow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  if (self->answer->date != SMR_DATE_NONE)
    {
      g_autofree char *text = smr_date_to_string (self->answer->date);

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
  g_signal_connect (entry, "changed", G_CALLBACK (date_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  add_not_known (self, add_follow_up (self, _("Since when, or when last"), entry), SMR_FOLLOW_UP_DATE);
}

static void
weeks_changed_cb (GtkSpinButton *spin, SmrAnswerRow *self)
{
  self->answer->weeks = gtk_spin_button_get_value_as_int (spin);
  if (self->answer->weeks >= 0)
    forget_not_known (self, SMR_FOLLOW_UP_WEEKS);
  changed (self);
}

/* -1 is shown as empty: no figure is put into the client's mouth. */
static gboolean
show_weeks_cb (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) >= 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  return TRUE;
}

static int
read_weeks_cb (GtkSpinButton *spin, double *weeks)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (spin)) != '\0')
    return FALSE;
  *weeks = -1;
  return TRUE;
}

static void
add_weeks (SmrAnswerRow *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (-1, 45, 1);

  g_signal_connect (spin, "output", G_CALLBACK (show_weeks_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (read_weeks_cb), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), self->answer->weeks);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  g_signal_connect (spin, "value-changed", G_CALLBACK (weeks_changed_cb), self);
  add_not_known (self, add_follow_up (self, _("Weeks of pregnancy"), spin), SMR_FOLLOW_UP_WEEKS);
}

static void
healed_changed_cb (AdwToggleGroup *group, GParamSpec *pspec, SmrAnswerRow *self)
{
  const char *name = adw_toggle_group_get_active_name (group);

  self->answer->healed_and_sealed = SMR_REPLY_UNANSWERED;
  if (name != NULL)
    smr_reply_from_string (name, &self->answer->healed_and_sealed);
  changed (self);
}

static void
add_toggle (AdwToggleGroup *group, const char *name, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (group, toggle);
}

static void
set_reply (AdwToggleGroup *group, SmrReply reply)
{
  if (reply == SMR_REPLY_UNANSWERED)
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (group, smr_reply_to_string (reply));
}

static void
add_healed (SmrAnswerRow *self)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  add_toggle (group, "yes", _("Yes"));
  add_toggle (group, "no", _("No"));
  add_toggle (group, "not_sure", _("Not sure"));
  set_reply (group, self->answer->healed_and_sealed);
  gtk_widget_set_halign (GTK_WIDGET (group), GTK_ALIGN_START);
  g_signal_connect (group, "notify::active-name", G_CALLBACK (healed_changed_cb), self);
  add_follow_up (self, _("Fully healed, skin closed"), GTK_WIDGET (group));
}

static void
fact_toggled_cb (GtkCheckButton *check, SmrAnswerRow *self)
{
  const char *fact = g_object_get_data (G_OBJECT (check), "fact");

  smr_answer_set_fact (self->answer, fact, gtk_check_button_get_active (check));
  changed (self);
}

static GtkWidget *
new_facts (SmrAnswerRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < self->condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (self->condition->facts, SmrFact, i);
      GtkWidget *check, *label;

      if (self->brief && !fact->every_session)
        continue;
      check = gtk_check_button_new ();
      label = gtk_label_new (smr_text_get (fact->text, self->language));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), smr_answer_has_fact (self->answer, fact->id));
      g_object_set_data (G_OBJECT (check), "fact", (gpointer) fact->id);
      g_signal_connect (check, "toggled", G_CALLBACK (fact_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static void
add_facts (SmrAnswerRow *self)
{
  add_not_known (self, add_follow_up (self, _("Tick what is true"), new_facts (self)), SMR_FOLLOW_UP_FACTS);
}

/* --- places ----------------------------------------------------------------------------------------------- */

/* The sides that are ticked for one site, as the row's answer. */
static void
place_toggled_cb (GtkToggleButton *button, SmrAnswerRow *self)
{
  const char *site = g_object_get_data (G_OBJECT (button), "site");
  SmrSide side = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "side"));
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = self->answer->places->len; i > 0; i--)
    {
      const SmrPlace *place = &g_array_index (self->answer->places, SmrPlace, i - 1);

      if (place->site != site)
        continue;
      sides |= place->side;
      g_array_remove_index (self->answer->places, i - 1);
    }
  sides = gtk_toggle_button_get_active (button) ? sides | side : sides & ~side;
  if (sides != SMR_SIDE_NONE)
    {
      smr_answer_add_place (self->answer, site, sides);
      forget_not_known (self, SMR_FOLLOW_UP_SITES);
    }
  changed (self);
}

static gboolean
has_place (SmrAnswerRow *self, const SmrSite *site, SmrSide side)
{
  for (guint i = 0; i < self->answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (self->answer->places, SmrPlace, i);

      /* A side that was not given is both. */
      if (place->site == site->id && (place->side == SMR_SIDE_NONE || (place->side & side) != 0))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_place_button (SmrAnswerRow *self, const SmrSite *site, SmrSide side, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s, %s", smr_text_get (site->name, self->language), label);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), has_place (self, site, side));
  g_object_set_data (G_OBJECT (button), "site", (gpointer) site->id);
  g_object_set_data (G_OBJECT (button), "side", GINT_TO_POINTER (side));
  smr_accessible_set_name (button, name);
  g_signal_connect (button, "toggled", G_CALLBACK (place_toggled_cb), self);
  return button;
}

static void
add_places (SmrAnswerRow *self)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);
      GtkWidget *label = gtk_label_new (smr_text_get (site->name, self->language));
      GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (buttons, "linked");
      if (site->paired)
        {
          gtk_box_append (GTK_BOX (buttons), make_place_button (self, site, SMR_SIDE_LEFT, _("Left")));
          gtk_box_append (GTK_BOX (buttons), make_place_button (self, site, SMR_SIDE_RIGHT, _("Right")));
        }
      else
        {
          gtk_box_append (GTK_BOX (buttons), make_place_button (self, site, SMR_SIDE_BOTH, _("Here")));
        }
      gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), buttons, 1, i, 1, 1);
    }
  add_not_known (self, add_follow_up (self, _("Where"), grid), SMR_FOLLOW_UP_SITES);
}

/* Readings are records of their own: the row only says where they go. */
static void
add_reading (SmrAnswerRow *self)
{
  GtkWidget *label = gtk_label_new (_("Is recorded on the client’s page, with its date"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  add_not_known (self, add_follow_up (self, _("Blood pressure reading"), label), SMR_FOLLOW_UP_READING);
}

static void
add_explanation (SmrAnswerRow *self)
{
  GtkWidget *label = gtk_label_new (smr_text_get (self->condition->explanation, self->language));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "error");
  gtk_box_append (self->follow_up_box, label);
}

static void
build_follow_ups (SmrAnswerRow *self)
{
  guint asked = self->condition->follow_ups;

  if (self->brief)
    {
      add_explanation (self);
      gtk_box_append (self->follow_up_box, new_facts (self));
      return;
    }
  if (asked & SMR_FOLLOW_UP_SITES)
    add_places (self);
  if (asked & SMR_FOLLOW_UP_DATE)
    add_date (self);
  if (asked & SMR_FOLLOW_UP_WEEKS)
    add_weeks (self);
  if (asked & SMR_FOLLOW_UP_HEALED)
    add_healed (self);
  if (asked & SMR_FOLLOW_UP_FACTS)
    add_facts (self);
  if (asked & SMR_FOLLOW_UP_READING)
    add_reading (self);
  if (asked & SMR_FOLLOW_UP_TEXT)
    add_text (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_up_box), self->editable);
}

/* Most rows are never opened, so their follow-ups are only made when they are. */
static void
update_follow_ups (SmrAnswerRow *self)
{
  gboolean open = self->answer->reply == SMR_REPLY_YES || self->answer->reply == SMR_REPLY_NOT_SURE;

  if (open && gtk_widget_get_first_child (GTK_WIDGET (self->follow_up_box)) == NULL)
    build_follow_ups (self);
  gtk_revealer_set_reveal_child (self->follow_up_revealer, open && (self->brief || self->condition->follow_ups != 0));
}

/* --- reply ------------------------------------------------------------------------------------------------ */

static void
show_reply (SmrAnswerRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), self->answer->with_rest);
  update_follow_ups (self);
}

static void
reply_changed_cb (SmrAnswerRow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->reply_group);

  if (self->filling)
    return;
  self->answer->reply = SMR_REPLY_UNANSWERED;
  if (name != NULL)
    smr_reply_from_string (name, &self->answer->reply);
  self->answer->with_rest = FALSE;
  show_reply (self);
  changed (self);
}

static gboolean
reply_with_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrAnswerRow *self = SMR_ANSWER_ROW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* Letters typed into a follow-up are text. */
  if (!self->editable || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->follow_up_box))))
    return FALSE;
  adw_toggle_group_set_active_name (self->reply_group, g_variant_get_string (args, NULL));
  if (!self->brief && gtk_revealer_get_reveal_child (self->follow_up_revealer))
    gtk_widget_child_focus (GTK_WIDGET (self->follow_up_box), GTK_DIR_TAB_FORWARD);
  else
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
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, rest_label);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, reply_group);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, follow_up_revealer);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, follow_up_box);
  gtk_widget_class_bind_template_child (widget_class, SmrAnswerRow, open_label);

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

static void
show_before (SmrAnswerRow *self, const SmrAnswer *before)
{
  const char *text = NULL;

  if (before == NULL)
    return;
  switch (before->reply)
    {
    case SMR_REPLY_YES:
      text = _("On the form before: yes");
      break;
    case SMR_REPLY_NO:
      text = _("On the form before: no");
      break;
    case SMR_REPLY_NOT_SURE:
      text = _("On the form before: not sure");
      break;
    case SMR_REPLY_UNANSWERED:
      return;
    }
  gtk_label_set_label (self->before_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), TRUE);
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
  set_reply (self->reply_group, self->answer->reply);
  show_reply (self);
  self->filling = FALSE;
  g_signal_connect_object (self->reply_group, "notify::active-name", G_CALLBACK (reply_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SmrAnswerRow *
smr_answer_row_new (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language,
                    const SmrAnswer *answer, const SmrAnswer *before)
{
  SmrAnswerRow *self = new_row (catalogue, condition, condition->question, language,
                                answer != NULL ? smr_answer_copy (answer) : smr_answer_new (condition->id, SMR_REPLY_UNANSWERED));

  show_before (self, before);
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

SmrAnswer *
smr_answer_row_dup_answer (SmrAnswerRow *self)
{
  return self->answer->reply != SMR_REPLY_UNANSWERED ? smr_answer_copy (self->answer) : NULL;
}

void
smr_answer_row_set_with_rest (SmrAnswerRow *self, gboolean with_rest)
{
  g_return_if_fail (with_rest ? self->answer->reply == SMR_REPLY_UNANSWERED : self->answer->with_rest);

  self->filling = TRUE;
  self->answer->reply = with_rest ? SMR_REPLY_NO : SMR_REPLY_UNANSWERED;
  self->answer->with_rest = with_rest;
  set_reply (self->reply_group, self->answer->reply);
  show_reply (self);
  self->filling = FALSE;
}

void
smr_answer_row_set_editable (SmrAnswerRow *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->reply_group), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_up_box), editable);
}

void
smr_answer_row_set_narrow (SmrAnswerRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->question_box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
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
