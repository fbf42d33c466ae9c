#include "config.h"

#include "smr-diary-dialog.h"

#include <glib/gi18n.h>

#include "smr-diary-cell.h"
#include "smr-discard.h"
#include "smr-feedback.h"
#include "smr-outcome.h"

#define WEEK_DAYS 7

struct _SmrDiaryDialog
{
  AdwDialog     parent_instance;

  SmrWorkspace *workspace;
  gint64        client;
  SmrRoutine   *routine;
  GArray       *days;           /* (element-type SmrDiaryDay) */

  GtkLabel     *about_label;
  GtkGrid      *grid;
};

G_DEFINE_FINAL_TYPE (SmrDiaryDialog, smr_diary_dialog, ADW_TYPE_DIALOG)

const SmrRoutine *
smr_diary_find_routine (const SmrRecord *record, SmrDate today)
{
  for (guint i = 0; i < record->routines->len; i++)
    {
      const SmrRoutine *routine = g_ptr_array_index (record->routines, i);

      if (routine->issued != SMR_DATE_NONE && routine->issued < today && routine->items->len > 0)
        return routine;
    }
  return NULL;
}

/* --- grid ------------------------------------------------------------------------------------------------- */

static char *
format_day (SmrDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  smr_date_get_ymd (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  return g_date_time_format (time, format);
}

static void
add_label (SmrDiaryDialog *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
fill_grid (SmrDiaryDialog *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->days->len; i++)
    {
      SmrDiaryDay *day = &g_array_index (self->days, SmrDiaryDay, i);
      GtkWidget *cell = smr_diary_cell_new (day);
      int column = i % WEEK_DAYS, row = i / WEEK_DAYS;

      if (row == 0)
        {
          g_autofree char *name = format_day (day->date, "%a");

          add_label (self, name, column + 1, 0);
        }
      if (column == 0)
        {
          /* Translators: a day and its month, in few letters, before the days of the week that it begins */
          g_autofree char *start = format_day (day->date, C_("week", "%e %b"));

          add_label (self, g_strstrip (start), 0, row + 1);
        }
      gtk_grid_attach (self->grid, cell, column + 1, row + 1, 1, 1);
      if (first == NULL && day->open)
        first = cell;
    }
  if (first != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), first);
}

/* --- saving ----------------------------------------------------------------------------------------------- */

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDiaryDialog *self = SMR_DIARY_DIALOG (widget);
  g_autoptr (GPtrArray) sessions = smr_diary_list_sessions (self->days, self->routine);
  g_autoptr (GError) error = NULL;

  if (sessions->len > 0 && !smr_store_add_sessions (smr_workspace_get_store (self->workspace), self->client, sessions, &error))
    {
      smr_feedback_error (widget, _("The diary could not be saved"), error);
      return;
    }
  if (sessions->len > 0)
    smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_diary_dialog_close_attempt (AdwDialog *dialog)
{
  SmrDiaryDialog *self = SMR_DIARY_DIALOG (dialog);
  g_autoptr (GPtrArray) sessions = smr_diary_list_sessions (self->days, self->routine);

  if (sessions->len == 0)
    adw_dialog_force_close (dialog);
  else
    smr_discard_ask (dialog);
}

static void
smr_diary_dialog_dispose (GObject *object)
{
  SmrDiaryDialog *self = SMR_DIARY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_DIARY_DIALOG);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->routine, smr_routine_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_diary_dialog_parent_class)->dispose (object);
}

static void
smr_diary_dialog_class_init (SmrDiaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_diary_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = smr_diary_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-diary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrDiaryDialog, about_label);
  gtk_widget_class_bind_template_child (widget_class, SmrDiaryDialog, grid);

  gtk_widget_class_install_action (widget_class, "diary.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "diary.save", NULL);
}

static void
smr_diary_dialog_init (SmrDiaryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

AdwDialog *
smr_diary_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrDiaryDialog *self = g_object_new (SMR_TYPE_DIARY_DIALOG, NULL);
  SmrDate today = smr_workspace_get_today (workspace);
  const SmrRoutine *routine = smr_diary_find_routine (record, today);
  g_autofree char *day = smr_date_format (routine->issued);
  g_autofree char *about = NULL;

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->routine = smr_routine_ref ((SmrRoutine *) routine);
  self->days = smr_diary_new (record, routine, today);
  about = g_strdup_printf (_("“%s”, version %d, handed out on %s"), *routine->title != '\0' ? routine->title : _("Routine without a title"),
                           routine->version, day);
  gtk_label_set_label (self->about_label, about);
  fill_grid (self);
  return ADW_DIALOG (self);
}
