#include "config.h"

#include "smr-exercise-dialog.h"

#include <glib/gi18n.h>

#include "smr-routine-words.h"

struct _SmrExerciseDialog
{
  AdwDialog  parent_instance;

  guint      index;
  GPtrArray *choices;          /* (element-type SmrItem) one for each row */
};

G_DEFINE_FINAL_TYPE (SmrExerciseDialog, smr_exercise_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (SmrExerciseDialog *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->index, g_ptr_array_index (self->choices, gtk_list_box_row_get_index (row)));
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
has_exercise (const SmrRoutine *routine, SmrPhase phase, const char *exercise)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (item->phase == phase && item->exercise == exercise)
        return TRUE;
    }
  return FALSE;
}

/* What the plan has already is no other choice. */
static void
find_choices (SmrExerciseDialog *self, const SmrRoutineState *state, const SmrPlanRequest *request)
{
  const SmrItem *item = g_ptr_array_index (state->routine->items, self->index);
  g_autoptr (GPtrArray) exercises = smr_plan_get_alternatives (state->catalogue, state->screening, request, item);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (!has_exercise (state->routine, item->phase, exercise->id))
        g_ptr_array_add (self->choices, smr_item_with_exercise (item, state->catalogue, state->screening, request, exercise));
    }
}

static GtkWidget *
make_row (const SmrRoutineState *state, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (state->catalogue, item->exercise);
  const SmrTool *tool = item->tool != NULL ? smr_catalogue_find_tool (state->catalogue, item->tool) : NULL;
  g_autofree char *dose = smr_item_dup_dose_label (item);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();

  if (tool != NULL)
    subtitle = g_strdup_printf ("%s · %s\n%s", dose, smr_text_get (tool->name, state->language), smr_text_get (exercise->start, state->language));
  else
    subtitle = g_strdup_printf ("%s\n%s", dose, smr_text_get (exercise->start, state->language));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), smr_text_get (exercise->name, state->language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_list (SmrExerciseDialog *self, const SmrRoutineState *state)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < self->choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (state, g_ptr_array_index (self->choices, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other exercises"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Permitted for this client, with the tools at hand. The best choice comes first."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No other exercise"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Nothing else is permitted for this client here. More tools or a higher level may offer more."));
  gtk_widget_add_css_class (status, "compact");
  return status;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_exercise_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SMR_EXERCISE_DIALOG (object)->choices);

  G_OBJECT_CLASS (smr_exercise_dialog_parent_class)->finalize (object);
}

static void
smr_exercise_dialog_class_init (SmrExerciseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_exercise_dialog_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
smr_exercise_dialog_init (SmrExerciseDialog *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_item_free);
}

SmrExerciseDialog *
smr_exercise_dialog_new (const SmrRoutineState *state, const SmrPlanRequest *request, guint index)
{
  SmrExerciseDialog *self = g_object_new (SMR_TYPE_EXERCISE_DIALOG, "title", _("Choose another exercise"), "content-width", 480, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->index = index;
  find_choices (self, state, request);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->choices->len > 0 ? make_list (self, state) : make_nothing ());
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return self;
}
