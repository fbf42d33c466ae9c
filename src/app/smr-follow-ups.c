#include "config.h"

#include "smr-follow-ups.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-date-words.h"

struct _SmrFollowUps
{
  GtkBox              parent_instance;

  SmrCatalogue       *catalogue;
  const SmrCondition *condition;
  const char         *language;
  SmrAnswer          *answer;           /* (unowned): what the widgets say */
  SmrDate             born;
  SmrDate             today;
};

G_DEFINE_FINAL_TYPE (SmrFollowUps, smr_follow_ups, GTK_TYPE_BOX)

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (SmrFollowUps *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Label above, widget below, "Not known" beside: the frame of every follow-up. */
static GtkWidget *
add_follow_up (SmrFollowUps *self, const char *title, GtkWidget *widget)
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
  gtk_box_append (GTK_BOX (self), box);
  return box;
}

static void
not_known_toggled_cb (GtkCheckButton *check, SmrFollowUps *self)
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
forget_not_known (SmrFollowUps *self, SmrFollowUp follow_up)
{
  GtkWidget *frame;

  for (frame = gtk_widget_get_first_child (GTK_WIDGET (self)); frame != NULL; frame = gtk_widget_get_next_sibling (frame))
    {
      GtkWidget *check = gtk_widget_get_last_child (frame);

      if (GTK_IS_CHECK_BUTTON (check) && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "follow-up")) == follow_up)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
}

static void
add_not_known (SmrFollowUps *self, GtkWidget *box, SmrFollowUp follow_up)
{
  GtkWidget *check = gtk_check_button_new_with_label (_("Not known"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (self->answer->not_known & follow_up) != 0);
  g_object_set_data (G_OBJECT (check), "follow-up", GUINT_TO_POINTER (follow_up));
  g_signal_connect (check, "toggled", G_CALLBACK (not_known_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);
}

static void
done_cb (SmrFollowUps *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
text_changed_cb (GtkEditable *editable, SmrFollowUps *self)
{
  g_set_str (&self->answer->text, gtk_editable_get_text (editable));
  if (*self->answer->text != '\0')
    forget_not_known (self, SMR_FOLLOW_UP_TEXT);
  changed (self);
}

static void
add_text (SmrFollowUps *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), SMR_TEXT_MAX_CHARS);
  gtk_editable_set_text (GTK_EDITABLE (entry), self->answer->text);
  g_signal_connect (entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (done_cb), self);
  add_not_known (self, add_follow_up (self, _("What exactly, and which medicine"), entry), SMR_FOLLOW_UP_TEXT);
}

/* --- figures ---------------------------------------------------------------------------------------------- */

/* @problem: (nullable). What is wrong stands right under the field, for eyes and ears. */
static void
show_problem (GtkWidget *entry, const char *problem)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (entry), "problem");

  if (problem != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_label_set_label (GTK_LABEL (label), problem != NULL ? problem : "");
  gtk_widget_set_visible (label, problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static GtkWidget *
add_figures (SmrFollowUps *self, const char *title, const char *text, int width, GCallback changed_callback, SmrFollowUp follow_up)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *problem = gtk_label_new ("");
  GtkWidget *box;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  g_signal_connect (entry, "changed", changed_callback, self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (done_cb), self);
  box = add_follow_up (self, title, entry);

  gtk_label_set_xalign (GTK_LABEL (problem), 0);
  gtk_label_set_wrap (GTK_LABEL (problem), TRUE);
  gtk_widget_add_css_class (problem, "caption");
  gtk_widget_add_css_class (problem, "error");
  gtk_widget_set_visible (problem, FALSE);
  gtk_box_append (GTK_BOX (box), problem);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, problem, NULL, -1);
  g_object_set_data (G_OBJECT (entry), "problem", problem);
  add_not_known (self, box, follow_up);
  return entry;
}

/* The day once it is understood and possible; the rest is kept as a text only. */
static void
date_changed_cb (GtkEditable *editable, SmrFollowUps *self)
{
  g_autofree char *hint = NULL;
  const char *problem;
  SmrDate date;

  if (smr_date_read (gtk_editable_get_text (editable), &date))
    problem = smr_date_find_problem (date, self->born, self->today);
  else
    problem = hint = smr_date_get_hint ();
  show_problem (GTK_WIDGET (editable), problem);
  self->answer->date = problem == NULL ? date : SMR_DATE_NONE;
  if (self->answer->date != SMR_DATE_NONE)
    forget_not_known (self, SMR_FOLLOW_UP_DATE);
  changed (self);
}

static void
add_date (SmrFollowUps *self)
{
  g_autofree char *text = self->answer->date != SMR_DATE_NONE ? smr_date_write (self->answer->date) : g_strdup ("");
  g_autofree char *today = smr_date_write (self->today);
  g_autofree char *example = g_strdup_printf (_("Today: %s"), today);
  GtkWidget *entry = add_figures (self, _("Since when, or when last"), text, 20, G_CALLBACK (date_changed_cb), SMR_FOLLOW_UP_DATE);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
}

