#include "config.h"

#include "smr-letter-group.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-clearance-dialog.h"
#include "smr-clearance-words.h"
#include "smr-feedback.h"
#include "smr-letters.h"

struct _SmrLetterGroup
{
  AdwPreferencesGroup  parent_instance;

  SmrWorkspace        *workspace;
  SmrRecord           *record;
  GPtrArray           *rows;            /* (element-type GtkWidget) */
  GSimpleActionGroup  *actions;
};

G_DEFINE_FINAL_TYPE (SmrLetterGroup, smr_letter_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- what can be noted ------------------------------------------------------------------------------------ */

gboolean
smr_letter_group_note (GtkWidget *from, SmrWorkspace *workspace, gint64 client, gint64 letter, SmrLetterEventKind kind)
{
  g_autoptr (SmrLetterEvent) event = smr_letter_event_new (kind, smr_workspace_get_today (workspace));
  g_autoptr (GError) error = NULL;

  if (!smr_store_add_letter_event (smr_workspace_get_store (workspace), client, letter, event, &error))
    {
      smr_feedback_error (from, _("This could not be noted of the letter"), error);
      return FALSE;
    }
  smr_workspace_client_changed (workspace, client);
  return TRUE;
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrLetterGroup *self = user_data;
  SmrLetterEventKind kind;
  const char *what;
  gint64 letter;

  g_variant_get (parameter, "(x&s)", &letter, &what);
  g_return_if_fail (smr_letter_event_kind_from_string (what, &kind));
  smr_letter_group_note (GTK_WIDGET (self), self->workspace, self->record->client->id, letter, kind);
}

static void
reply_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrLetterGroup *self = user_data;
  const SmrLetter *letter = smr_letters_find (self->record->letters, g_variant_get_int64 (parameter));

  g_return_if_fail (letter != NULL);
  adw_dialog_present (smr_clearance_dialog_new_for_letter (self->workspace, self->record, letter), GTK_WIDGET (self));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
add_note (GMenu *menu, const char *label, const SmrLetter *letter, SmrLetterEventKind kind)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "letter.note", "(xs)", letter->id, smr_letter_event_kind_to_string (kind));
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (SmrLetterGroup *self, const SmrLetter *letter)
{
  g_autoptr (GMenuItem) reply = g_menu_item_new (_("Record the _reply…"), NULL);
  g_autoptr (GMenuItem) again = g_menu_item_new (_("_Print again…"), NULL);
  GMenu *menu = g_menu_new ();
  GMenu *notes = g_menu_new ();
  gboolean waiting = smr_letter_get_waiting_since (letter) != SMR_DATE_NONE;

  add_note (notes, waiting ? _("Sent _again today") : _("_Sent today"), letter, SMR_LETTER_SENT);
  g_menu_item_set_action_and_target (reply, "letter.reply", "x", letter->id);
  g_menu_append_item (notes, reply);
  if (waiting)
    {
      add_note (notes, _("Physician does _not clear it"), letter, SMR_LETTER_REFUSED);
      add_note (notes, _("_Close without a reply"), letter, SMR_LETTER_NO_ANSWER);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_object_unref (notes);

  notes = g_menu_new ();
  g_menu_item_set_action_and_target (again, "win.open-letter", "(xx)", self->record->client->id, letter->id);
  g_menu_append_item (notes, again);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_object_unref (notes);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_row (SmrLetterGroup *self, const SmrLetter *letter)
{
  SmrDate today = smr_workspace_get_today (self->workspace);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_menu (self, letter);
  g_autofree char *state = smr_letter_dup_state (letter, today);
  g_autofree char *names = smr_clearance_describe_conditions (smr_workspace_get_catalogue (self->workspace), letter->conditions,
                                                              smr_workspace_get_language (self->workspace));
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", state, names);
  g_autofree char *title = *letter->physician != '\0' ? g_strdup_printf (_("Letter to %s"), letter->physician)
                                                      : g_strdup (_("Letter to the physician"));
  g_autofree char *spoken = g_strdup_printf (_("What became of: %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (smr_letter_is_overdue (letter, today))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_tooltip_text (icon, _("No reply for more than two weeks: worth a call"));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  else
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("mail-unread-symbolic"));
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Note what became of it"));
  smr_accessible_set_name (button, spoken);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_letter_group_dispose (GObject *object)
{
  SmrLetterGroup *self = SMR_LETTER_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_letter_group_parent_class)->dispose (object);
}

static void
smr_letter_group_class_init (SmrLetterGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = smr_letter_group_dispose;
}

static void
smr_letter_group_init (SmrLetterGroup *self)
{
  static const GActionEntry entries[] = {
    { .name = "note", .activate = note_cb, .parameter_type = "(xs)" },
    { .name = "reply", .activate = reply_cb, .parameter_type = "x" },
  };

  self->rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "letter", G_ACTION_GROUP (self->actions));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Letters to physicians"));
}

void
smr_letter_group_show (SmrLetterGroup *self, SmrWorkspace *workspace, const SmrRecord *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->record, smr_record_free);
  self->record = smr_record_copy (record);

  for (guint i = self->record->letters->len; i > 0; i--)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (self->record->letters, i - 1));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
