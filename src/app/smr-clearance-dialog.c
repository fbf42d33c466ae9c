#include "config.h"

#include "smr-clearance-dialog.h"

#include <glib/gi18n.h>

#include "smr-attachment-group.h"
#include "smr-clearance-words.h"
#include "smr-date-row.h"
#include "smr-date-words.h"
#include "smr-feedback.h"
#include "smr-field-problem.h"
#include "smr-outcome.h"

struct _SmrClearanceDialog
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  SmrRecord           *record;
  gint64               letter;          /* that is answered; 0: none of ours */
  GPtrArray           *condition_rows;  /* (element-type AdwSwitchRow), each with its "id" */
  GPtrArray           *site_rows;       /* (element-type AdwSwitchRow), each with its "id" and "side" */
  GPtrArray           *tool_rows;       /* (element-type AdwSwitchRow), each with its "id" */

  AdwPreferencesGroup *conditions_group;
  AdwEntryRow         *physician_row;
  AdwEntryRow         *practice_row;
  AdwEntryRow         *phone_row;
  AdwEntryRow         *dated_row;
  AdwEntryRow         *expires_row;
  AdwSwitchRow        *rolling_row;
  AdwSwitchRow        *stretch_row;
  AdwSwitchRow        *activate_row;
  AdwSwitchRow        *no_restriction_row;
  AdwPreferencesGroup *earlier_group;
  AdwSwitchRow        *in_addition_row;
  SmrAttachmentGroup  *attachment_group;
  AdwPreferencesGroup *sites_group;
  AdwPreferencesGroup *tools_group;
  GtkButton           *save_button;
};

G_DEFINE_FINAL_TYPE (SmrClearanceDialog, smr_clearance_dialog, ADW_TYPE_DIALOG)

/* --- saving ----------------------------------------------------------------------------------------------- */

static AdwPreferencesRow *
get_first (GPtrArray *rows)
{
  return g_ptr_array_index (rows, 0);
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_date (AdwEntryRow *row, SmrDate *date)
{
  g_autofree char *text = dup_text (row);
  g_autofree char *hint = smr_date_get_hint ();

  return *text == '\0' || smr_date_read_day (text, date) || smr_field_problem_show (ADW_PREFERENCES_ROW (row), hint);
}

static gboolean
read_text (AdwEntryRow *row, char **text)
{
  g_free (*text);
  *text = dup_text (row);
  return smr_record_validate_text ("", *text, -1, SMR_NAME_MAX_CHARS, FALSE, NULL) ||
         smr_field_problem_show (ADW_PREFERENCES_ROW (row), _("This text is too long"));
}

static void
collect_ids (GPtrArray *rows, GPtrArray *ids)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GObject *row = g_ptr_array_index (rows, i);

      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_ptr_array_add (ids, g_object_get_data (row, "id"));
    }
}

static void
collect_places (SmrClearanceDialog *self, SmrClearance *clearance)
{
  for (guint i = 0; i < self->site_rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->site_rows, i);
      SmrPlace place = { g_object_get_data (row, "id"), GPOINTER_TO_INT (g_object_get_data (row, "side")) };

      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_array_append_val (clearance->places, place);
    }
}

/* TRUE when the letter says all that makes it a clearance. */
static gboolean
check (SmrClearanceDialog *self, SmrClearance *clearance)
{
  AdwPreferencesRow *dated_row = ADW_PREFERENCES_ROW (self->dated_row);
  SmrDate born = self->record->client->born;

  if (clearance->conditions->len == 0)
    return smr_field_problem_show (get_first (self->condition_rows), _("Choose what the clearance names"));
  if (*clearance->physician == '\0')
    return smr_field_problem_show (ADW_PREFERENCES_ROW (self->physician_row), _("Write down who gave the clearance"));
  if (clearance->dated == SMR_DATE_NONE)
    return smr_field_problem_show (dated_row, _("A clearance needs the date of its letter"));
  if (clearance->dated > smr_workspace_get_today (self->workspace))
    return smr_field_problem_show (dated_row, _("A letter cannot be dated in the future"));
  if (born != SMR_DATE_NONE && clearance->dated < born)
    return smr_field_problem_show (dated_row, _("A letter cannot be dated before the client was born"));
  if (clearance->expires != SMR_DATE_NONE && clearance->expires < clearance->dated)
    return smr_field_problem_show (ADW_PREFERENCES_ROW (self->expires_row), _("It cannot expire before it is dated"));
  if (clearance->phases == 0)
    return smr_field_problem_show (ADW_PREFERENCES_ROW (self->rolling_row), _("Choose what the clearance allows"));
  return TRUE;
}

/* What the rows say, whether it can be kept or not. */
static void
collect (SmrClearanceDialog *self, SmrClearance *clearance)
{
  collect_ids (self->condition_rows, clearance->conditions);
  collect_ids (self->tool_rows, clearance->tools);
  collect_places (self, clearance);
  clearance->names_rolling = adw_switch_row_get_active (self->rolling_row);
  clearance->no_restriction = adw_switch_row_get_active (self->no_restriction_row);
  clearance->in_addition = adw_switch_row_get_active (self->in_addition_row);
  if (clearance->names_rolling)
    clearance->phases |= 1 << SMR_PHASE_INHIBIT;
  if (adw_switch_row_get_active (self->stretch_row))
    clearance->phases |= 1 << SMR_PHASE_LENGTHEN;
  if (adw_switch_row_get_active (self->activate_row))
    clearance->phases |= 1 << SMR_PHASE_ACTIVATE;
}

