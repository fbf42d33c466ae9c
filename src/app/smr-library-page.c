#include "config.h"

#include "smr-library-page.h"

#include <glib/gi18n.h>

#include "smr-exercise-dialog.h"
#include "smr-exercise-words.h"
#include "smr-feedback.h"
#include "smr-figure-view.h"
#include "smr-fold.h"
#include "smr-library-details.h"
#include "smr-library-item.h"
#include "smr-outcome.h"

#define PICTURE_SIZE 56

struct _SmrLibraryPage
{
  AdwNavigationPage       parent_instance;

  SmrWorkspace           *workspace;
  GListStore             *items;        /* (element-type SmrLibraryItem) all of them */
  GtkFilter              *filter;
  GtkSingleSelection     *selection;    /* of what the filter lets through, in sections by phase */
  GStrv                   query;
  gboolean                forgiving;    /* nothing is spelt like the query */
  GPtrArray              *muscles;      /* (element-type utf8) ids of the choices after "all" */
  GPtrArray              *tools;

  AdwNavigationSplitView *split_view;
  GtkSearchEntry         *search_entry;
  GtkMenuButton          *filter_button;
  GtkToggleButton        *favourites_button;
  GtkToggleButton        *own_button;
  GtkLabel               *count_label;
  GtkStack               *stack;
  GtkListView            *list_view;
  AdwComboRow            *phase_row;
  AdwComboRow            *muscle_row;
  AdwComboRow            *tool_row;
  AdwComboRow            *position_row;
  AdwComboRow            *difficulty_row;
};

G_DEFINE_FINAL_TYPE (SmrLibraryPage, smr_library_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- what is shown ---------------------------------------------------------------------------------------- */

/* What is chosen, less "all", which comes first: -1. */
static int
get_choice (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static gboolean
needs_tool (SmrLibraryPage *self, const SmrExercise *exercise, const char *tool)
{
  for (guint i = 0; i < exercise->needs->len; i++)
    {
      const char *need = g_array_index (exercise->needs, SmrNeed, i).tool;
      const SmrTool *exact = smr_catalogue_find_tool (smr_workspace_get_catalogue (self->workspace), need);

      if (g_str_equal (need, tool) || (exact != NULL && g_str_equal (exact->kind, tool)))
        return TRUE;
    }
  return FALSE;
}

/* What is retired is seen among the own ones alone. */
static gboolean
passes_marks (SmrLibraryPage *self, const SmrExercise *exercise)
{
  const SmrOwnExercise *own = smr_catalogue_find_own (smr_workspace_get_catalogue (self->workspace), exercise->id);
  gboolean own_only = gtk_toggle_button_get_active (self->own_button);

  return (own == NULL ? !own_only : own_only || !own->retired) &&
         (!gtk_toggle_button_get_active (self->favourites_button) || smr_workspace_is_favourite (self->workspace, exercise));
}

static gboolean
passes_choices (SmrLibraryPage *self, const SmrExercise *exercise)
{
  int phase = get_choice (self->phase_row);
  int muscle = get_choice (self->muscle_row);
  int tool = get_choice (self->tool_row);
  int position = get_choice (self->position_row);
  int difficulty = get_choice (self->difficulty_row);

  return (phase < 0 || (int) exercise->phase == phase) &&
         (muscle < 0 || g_strv_contains (exercise->targets, g_ptr_array_index (self->muscles, muscle))) &&
         (tool < 0 || needs_tool (self, exercise, g_ptr_array_index (self->tools, tool))) &&
         (position < 0 || (int) exercise->position == position) &&
         (difficulty < 0 || exercise->difficulty == difficulty + 1);
}

static gboolean
is_found (SmrLibraryPage *self, SmrLibraryItem *item)
{
  const char * const *query = (const char * const *) self->query;

  if (query == NULL)
    return TRUE;
  if (self->forgiving)
    return smr_fold_matches_nearly (smr_library_item_get_words (item), query);
  return smr_fold_matches (smr_library_item_get_words (item), query);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  SmrLibraryPage *self = user_data;

  const SmrExercise *exercise = smr_library_item_get_exercise (item);

  return passes_marks (self, exercise) && passes_choices (self, exercise) && is_found (self, item);
}

/* Mistakes are only looked for when nothing is spelt like this. */
static void
look_for_mistakes (SmrLibraryPage *self)
{
  self->forgiving = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SmrLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (is_found (self, item))
        return;
    }
  self->forgiving = TRUE;
}

static void
show_count (SmrLibraryPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = g_strdup_printf (ngettext ("%u exercise", "%u exercises", n_shown), n_shown);

  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "list" : "nothing");
}