static void
weeks_changed_cb (GtkEditable *editable, SmrFollowUps *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autofree char *limit = g_strdup_printf (_("Whole weeks, from 0 to %d"), SMR_PREGNANCY_MAX_WEEKS);
  guint64 weeks;
  gboolean valid = g_ascii_string_to_unsigned (text, 10, 0, SMR_PREGNANCY_MAX_WEEKS, &weeks, NULL);

  /* No figure is put into the client's mouth. */
  show_problem (GTK_WIDGET (editable), valid || *text == '\0' ? NULL : limit);
  self->answer->weeks = valid ? (int) weeks : -1;
  if (valid)
    forget_not_known (self, SMR_FOLLOW_UP_WEEKS);
  changed (self);
}

static void
add_weeks (SmrFollowUps *self)
{
  g_autofree char *text = self->answer->weeks >= 0 ? g_strdup_printf ("%d", self->answer->weeks) : g_strdup ("");
  GtkWidget *entry = add_figures (self, _("Weeks of pregnancy"), text, 6, G_CALLBACK (weeks_changed_cb), SMR_FOLLOW_UP_WEEKS);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
}

/* --- choices ---------------------------------------------------------------------------------------------- */

static void
healed_changed_cb (AdwToggleGroup *group, GParamSpec *pspec, SmrFollowUps *self)
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
set_healed (AdwToggleGroup *group, SmrReply reply)
{
  if (reply == SMR_REPLY_UNANSWERED)
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (group, smr_reply_to_string (reply));
}

static void
add_healed (SmrFollowUps *self)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  add_toggle (group, "yes", _("Yes"));
  add_toggle (group, "no", _("No"));
  add_toggle (group, "not_sure", _("Not sure"));
  set_healed (group, self->answer->healed_and_sealed);
  gtk_widget_set_halign (GTK_WIDGET (group), GTK_ALIGN_START);
  g_signal_connect (group, "notify::active-name", G_CALLBACK (healed_changed_cb), self);
  add_follow_up (self, _("Fully healed, skin closed"), GTK_WIDGET (group));
}

static void
fact_toggled_cb (GtkCheckButton *check, SmrFollowUps *self)
{
  const char *fact = g_object_get_data (G_OBJECT (check), "fact");

  smr_answer_set_fact (self->answer, fact, gtk_check_button_get_active (check));
  changed (self);
}

/* @every_session: only those that a quick check offers. */
static GtkWidget *
new_facts (SmrFollowUps *self, gboolean every_session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < self->condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (self->condition->facts, SmrFact, i);
      GtkWidget *check, *label;

      if (every_session && !fact->every_session)
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
add_facts (SmrFollowUps *self)
{
  add_not_known (self, add_follow_up (self, _("Tick what is true"), new_facts (self, FALSE)), SMR_FOLLOW_UP_FACTS);
}

/* --- places ----------------------------------------------------------------------------------------------- */

/* The sides that are ticked for one site, as the row's answer. */
static void
place_toggled_cb (GtkToggleButton *button, SmrFollowUps *self)
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
has_place (SmrFollowUps *self, const SmrSite *site, SmrSide side)
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
make_place_button (SmrFollowUps *self, const SmrSite *site, SmrSide side, const char *label)
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
add_places (SmrFollowUps *self)
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
add_reading (SmrFollowUps *self)
{
  GtkWidget *label = gtk_label_new (_("Is recorded on the client’s page, with its date"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  add_not_known (self, add_follow_up (self, _("Blood pressure reading"), label), SMR_FOLLOW_UP_READING);
}

/* --- object ----------------------------------------------------------------------------------------------- */

/* The first control, which need not have been on the screen yet. */
static gboolean
focus_first (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if ((gtk_widget_get_focusable (child) && gtk_widget_grab_focus (child)) || focus_first (child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
smr_follow_ups_grab_focus (GtkWidget *widget)
{
  return focus_first (widget);
}

static void
smr_follow_ups_finalize (GObject *object)
{
  smr_catalogue_unref (SMR_FOLLOW_UPS (object)->catalogue);

  G_OBJECT_CLASS (smr_follow_ups_parent_class)->finalize (object);
}

static void
smr_follow_ups_class_init (SmrFollowUpsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_follow_ups_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = smr_follow_ups_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
smr_follow_ups_init (SmrFollowUps *self)
{
}

static SmrFollowUps *
make (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language, SmrAnswer *answer)
{
  SmrFollowUps *self = g_object_new (SMR_TYPE_FOLLOW_UPS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-top", 6, NULL);

  self->catalogue = smr_catalogue_ref (catalogue);
  self->condition = condition;
  self->language = language;
  self->answer = answer;
  return self;
}

GtkWidget *
smr_follow_ups_new (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language, SmrAnswer *answer, SmrDate born,
                    SmrDate today)
{
  SmrFollowUps *self = make (catalogue, condition, language, answer);
  guint asked = condition->follow_ups;

  self->born = born;
  self->today = today;
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
  return GTK_WIDGET (self);
}

GtkWidget *
smr_follow_ups_new_for_check (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language, SmrAnswer *answer)
{
  SmrFollowUps *self = make (catalogue, condition, language, answer);
  GtkWidget *label = gtk_label_new (smr_text_get (condition->explanation, language));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "error");
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), new_facts (self, TRUE));
  return GTK_WIDGET (self);
}