static void
clear_problems (SmrClearanceDialog *self)
{
  AdwEntryRow *entries[] = { self->physician_row, self->practice_row, self->phone_row, self->dated_row, self->expires_row };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    smr_field_problem_clear (ADW_PREFERENCES_ROW (entries[i]));
  smr_field_problem_clear (get_first (self->condition_rows));
  smr_field_problem_clear (ADW_PREFERENCES_ROW (self->rolling_row));
}

static gboolean
note_reply (SmrClearanceDialog *self, gint64 clearance, GError **error)
{
  g_autoptr (SmrLetterEvent) event = smr_letter_event_new (SMR_LETTER_RECEIVED, smr_workspace_get_today (self->workspace));

  event->clearance = clearance;
  return smr_store_add_letter_event (smr_workspace_get_store (self->workspace), self->record->client->id, self->letter, event, error);
}

static void
save_cb (SmrClearanceDialog *self)
{
  gint64 id;
  g_autoptr (SmrClearance) clearance = smr_clearance_new ();
  GPtrArray *attachments = smr_attachment_group_get_pending (self->attachment_group);
  g_autoptr (GError) error = NULL;

  clear_problems (self);
  collect (self, clearance);
  if (!read_text (self->physician_row, &clearance->physician) || !read_text (self->practice_row, &clearance->practice) ||
      !read_text (self->phone_row, &clearance->phone) || !read_date (self->dated_row, &clearance->dated) ||
      !read_date (self->expires_row, &clearance->expires) || !check (self, clearance))
    return;

  id = smr_store_add_clearance_with_attachments (smr_workspace_get_store (self->workspace), self->record->client->id,
                                                 clearance, attachments, &error);
  if (id == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The clearance could not be saved"), error);
      return;
    }
  if (self->letter != 0 && !note_reply (self, id, &error))
    smr_feedback_error (GTK_WIDGET (self), _("The clearance is saved, but not noted of the letter"), error);
  smr_workspace_client_changed (self->workspace, self->record->client->id);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- what it replaces ------------------------------------------------------------------------------------- */

static char *
describe_replaced (SmrClearanceDialog *self, GPtrArray *replaced)
{
  g_autoptr (GString) text = g_string_new (_("This letter replaces:"));

  for (guint i = 0; i < replaced->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (replaced, i);
      g_autofree char *names = smr_clearance_describe_conditions (smr_workspace_get_catalogue (self->workspace), clearance->conditions,
                                                                  smr_workspace_get_language (self->workspace));
      g_autofree char *day = smr_date_format (clearance->dated);

      /* Translators: a clearance: who gave it, when, and for what */
      g_string_append_printf (text, _("\n%s, %s: %s"), clearance->physician, day, names);
    }
  g_string_append (text, _("\nWhat only the earlier letter allowed is locked again."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_place (SmrClearanceDialog *self, GPtrArray *replaced, const SmrClearance *by, gboolean in_addition)
{
  g_autofree char *day = by != NULL ? smr_date_format (by->dated) : NULL;

  if (by != NULL)
    return g_strdup_printf (_("The letter of %s is newer and replaces this one."), day);
  if (in_addition)
    return g_strdup (_("What earlier letters allow stays."));
  return describe_replaced (self, replaced);
}

/* Says what recording would take away, while it can still be thought over. */
static void
show_replaced (SmrClearanceDialog *self)
{
  g_autoptr (SmrClearance) clearance = smr_clearance_new ();
  g_autofree char *dated = dup_text (self->dated_row);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  g_autoptr (GPtrArray) replaced = NULL;
  const SmrClearance *by;

  collect (self, clearance);
  if (!smr_date_read_day (dated, &clearance->dated))
    clearance->dated = SMR_DATE_NONE;
  clearance->in_addition = FALSE;
  replaced = smr_record_find_replaced (smr_workspace_get_catalogue (self->workspace), self->record, clearance,
                                       smr_workspace_get_today (self->workspace), &by);

  gtk_widget_set_visible (GTK_WIDGET (self->earlier_group), replaced->len > 0 || by != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->in_addition_row), by == NULL);
  text = describe_place (self, replaced, by, adw_switch_row_get_active (self->in_addition_row));
  markup = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->earlier_group, markup);
}

static void
changed_cb (SmrClearanceDialog *self)
{
  if (self->record != NULL)
    show_replaced (self);
}

static void
phase_changed_cb (SmrClearanceDialog *self)
{
  smr_field_problem_clear (ADW_PREFERENCES_ROW (self->rolling_row));
}

static void
condition_changed_cb (SmrClearanceDialog *self)
{
  smr_field_problem_clear (get_first (self->condition_rows));
  changed_cb (self);
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_switch (AdwPreferencesGroup *group, GPtrArray *rows, const char *id, const char *title)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "id", (gpointer) id);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_condition (SmrClearanceDialog *self, const SmrCondition *condition)
{
  GtkWidget *row = add_switch (self->conditions_group, self->condition_rows, condition->id,
                               smr_text_get (condition->name, smr_workspace_get_language (self->workspace)));

  g_signal_connect_object (row, "notify::active", G_CALLBACK (condition_changed_cb), self, G_CONNECT_SWAPPED);
}

/* What is raised now stands first and alone; with nothing raised every clearable row is offered. */
static void
fill_conditions (SmrClearanceDialog *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, self->record, smr_workspace_get_today (self->workspace));
  GPtrArray *reasons = smr_screening_get_reasons (screening);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      const SmrCondition *condition = smr_catalogue_find_condition (catalogue, reason->condition);

      if (condition != NULL && condition->clearable)
        add_condition (self, condition);
    }
  if (self->condition_rows->len > 0)
    return;
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->clearable)
        add_condition (self, condition);
    }
}