static void
show_n_choices (SmrLibraryPage *self)
{
  AdwComboRow *rows[] = { self->phase_row, self->muscle_row, self->tool_row, self->position_row, self->difficulty_row };
  g_autofree char *text = NULL;
  int n_choices = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    n_choices += get_choice (rows[i]) >= 0;
  /* Translators: how many filters are set: "Filter (2)" */
  text = n_choices > 0 ? g_strdup_printf (_("Filter (%d)"), n_choices) : g_strdup (_("Filter"));
  gtk_menu_button_set_label (self->filter_button, text);
}

static void
update (SmrLibraryPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_n_choices (self);
  show_count (self);
}

/* --- rows ------------------------------------------------------------------------------------------------- */

/* The parts of a row, kept with its list item. */
typedef struct
{
  SmrFigureView *picture;
  GtkLabel      *name;
  GtkLabel      *about;
  GtkImage      *star;
} RowParts;

static GtkLabel *
append_label (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
setup_row_cb (SmrLibraryPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  RowParts *parts = g_new0 (RowParts, 1);

  parts->picture = SMR_FIGURE_VIEW (smr_figure_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (parts->picture), PICTURE_SIZE, PICTURE_SIZE);
  /* Also where there is no picture. */
  gtk_widget_set_size_request (place, PICTURE_SIZE, PICTURE_SIZE);
  gtk_box_append (GTK_BOX (place), GTK_WIDGET (parts->picture));
  parts->name = append_label (GTK_BOX (text));
  parts->about = append_label (GTK_BOX (text));
  gtk_widget_add_css_class (GTK_WIDGET (parts->about), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (parts->about), "dimmed");
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);

  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), text);
  parts->star = GTK_IMAGE (gtk_image_new_from_icon_name ("starred-symbolic"));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (parts->star));
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
}

