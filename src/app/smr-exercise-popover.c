#include "config.h"

#include "smr-exercise-popover.h"

#include <glib/gi18n.h>

#include "smr-exercise-search.h"
#include "smr-fold.h"
#include "smr-outcome.h"
#include "smr-routine-words.h"

#define WIDTH 340
#define MOST_HEIGHT 420
/* So few are seen at once. */
#define SEARCHED_FROM 6

struct _SmrExercisePopover
{
  GtkPopover    parent_instance;

  SmrCatalogue *catalogue;     /* keeps the texts of the choices */
  GPtrArray    *choices;       /* (element-type SmrChoice) one for each row */
  GPtrArray    *folded;        /* (element-type utf8) what the search looks at, one for each row */
  GStrv         query;
  GtkListBox   *list;
  GtkWidget    *search_entry;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SmrExercisePopover, smr_exercise_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows ------------------------------------------------------------------------------------------------- */

/* "Easier", and what speaks against it, or where the client begins. */
static char *
dup_subtitle (const SmrChoice *choice, const char *language)
{
  if (choice->refusal != NULL)
    return smr_message_format_dated (choice->refusal, language, smr_date_format);
  return g_strdup (smr_text_get (choice->exercise->start, language));
}

static const char *
get_kind_label (SmrChoiceKind kind)
{
  switch (kind)
    {
    case SMR_CHOICE_EASIER:
      return _("Easier");
    case SMR_CHOICE_HARDER:
      return _("Harder");
    case SMR_CHOICE_OTHER:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static void
add_kind (AdwActionRow *row, SmrChoiceKind kind)
{
  const char *text = get_kind_label (kind);
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "accent");
  adw_action_row_add_suffix (row, label);
}

static GtkWidget *
make_row (const SmrChoice *choice, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (choice, language);
  const char *name = smr_text_get (choice->exercise->name, language);
  g_autofree char *label = choice->refusal != NULL ? g_strdup_printf (_("%s, not possible: %s"), name, subtitle) : g_strdup (name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_kind (ADW_ACTION_ROW (row), choice->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), choice->refusal == NULL);
  if (choice->refusal != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("smr-region-out-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not possible"), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      gtk_widget_add_css_class (row, "dimmed");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, TRUE, -1);
    }
  return row;
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  SmrExercisePopover *self = user_data;

  return self->query == NULL ||
         smr_fold_matches (g_ptr_array_index (self->folded, gtk_list_box_row_get_index (row)), (const char * const *) self->query);
}

static void
search_changed_cb (SmrExercisePopover *self)
{
  g_strfreev (self->query);
  self->query = smr_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (SmrExercisePopover *self, GtkListBoxRow *row)
{
  const SmrChoice *choice = g_ptr_array_index (self->choices, gtk_list_box_row_get_index (row));

  if (choice->refusal != NULL)
    return;
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice);
  g_object_unref (self);
}

/* Enter takes the first that is left and permitted. */
static void
search_activated_cb (SmrExercisePopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (filter_cb (row, self) && gtk_list_box_row_get_activatable (row))
        {
          row_activated_cb (self, row);
          return;
        }
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_exercise_popover_finalize (GObject *object)
{
  SmrExercisePopover *self = SMR_EXERCISE_POPOVER (object);

  g_strfreev (self->query);
  g_ptr_array_unref (self->folded);
  g_ptr_array_unref (self->choices);
  smr_catalogue_unref (self->catalogue);

  G_OBJECT_CLASS (smr_exercise_popover_parent_class)->finalize (object);
}

static void
smr_exercise_popover_class_init (SmrExercisePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_exercise_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
smr_exercise_popover_init (SmrExercisePopover *self)
{
  self->folded = g_ptr_array_new_with_free_func (g_free);
}

static void
add_search (SmrExercisePopover *self, GtkBox *box)
{
  self->search_entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search_entry), _("Exercise, muscle or tool"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search_entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search exercises"), -1);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, self->search_entry);
}

static void
add_list (SmrExercisePopover *self, GtkBox *box, const char *title, const SmrRoutineState *state)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (self->choices->len > 0 ? _("No exercise found") : _("Nothing else serves this purpose"));

  gtk_widget_add_css_class (nothing, "dimmed");
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_set_margin_bottom (nothing, 18);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "exercise-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const SmrChoice *choice = g_ptr_array_index (self->choices, i);

      gtk_list_box_append (self->list, make_row (choice, state->language));
      g_ptr_array_add (self->folded, smr_exercise_dup_words (state->catalogue, choice->exercise, state->language));
    }
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (box, scrolled);
}

GtkWidget *
smr_exercise_popover_new_take (const char *title, GPtrArray *choices, const SmrRoutineState *state)
{
  SmrExercisePopover *self = g_object_new (SMR_TYPE_EXERCISE_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->catalogue = smr_catalogue_ref (state->catalogue);
  self->choices = choices;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_size_request (box, WIDTH, -1);
  if (choices->len >= SEARCHED_FROM)
    add_search (self, GTK_BOX (box));
  add_list (self, GTK_BOX (box), title, state);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}
