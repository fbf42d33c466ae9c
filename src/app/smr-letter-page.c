#include "config.h"

#include "smr-letter-page.h"

#include <glib/gi18n.h>

#include "smr-feedback.h"
#include "smr-letter-sheet.h"
#include "smr-letters.h"

struct _SmrLetterPage
{
  SmrPaperPage         parent_instance;

  SmrRecord           *record;
  SmrLetter           *letter;          /* its id is 0 while what it says is not on record */
  GPtrArray           *condition_rows;  /* (element-type AdwSwitchRow), each with its "id" */

  AdwPreferencesGroup *to_group;        /* (nullable): of a new letter */
  AdwEntryRow         *physician_row;
  AdwEntryRow         *street_row;
  AdwEntryRow         *town_row;
};

G_DEFINE_FINAL_TYPE (SmrLetterPage, smr_letter_page, SMR_TYPE_PAPER_PAGE)

/* --- paper ------------------------------------------------------------------------------------------------ */

static SmrHandout *
smr_letter_page_make (SmrPaperPage *page, const SmrSheet *sheet)
{
  SmrLetterPage *self = SMR_LETTER_PAGE (page);
  SmrWorkspace *workspace = smr_paper_page_get_workspace (page);
  const SmrPractice *practice = smr_workspace_get_practice (workspace);
  SmrLetterContent content = {
    .catalogue = smr_workspace_get_catalogue (workspace),
    .practice = practice,
    .record = self->record,
    .letter = self->letter,
    .language = smr_workspace_get_sheet_language (workspace, NULL),
  };

  return self->letter->conditions->len > 0 ? smr_handout_new_letter (&content, sheet) : NULL;
}

static gboolean
smr_letter_page_keep (SmrPaperPage *page)
{
  SmrLetterPage *self = SMR_LETTER_PAGE (page);
  SmrWorkspace *workspace = smr_paper_page_get_workspace (page);
  g_autoptr (GError) error = NULL;

  if (self->letter->id != 0)
    return TRUE;
  self->letter->id = smr_store_add_letter (smr_workspace_get_store (workspace), self->record->client->id, self->letter, &error);
  if (self->letter->id == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The letter could not be put on record"), error);
      return FALSE;
    }
  smr_workspace_client_changed (workspace, self->record->client->id);
  return TRUE;
}

static void
smr_letter_page_went_out (SmrPaperPage *page, const char *done)
{
  SmrLetterPage *self = SMR_LETTER_PAGE (page);

  if (smr_letter_get_waiting_since (self->letter) != SMR_DATE_NONE)
    smr_feedback_toast (GTK_WIDGET (self), done);
  else
    smr_feedback_toast_action (GTK_WIDGET (self), done, _("Note as _sent"), "win.letter-sent",
                               g_variant_new ("(xx)", self->record->client->id, self->letter->id));
}

/* --- options ---------------------------------------------------------------------------------------------- */

static void
append_line (GString *text, AdwEntryRow *row)
{
  g_autofree char *line = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* What the options say is another letter than one that went out already. */
static void
changed_cb (SmrLetterPage *self)
{
  g_autoptr (GString) address = g_string_new (NULL);

  append_line (address, self->street_row);
  append_line (address, self->town_row);
  self->letter->id = 0;
  g_free (self->letter->physician);
  self->letter->physician = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->physician_row))));
  g_set_str (&self->letter->address, address->str);
  g_ptr_array_set_size (self->letter->conditions, 0);
  for (guint i = 0; i < self->condition_rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->condition_rows, i);

      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_ptr_array_add (self->letter->conditions, g_object_get_data (row, "id"));
    }
  smr_paper_page_refresh (SMR_PAPER_PAGE (self));
}

static AdwEntryRow *
add_entry (SmrLetterPage *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), SMR_NAME_MAX_CHARS);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->to_group, row);
  return ADW_ENTRY_ROW (row);
}

static void
add_addressee (SmrLetterPage *self)
{
  g_auto (GStrv) lines = g_strsplit (self->letter->address, "\n", 2);
  guint n_lines = g_strv_length (lines);
  g_autofree char *rest = g_strdelimit (g_strdup (n_lines > 1 ? lines[1] : ""), "\n", ' ');

  self->to_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->to_group, _("To"));
  self->physician_row = add_entry (self, _("Physician"), self->letter->physician);
  self->street_row = add_entry (self, _("Practice and street"), n_lines > 0 ? lines[0] : "");
  self->town_row = add_entry (self, _("Town"), rest);
  smr_paper_page_add_options (SMR_PAPER_PAGE (self), self->to_group);
}

static void
add_conditions (SmrLetterPage *self)
{
  SmrWorkspace *workspace = smr_paper_page_get_workspace (SMR_PAPER_PAGE (self));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Asks about"));
  for (guint i = 0; i < self->letter->conditions->len; i++)
    {
      const char *id = g_ptr_array_index (self->letter->conditions, i);
      const SmrCondition *condition = smr_catalogue_find_condition (smr_workspace_get_catalogue (workspace), id);
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), smr_text_get (condition->name, smr_workspace_get_language (workspace)));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "id", (gpointer) id);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->condition_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), self->letter->conditions->len > 0);
  smr_paper_page_add_options (SMR_PAPER_PAGE (self), group);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_letter_page_finalize (GObject *object)
{
  SmrLetterPage *self = SMR_LETTER_PAGE (object);

  g_clear_pointer (&self->letter, smr_letter_free);
  g_clear_pointer (&self->record, smr_record_free);
  g_ptr_array_unref (self->condition_rows);

  G_OBJECT_CLASS (smr_letter_page_parent_class)->finalize (object);
}

static void
smr_letter_page_class_init (SmrLetterPageClass *klass)
{
  SmrPaperPageClass *paper_class = SMR_PAPER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = smr_letter_page_finalize;
  paper_class->make = smr_letter_page_make;
  paper_class->keep = smr_letter_page_keep;
  paper_class->went_out = smr_letter_page_went_out;
}

static void
smr_letter_page_init (SmrLetterPage *self)
{
  self->condition_rows = g_ptr_array_new ();
}

SmrLetterPage *
smr_letter_page_new (SmrWorkspace *workspace, gint64 client, gint64 letter, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  const SmrLetter *earlier = record != NULL && letter != 0 ? smr_letters_find (record->letters, letter) : NULL;
  SmrLetterPage *self;

  if (record == NULL)
    return NULL;
  if (letter != 0 && earlier == NULL)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no letter %" G_GINT64_FORMAT " of client %" G_GINT64_FORMAT, letter, client);
      return NULL;
    }

  self = g_object_new (SMR_TYPE_LETTER_PAGE, "title", _("Letter to the physician"), "tag", "letter-paper", NULL);
  smr_paper_page_set_up (SMR_PAPER_PAGE (self), workspace, record->client->name);
  smr_paper_page_set_nothing (SMR_PAPER_PAGE (self), _("Nothing to ask"), _("No answer of this client needs a physician’s clearance, or none is chosen."));
  self->letter = earlier != NULL ? smr_letter_copy (earlier) : smr_letter_propose (smr_workspace_get_catalogue (workspace), record, smr_workspace_get_today (workspace));
  self->record = g_steal_pointer (&record);
  if (earlier == NULL)
    {
      add_addressee (self);
      add_conditions (self);
    }
  smr_paper_page_refresh (SMR_PAPER_PAGE (self));
  return self;
}