static void
bind_row_cb (SmrLibraryPage *self, GtkListItem *list_item)
{
  const SmrExercise *exercise = smr_library_item_get_exercise (gtk_list_item_get_item (list_item));
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char *language = smr_workspace_get_language (self->workspace);
  RowParts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  const char *name = smr_text_get (exercise->name, language);
  g_autofree char *muscles = smr_exercise_dup_muscles (catalogue, exercise, language);
  g_autofree char *tools = smr_exercise_dup_tools (catalogue, exercise, language);
  g_autofree char *about = *tools != '\0' ? g_strdup_printf (_("%s · %s"), muscles, tools) : g_strdup (muscles);
  gboolean favourite = smr_workspace_is_favourite (self->workspace, exercise);
  /* Translators: an exercise, its muscles and tools */
  g_autofree char *label = g_strdup_printf (favourite ? _("%s, favourite, %s") : _("%s, %s"), name, about);

  gtk_widget_set_visible (GTK_WIDGET (parts->star), favourite);
  smr_figure_view_show (parts->picture, catalogue, exercise, SMR_ITEM_SIDE_EACH, language);
  gtk_label_set_label (parts->name, name);
  gtk_label_set_label (parts->about, about);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
setup_header_cb (SmrLibraryPage *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (SmrLibraryPage *self, GtkListHeader *header)
{
  const SmrExercise *exercise = smr_library_item_get_exercise (gtk_list_header_get_item (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), smr_phase_get_label (exercise->phase));
}

/* --- what happens ----------------------------------------------------------------------------------------- */

/* Beside the list the one way back is the list's. */
static void
show_back_button_when_alone (SmrLibraryPage *self, AdwHeaderBar *header)
{
  g_object_bind_property (self->split_view, "collapsed", header, "show-back-button", G_BINDING_SYNC_CREATE);
}

static void
show_exercise (SmrLibraryPage *self, const SmrExercise *exercise)
{
  SmrLibraryDetails *details = smr_library_details_new (self->workspace, exercise);

  show_back_button_when_alone (self, smr_library_details_get_header_bar (details));
  adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (details));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
activate_position (SmrLibraryPage *self, guint position)
{
  g_autoptr (SmrLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  show_exercise (self, smr_library_item_get_exercise (item));
}

static void
row_activated_cb (SmrLibraryPage *self, guint position)
{
  activate_position (self, position);
}

static void
search_activated_cb (SmrLibraryPage *self)
{
  activate_position (self, 0);
}

static void
search_changed_cb (SmrLibraryPage *self)
{
  g_clear_pointer (&self->query, g_strfreev);
  self->query = smr_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  look_for_mistakes (self);
  update (self);
}

/* The letters after the first go straight to the entry. */
static void
search_started_cb (SmrLibraryPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

static void
search_stopped_cb (SmrLibraryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
filter_changed_cb (SmrLibraryPage *self)
{
  if (self->filter != NULL)
    update (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (widget);
  AdwComboRow *rows[] = { self->phase_row, self->muscle_row, self->tool_row, self->position_row, self->difficulty_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_combo_row_set_selected (rows[i], 0);
  gtk_toggle_button_set_active (self->favourites_button, FALSE);
  gtk_toggle_button_set_active (self->own_button, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* --- own exercises and favourites ------------------------------------------------------------------------- */

static const SmrExercise *
find_exercise (SmrLibraryPage *self, GVariant *id)
{
  return smr_catalogue_find_exercise (smr_workspace_get_catalogue (self->workspace), g_variant_get_string (id, NULL));
}

static void
present_dialog (SmrLibraryPage *self, const SmrOwnExercise *own)
{
  AdwDialog *dialog = smr_exercise_dialog_new (self->workspace, own);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (smr_library_page_show), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
new_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_dialog (SMR_LIBRARY_PAGE (widget), NULL);
}

static void
edit_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (widget);
  const SmrOwnExercise *own = smr_catalogue_find_own (smr_workspace_get_catalogue (self->workspace), g_variant_get_string (parameter, NULL));

  if (own != NULL)
    present_dialog (self, own);
}

static void
set_retired (SmrLibraryPage *self, const char *id, gboolean retired)
{
  const SmrOwnExercise *own = smr_catalogue_find_own (smr_workspace_get_catalogue (self->workspace), id);
  g_autoptr (GError) error = NULL;

  if (own == NULL)
    return;
  if (!smr_workspace_set_own_retired (self->workspace, own->series, retired, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The exercise could not be changed"), error);
      return;
    }
  smr_library_page_show (self, id);
  if (retired)
    smr_feedback_toast_action (GTK_WIDGET (self), _("The exercise is not offered any more"), _("_Undo"), "win.offer-exercise", g_variant_new_string (id));
}

static void
retire_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_retired (SMR_LIBRARY_PAGE (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
offer_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_retired (SMR_LIBRARY_PAGE (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
toggle_favourite_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (widget);
  const SmrExercise *exercise = find_exercise (self, parameter);
  g_autoptr (GError) error = NULL;

  if (exercise != NULL &&
      !smr_workspace_set_favourite (self->workspace, exercise, !smr_workspace_is_favourite (self->workspace, exercise), &error))
    smr_feedback_error (widget, _("The favourite could not be kept"), error);
}

static void
show_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_library_page_show (SMR_LIBRARY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* --- the choices of the filter ---------------------------------------------------------------------------- */

/* Takes the words of @names. */
static void
set_choices (AdwComboRow *row, GStrvBuilder *names)
{
  g_auto (GStrv) all = g_strv_builder_end (names);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const *) all);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_splice (list, 0, 0, (const char * const[]) { C_("filter", "All"), NULL });
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
set_muscles (SmrLibraryPage *self)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (smr_workspace_get_catalogue (self->workspace));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      g_ptr_array_add (self->muscles, (gpointer) muscle->id);
      g_strv_builder_add (names, smr_text_get (muscle->name, smr_workspace_get_language (self->workspace)));
    }
  set_choices (self->muscle_row, names);
}

/* Rollers and balls are asked for by their kind. */
static void
set_tools (SmrLibraryPage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);
      const char *name = smr_tool_get_label (catalogue, tool->kind, smr_workspace_get_language (self->workspace));

      if (name == NULL || g_str_equal (tool->kind, "none") || g_ptr_array_find_with_equal_func (self->tools, tool->kind, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->tools, (gpointer) tool->kind);
      g_strv_builder_add (names, name);
    }
  set_choices (self->tool_row, names);
}

static void
set_words (SmrLibraryPage *self)
{
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) positions = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) difficulties = g_strv_builder_new ();

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    g_strv_builder_add (phases, smr_phase_get_label (phase));
  for (SmrPosition position = SMR_POSITION_STANDING; position <= SMR_POSITION_SUPINE; position++)
    g_strv_builder_add (positions, smr_position_get_label (position));
  for (int difficulty = 1; difficulty <= 3; difficulty++)
    g_strv_builder_add (difficulties, smr_difficulty_get_label (difficulty));
  set_choices (self->phase_row, phases);
  set_choices (self->position_row, positions);
  set_choices (self->difficulty_row, difficulties);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_library_page_dispose (GObject *object)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (object);

  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_library_page_parent_class)->dispose (object);
}

static void
smr_library_page_finalize (GObject *object)
{
  SmrLibraryPage *self = SMR_LIBRARY_PAGE (object);

  g_strfreev (self->query);
  g_ptr_array_unref (self->muscles);
  g_ptr_array_unref (self->tools);

  G_OBJECT_CLASS (smr_library_page_parent_class)->finalize (object);
}

static void
smr_library_page_class_init (SmrLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_library_page_dispose;
  object_class->finalize = smr_library_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, favourites_button);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, own_button);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, phase_row);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, muscle_row);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, tool_row);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, position_row);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryPage, difficulty_row);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "page.show-exercise", "s", show_exercise_cb);
  gtk_widget_class_install_action (widget_class, "page.new-exercise", NULL, new_exercise_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-exercise", "s", edit_exercise_cb);
  gtk_widget_class_install_action (widget_class, "page.retire-exercise", "s", retire_exercise_cb);
  gtk_widget_class_install_action (widget_class, "page.offer-exercise", "s", offer_exercise_cb);
  gtk_widget_class_install_action (widget_class, "page.toggle-favourite", "s", toggle_favourite_cb);
}

