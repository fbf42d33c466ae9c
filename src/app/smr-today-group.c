#include "config.h"

#include "smr-today-group.h"

#include <glib/gi18n.h>

#include "smr-clearance-words.h"
#include "smr-outcome.h"
#include "smr-rows.h"

struct _SmrTodayGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray          *rows;     /* (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (SmrTodayGroup, smr_today_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
add_row (SmrTodayGroup *self, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = smr_row_new (icon, title, subtitle);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
remove_rows (SmrTodayGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_status (GtkWidget *row, const char *icon, const char *label, const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_add_css_class (box, style);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, text, NULL, -1);
}

/* "Nothing new", or what was reported. */
static char *
describe_check (SmrWorkspace *workspace, const SmrCheck *check)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (smr_workspace_get_catalogue (workspace));
  g_autoptr (GPtrArray) reported = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrReply reply = smr_check_get_reply (check, condition->id);

      if (reply == SMR_REPLY_YES || reply == SMR_REPLY_NOT_SURE)
        g_ptr_array_add (reported, (gpointer) condition->id);
    }
  if (reported->len == 0)
    return g_strdup (_("nothing new"));
  names = smr_clearance_describe_conditions (smr_workspace_get_catalogue (workspace), reported,
                                             smr_workspace_get_language (workspace));
  return g_strdup_printf (_("reported: %s"), names);
}

static void
show_check (SmrTodayGroup *self, SmrWorkspace *workspace, const SmrRecord *record)
{
  GPtrArray *checks = record->checks;
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (checks->len > 0)
    {
      const SmrCheck *check = g_ptr_array_index (checks, checks->len - 1);
      g_autofree char *day = smr_date_format (check->date);
      g_autofree char *result = describe_check (workspace, check);

      /* Translators: when the last quick check was, and what came out: "Last on 2 March 2026: nothing new" */
      text = g_strdup_printf (_("Last on %s: %s"), day, result);
    }
  row = add_row (self, "object-select-symbolic", _("Quick check"), text != NULL ? text : _("Not asked yet"));
  smr_row_open (row, "client.quick-check", NULL);
}

/* Rows that came after the form that counts: by name, and a way to answer them. */
static void
show_unasked (SmrTodayGroup *self, SmrWorkspace *workspace, const SmrRecord *record)
{
  const SmrIntake *form = record->intakes->len > 0 ? g_ptr_array_index (record->intakes, record->intakes->len - 1) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *names = NULL;

  if (form == NULL)
    return;
  rows = smr_intake_get_unasked_rows (form, smr_workspace_get_catalogue (workspace));
  if (rows->len == 0)
    return;
  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (words, smr_text_get (((const SmrCondition *) g_ptr_array_index (rows, i))->name, smr_workspace_get_language (workspace)));
  list = g_strv_builder_end (words);
  names = g_strjoinv (", ", list);
  smr_row_open (add_row (self, "document-edit-symbolic", _("Not on the form, counts as yes"), names),
                    "win.open-intake", g_variant_new_int64 (record->client->id));
}

void
smr_today_group_show (SmrTodayGroup *self, SmrWorkspace *workspace, const SmrRecord *record, SmrScreening *screening)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  SmrDate until = smr_screening_get_valid_until (screening);

  remove_rows (self);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      SmrOutcome outcome = smr_screening_get_phase (screening, phase);
      GtkWidget *row = add_row (self, smr_phase_get_icon (phase), smr_phase_get_label (phase), NULL);

      add_status (row, smr_outcome_get_icon (outcome), smr_outcome_get_label (outcome), smr_outcome_get_style (outcome));
    }
  show_check (self, workspace, record);
  show_unasked (self, workspace, record);

  if (smr_screening_has_valid_form (screening) && until != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_format (until);
      g_autofree char *text = g_strdup_printf (_("Valid until %s"), day);

      adw_preferences_group_set_description (group, text);
    }
  else
    {
      adw_preferences_group_set_description (group, _("There is no valid form: nothing may be handed out."));
    }
}

static void
smr_today_group_dispose (GObject *object)
{
  SmrTodayGroup *self = SMR_TODAY_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (smr_today_group_parent_class)->dispose (object);
}

static void
smr_today_group_class_init (SmrTodayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = smr_today_group_dispose;
}

static void
smr_today_group_init (SmrTodayGroup *self)
{
  self->rows = g_ptr_array_new ();
}