static void
add_site (SmrClearanceDialog *self, const SmrSite *site, SmrSide side, const char *side_name)
{
  const char *name = smr_text_get (site->name, smr_workspace_get_language (self->workspace));
  g_autofree char *title = side_name != NULL ? g_strdup_printf ("%s, %s", name, side_name) : g_strdup (name);
  GtkWidget *row = add_switch (self->sites_group, self->site_rows, site->id, title);

  g_object_set_data (G_OBJECT (row), "side", GINT_TO_POINTER (side));
}

static void
fill_sites (SmrClearanceDialog *self)
{
  GPtrArray *sites = smr_catalogue_get_sites (smr_workspace_get_catalogue (self->workspace));

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      /* A letter names a place. */
      if (site->limb == SMR_LIMB_NONE && *site->whole_limb != NULL)
        continue;
      if (site->paired)
        {
          add_site (self, site, SMR_SIDE_LEFT, _("left"));
          add_site (self, site, SMR_SIDE_RIGHT, _("right"));
        }
      else
        {
          add_site (self, site, SMR_SIDE_BOTH, NULL);
        }
    }
}

static void
fill_tools (SmrClearanceDialog *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char **tools = smr_catalogue_get_dosage (catalogue)->levels[SMR_LEVEL_ADVANCED].tools;

  for (guint i = 0; tools[i] != NULL; i++)
    {
      const SmrTool *tool = smr_catalogue_find_tool (catalogue, tools[i]);

      add_switch (self->tools_group, self->tool_rows, tool->id, smr_text_get (tool->name, smr_workspace_get_language (self->workspace)));
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_clearance_dialog_dispose (GObject *object)
{
  SmrClearanceDialog *self = SMR_CLEARANCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_CLEARANCE_DIALOG);
  g_clear_pointer (&self->condition_rows, g_ptr_array_unref);
  g_clear_pointer (&self->site_rows, g_ptr_array_unref);
  g_clear_pointer (&self->tool_rows, g_ptr_array_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_clearance_dialog_parent_class)->dispose (object);
}

static void
smr_clearance_dialog_class_init (SmrClearanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_clearance_dialog_dispose;

  g_type_ensure (SMR_TYPE_ATTACHMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-clearance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, conditions_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, physician_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, practice_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, dated_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, expires_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, rolling_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, stretch_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, activate_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, no_restriction_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, in_addition_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, attachment_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, sites_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, tools_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_changed_cb);
}

static void
smr_clearance_dialog_init (SmrClearanceDialog *self)
{
  self->condition_rows = g_ptr_array_new ();
  self->site_rows = g_ptr_array_new ();
  self->tool_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
smr_clearance_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrClearanceDialog *self = g_object_new (SMR_TYPE_CLEARANCE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->record = smr_record_copy (record);
  smr_date_row_prepare (self->dated_row, smr_workspace_get_today (workspace));
  smr_date_row_prepare (self->expires_row, SMR_DATE_NONE);
  fill_conditions (self);
  fill_sites (self);
  fill_tools (self);
  show_replaced (self);
  smr_attachment_group_take_drops (self->attachment_group, adw_dialog_get_child (ADW_DIALOG (self)));
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->condition_rows, 0));
  return ADW_DIALOG (self);
}

AdwDialog *
smr_clearance_dialog_new_for_letter (SmrWorkspace *workspace, const SmrRecord *record, const SmrLetter *letter)
{
  SmrClearanceDialog *self = SMR_CLEARANCE_DIALOG (smr_clearance_dialog_new (workspace, record));
  g_autofree char *place = g_strdelimit (g_strdup (letter->address), "\n", ' ');

  self->letter = letter->id;
  gtk_editable_set_text (GTK_EDITABLE (self->physician_row), letter->physician);
  gtk_editable_set_text (GTK_EDITABLE (self->practice_row), place);
  for (guint i = 0; i < self->condition_rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->condition_rows, i);

      adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_ptr_array_find (letter->conditions, g_object_get_data (row, "id"), NULL));
    }
  return ADW_DIALOG (self);
}