static void
smr_library_page_init (SmrLibraryPage *self)
{
  self->items = g_list_store_new (SMR_TYPE_LIBRARY_ITEM);
  self->muscles = g_ptr_array_new ();
  self->tools = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

static int
compare_phases (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) smr_library_item_get_exercise ((SmrLibraryItem *) a)->phase - (int) smr_library_item_get_exercise ((SmrLibraryItem *) b)->phase;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) smr_library_item_get_exercise ((SmrLibraryItem *) a)->index - (int) smr_library_item_get_exercise ((SmrLibraryItem *) b)->index;
}

static void
make_model (SmrLibraryPage *self)
{
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                                      GTK_SORTER (gtk_custom_sorter_new (compare_items, NULL, NULL)));
  g_autoptr (GtkSorter) phases = GTK_SORTER (gtk_custom_sorter_new (compare_phases, NULL, NULL));
  GtkFilterListModel *shown;

  gtk_sort_list_model_set_section_sorter (sorted, phases);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  shown = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (shown));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
add_item (SmrLibraryPage *self, GPtrArray *items, const SmrExercise *exercise)
{
  g_ptr_array_add (items, smr_library_item_new (smr_workspace_get_catalogue (self->workspace), exercise, smr_workspace_get_language (self->workspace)));
}

static void
fill (SmrLibraryPage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  GPtrArray *own = smr_catalogue_get_own (catalogue);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < exercises->len; i++)
    add_item (self, items, g_ptr_array_index (exercises, i));
  for (guint i = 0; i < own->len; i++)
    {
      const SmrOwnExercise *one = g_ptr_array_index (own, i);

      if (one->retired && smr_catalogue_find_newest (catalogue, one->exercise) == one->exercise)
        add_item (self, items, one->exercise);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
exercises_changed_cb (SmrLibraryPage *self)
{
  fill (self);
  update (self);
}

static AdwNavigationPage *
make_nothing_page (SmrLibraryPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *status = adw_status_page_new ();

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  show_back_button_when_alone (self, ADW_HEADER_BAR (header));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "smr-activate-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Choose an exercise"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Type a muscle, a tool or a name to search."));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status);
  return adw_navigation_page_new (view, _("Exercise"));
}

SmrLibraryPage *
smr_library_page_new (SmrWorkspace *workspace)
{
  SmrLibraryPage *self = g_object_new (SMR_TYPE_LIBRARY_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  set_muscles (self);
  set_tools (self);
  set_words (self);
  fill (self);
  make_model (self);
  adw_navigation_split_view_set_content (self->split_view, make_nothing_page (self));
  update (self);
  g_signal_connect_object (workspace, "exercises-changed", G_CALLBACK (exercises_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
smr_library_page_show (SmrLibraryPage *self, const char *exercise)
{
  const SmrExercise *found = smr_catalogue_find_exercise (smr_workspace_get_catalogue (self->workspace), exercise);

  if (found != NULL)
    show_exercise (self, found);
}
