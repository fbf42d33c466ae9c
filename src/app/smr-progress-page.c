#include "config.h"

#include "smr-progress-page.h"

#include <glib/gi18n.h>

#include "smr-chart-view.h"
#include "smr-diary-dialog.h"
#include "smr-outcome.h"
#include "smr-progress-charts.h"

struct _SmrProgressPage
{
  AdwNavigationPage   parent_instance;

  SmrWorkspace       *workspace;
  SmrRecord          *record;
  GPtrArray          *groups;           /* (element-type AdwPreferencesGroup) */

  AdwWindowTitle     *window_title;
  GtkStack           *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (SmrProgressPage, smr_progress_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- days ------------------------------------------------------------------------------------------------- */

static char *
say_day (gpointer data, SmrDate date)
{
  return smr_date_format (date);
}

static char *
say_short_day (gpointer data, SmrDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  smr_date_get_ymd (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  return g_date_time_format (time, C_("week", "%e %b"));
}

/* --- charts ----------------------------------------------------------------------------------------------- */

static const char *
get_text (SmrProgressPage *self, const char *id)
{
  return smr_text_get (smr_catalogue_get_text (smr_workspace_get_catalogue (self->workspace), id), smr_workspace_get_language (self->workspace));
}

/* Takes @chart and @message. */
static void
add_chart_take (SmrProgressPage *self, const char *title, SmrChart *chart, SmrMessage *message)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *text = smr_message_format (message, smr_workspace_get_language (self->workspace));
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_text = g_markup_escape_text (text, -1);
  GtkWidget *card = adw_bin_new ();

  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped_text);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  adw_bin_set_child (ADW_BIN (card), smr_chart_view_new_take (chart, title, text));
  adw_preferences_group_add (group, card);
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->groups, group);
  smr_message_free (message);
}

static void
show_weeks (SmrProgressPage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char *language = smr_workspace_get_language (self->workspace);
  g_autoptr (GArray) weeks = smr_progress_list_weeks (self->record, smr_workspace_get_today (self->workspace));

  if (weeks->len == 0)
    return;
  add_chart_take (self, get_text (self, "handout_progress_pain"), smr_chart_new_pain (catalogue, language, weeks, say_short_day, NULL),
                  smr_progress_describe_pain (catalogue, weeks, say_day, NULL));
  add_chart_take (self, get_text (self, "handout_progress_days"), smr_chart_new_days (catalogue, language, weeks, say_short_day, NULL),
                  smr_progress_describe_days (catalogue, weeks));
}

static void
show_ranges (SmrProgressPage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char *language = smr_workspace_get_language (self->workspace);
  g_autoptr (GPtrArray) ranges = smr_progress_list_ranges (catalogue, self->record);

  for (guint i = 0; i < ranges->len; i++)
    {
      const SmrRangeSeries *series = g_ptr_array_index (ranges, i);

      add_chart_take (self, smr_text_get (series->movement->name, language),
                      smr_chart_new_range (catalogue, language, series, say_short_day, NULL),
                      smr_progress_describe_range (catalogue, series, say_day, NULL));
    }
}

static void
show (SmrProgressPage *self)
{
  SmrDate today = smr_workspace_get_today (self->workspace);

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  adw_window_title_set_subtitle (self->window_title, self->record->client->name);
  show_weeks (self);
  show_ranges (self);
  gtk_stack_set_visible_child_name (self->stack, self->groups->len > 0 ? "charts" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.print", self->groups->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.enter-diary", smr_diary_find_routine (self->record, today) != NULL);
}

static void
client_changed_cb (SmrProgressPage *self, gint64 client)
{
  SmrRecord *record;

  if (client != 0 && client != self->record->client->id)
    return;
  record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->record->client->id, NULL);
  /* Erased meanwhile: the window takes the page away. */
  if (record == NULL)
    return;
  smr_record_free (self->record);
  self->record = record;
  show (self);
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-progress", "x", SMR_PROGRESS_PAGE (widget)->record->client->id);
}

static void
enter_diary_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrProgressPage *self = SMR_PROGRESS_PAGE (widget);

  adw_dialog_present (smr_diary_dialog_new (self->workspace, self->record), widget);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_progress_page_dispose (GObject *object)
{
  SmrProgressPage *self = SMR_PROGRESS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_PROGRESS_PAGE);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_progress_page_parent_class)->dispose (object);
}

static void
smr_progress_page_class_init (SmrProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_progress_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrProgressPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrProgressPage, page);

  gtk_widget_class_install_action (widget_class, "progress.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "progress.enter-diary", NULL, enter_diary_cb);
}

static void
smr_progress_page_init (SmrProgressPage *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrProgressPage *
smr_progress_page_new (SmrWorkspace *workspace, gint64 client, GError **error)
{
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  SmrProgressPage *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (SMR_TYPE_PROGRESS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->record = record;
  show (self);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
