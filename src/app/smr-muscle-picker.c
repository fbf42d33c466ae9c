#include "config.h"

#include "smr-muscle-picker.h"

#include <glib/gi18n.h>

#include "smr-body-map.h"
#include "smr-fold.h"
#include "smr-hint-list.h"
#include "smr-muscle-row.h"
#include "smr-muscle-status.h"
#include "smr-routine-words.h"
#include "smr-shorthand.h"

struct _SmrMusclePicker
{
  AdwBin           parent_instance;

  SmrCatalogue    *catalogue;
  const char      *language;
  SmrRoutine      *routine;     /* (nullable): what is shown */
  SmrScreening    *screening;   /* (nullable) */
  GPtrArray       *found;       /* (nullable) (element-type SmrMuscle): what is searched for; NULL: everything */

  GtkSearchEntry  *search_entry;
  GtkLabel        *said_label;
  AdwToggleGroup  *role_group;
  AdwWrapBox      *chips;
  GtkStack        *stack;
  AdwBin          *hints_bin;
  SmrHintList     *hints;
  SmrBodyMap      *map;
  GtkListBox      *list;
};

G_DEFINE_FINAL_TYPE (SmrMusclePicker, smr_muscle_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  LINE_ENTERED,
  SEARCH_STARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SmrRole
get_role (SmrMusclePicker *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->role_group), "underactive") == 0 ? SMR_ROLE_UNDERACTIVE : SMR_ROLE_OVERACTIVE;
}

/* --- list ------------------------------------------------------------------------------------------------- */

/* The parts of the body that the list is divided into, in words. */
static const char *
get_region_label (const char *region)
{
  static const struct
  {
    const char *region;
    const char *label;
  } labels[] = {
    { "foot", N_ ("Foot") },
    { "lower_leg", N_ ("Lower leg") },
    { "thigh", N_ ("Thigh") },
    { "hip", N_ ("Hip") },
    { "low_back", N_ ("Low back") },
    { "abdomen", N_ ("Abdomen") },
    { "forearm", N_ ("Forearm") },
    { "back", N_ ("Back") },
    { "chest", N_ ("Chest") },
    { "shoulder", N_ ("Shoulder") },
    { "upper_back", N_ ("Upper back") },
    { "neck", N_ ("Neck") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].region, region))
        return _(labels[i].label);
    }
  return region;
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *region = smr_muscle_row_get_muscle (SMR_MUSCLE_ROW (row))->region;
  GtkWidget *label;

  if (before != NULL && g_str_equal (region, smr_muscle_row_get_muscle (SMR_MUSCLE_ROW (before))->region))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = gtk_label_new (get_region_label (region));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "muscle-region");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  SmrMusclePicker *self = user_data;

  return self->found == NULL || g_ptr_array_find (self->found, smr_muscle_row_get_muscle (SMR_MUSCLE_ROW (row)), NULL);
}

/* Along the body from the foot up; a region stays together where its first muscle stands. */
static int
compare_muscles (gconstpointer a, gconstpointer b)
{
  const SmrMuscle *first = *(const SmrMuscle * const *) a;
  const SmrMuscle *second = *(const SmrMuscle * const *) b;

  return first->order - second->order;
}

static GPtrArray *
sort_muscles (SmrCatalogue *catalogue)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  g_autoptr (GPtrArray) along_body = g_ptr_array_new ();
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < muscles->len; i++)
    g_ptr_array_add (along_body, g_ptr_array_index (muscles, i));
  g_ptr_array_sort (along_body, compare_muscles);
  for (guint i = 0; i < along_body->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (along_body, i);
      guint place = sorted->len;

      for (guint j = 0; j < sorted->len; j++)
        {
          if (g_str_equal (((const SmrMuscle *) g_ptr_array_index (sorted, j))->region, muscle->region))
            place = j + 1;
        }
      g_ptr_array_insert (sorted, place, (gpointer) muscle);
    }
  return sorted;
}

/* The @nth row that the search leaves. (nullable) */
static SmrMuscleRow *
find_match (SmrMusclePicker *self, guint nth)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (filter_cb (row, self) && nth-- == 0)
        return SMR_MUSCLE_ROW (row);
    }
  return NULL;
}

static void
show_rows (SmrMusclePicker *self)
{
  SmrRole role = get_role (self);
  const GArray *picks = role == SMR_ROLE_OVERACTIVE ? self->routine->overactive : self->routine->underactive;
  const GArray *others = role == SMR_ROLE_OVERACTIVE ? self->routine->underactive : self->routine->overactive;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *muscle = smr_muscle_row_get_muscle (SMR_MUSCLE_ROW (row))->id;

      smr_muscle_row_show (SMR_MUSCLE_ROW (row), role, smr_picks_get_sides (picks, muscle), smr_picks_get_sides (others, muscle), self->catalogue, self->screening);
    }
}

/* --- map -------------------------------------------------------------------------------------------------- */

static void
show_on_map (SmrMusclePicker *self, const SmrMuscle *muscle, SmrRole role)
{
  SmrSide out = self->screening != NULL ? smr_muscle_get_sides_out (muscle, role, self->screening) : SMR_SIDE_NONE;
  g_autofree char *reason = NULL;

  if (out != SMR_SIDE_NONE)
    reason = smr_muscle_dup_out_text (muscle, role, out, self->catalogue, self->screening, self->language);
  smr_body_map_show_muscle (self->map, muscle, smr_picks_get_sides (self->routine->overactive, muscle->id),
                            smr_picks_get_sides (self->routine->underactive, muscle->id), out, reason);
}

static void
show_map (SmrMusclePicker *self)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  SmrRole role = get_role (self);

  smr_body_map_set_role (self->map, role);
  for (guint i = 0; i < muscles->len; i++)
    show_on_map (self, g_ptr_array_index (muscles, i), role);
}

static void
part_picked_cb (SmrMusclePicker *self, const char *muscle, SmrRole role, SmrSide sides)
{
  g_signal_emit (self, signals[PICKED], 0, muscle, role, sides);
}

/* --- chips ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *muscle;
  SmrRole     role;
} Chip;

static void
chip_clicked_cb (SmrMusclePicker *self, GtkButton *button)
{
  const Chip *chip = g_object_get_data (G_OBJECT (button), "chip");

  /* The chip goes away with its pick, and the focus would with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  g_signal_emit (self, signals[PICKED], 0, chip->muscle, chip->role, SMR_SIDE_NONE);
}

static void
add_chip (SmrMusclePicker *self, const SmrPick *pick, SmrRole role)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, pick->muscle);
  g_autofree char *label = muscle != NULL ? smr_muscle_dup_label (muscle, pick->side, self->language) : g_strdup (pick->muscle);
  g_autofree char *name = g_strdup_printf (role == SMR_ROLE_OVERACTIVE ? _("Remove %s, overactive") : _("Remove %s, underactive"), label);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  Chip *chip = g_new0 (Chip, 1);

  chip->muscle = pick->muscle;
  chip->role = role;
  g_object_set_data_full (G_OBJECT (button), "chip", chip, g_free);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  if (role == SMR_ROLE_UNDERACTIVE)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("smr-activate-symbolic"));
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, button);
}

static void
add_chips (SmrMusclePicker *self, const GArray *picks, SmrRole role)
{
  for (guint i = 0; i < picks->len; i++)
    add_chip (self, &g_array_index (picks, SmrPick, i), role);
}

static void
show_chips (SmrMusclePicker *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);
  add_chips (self, self->routine->overactive, SMR_ROLE_OVERACTIVE);
  add_chips (self, self->routine->underactive, SMR_ROLE_UNDERACTIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->routine->overactive->len + self->routine->underactive->len > 0);
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static void
sides_changed_cb (SmrMusclePicker *self, SmrMuscleRow *row)
{
  /* The search has done its work: what is typed next begins another one. */
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  g_signal_emit (self, signals[PICKED], 0, smr_muscle_row_get_muscle (row)->id, get_role (self), smr_muscle_row_get_sides (row));
}

static void
row_activated_cb (SmrMusclePicker *self, SmrMuscleRow *row)
{
  smr_muscle_row_toggle_all (row);
}

/* Typing anywhere begins a search; the letters after the first go straight to the entry. */
static void
search_started_cb (SmrMusclePicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  g_signal_emit (self, signals[SEARCH_STARTED], 0);
}

static void
search_changed_cb (SmrMusclePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *name = smr_shorthand_dup_last_name (text);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (*name != '\0')
    self->found = smr_muscles_search (self->catalogue, self->language, name);
  smr_muscle_picker_say (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hints_bin), self->found == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->map), self->found == NULL);
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, find_match (self, 0) != NULL ? "list" : "nothing");
}

/* A name alone that is nobody's whole name may mean any of those that were found. */
static gboolean
is_open (SmrMusclePicker *self, const char *text)
{
  g_autofree char *name = smr_shorthand_dup_last_name (text);
  g_autofree char *folded_name = smr_fold (name);
  g_autofree char *folded = smr_fold (text);

  return g_str_equal (folded_name, folded) && find_match (self, 1) != NULL && smr_catalogue_lookup_muscle (self->catalogue, text) == NULL;
}

/* The only muscle that was found, or that is called just so, and nothing else was typed. (nullable) */
static SmrMuscleRow *
find_named_alone (SmrMusclePicker *self, const char *text)
{
  const SmrMuscle *muscle = smr_catalogue_lookup_muscle (self->catalogue, text);
  g_autofree char *name = smr_shorthand_dup_last_name (text);
  GtkListBoxRow *row;

  if (muscle == NULL && g_str_equal (name, text) && find_match (self, 1) == NULL)
    return find_match (self, 0);
  for (int i = 0; muscle != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (smr_muscle_row_get_muscle (SMR_MUSCLE_ROW (row)) == muscle)
        return SMR_MUSCLE_ROW (row);
    }
  return NULL;
}

/* Enter picks what the line names; a name that may mean several leads to the first of them. */
static void
search_activated_cb (SmrMusclePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  SmrMuscleRow *named = find_named_alone (self, text);
  gboolean picked = FALSE;

  if (*text == '\0' || !gtk_widget_get_sensitive (GTK_WIDGET (self->list)))
    return;
  if (named != NULL)
    {
      smr_muscle_row_toggle_all (named);
      return;
    }
  if (is_open (self, text))
    {
      gtk_widget_grab_focus (GTK_WIDGET (find_match (self, 0)));
      return;
    }
  g_signal_emit (self, signals[LINE_ENTERED], 0, text, get_role (self), &picked);
  if (picked)
    gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
search_stopped_cb (SmrMusclePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
focus_first_match (SmrMusclePicker *self)
{
  SmrMuscleRow *row = find_match (self, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
search_left_cb (SmrMusclePicker *self)
{
  focus_first_match (self);
}

static gboolean
search_key_pressed_cb (SmrMusclePicker *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  focus_first_match (self);
  return TRUE;
}

/* Up from the first row leads back to the search. */
static gboolean
keynav_failed_cb (SmrMusclePicker *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
role_changed_cb (SmrMusclePicker *self)
{
  if (self->routine == NULL)
    return;
  show_rows (self);
  show_map (self);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_muscle_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_MUSCLE_PICKER);

  G_OBJECT_CLASS (smr_muscle_picker_parent_class)->dispose (object);
}

static void
smr_muscle_picker_finalize (GObject *object)
{
  SmrMusclePicker *self = SMR_MUSCLE_PICKER (object);

  g_clear_pointer (&self->catalogue, smr_catalogue_unref);
  g_clear_pointer (&self->routine, smr_routine_unref);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (smr_muscle_picker_parent_class)->finalize (object);
}

static void
smr_muscle_picker_class_init (SmrMusclePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_muscle_picker_dispose;
  object_class->finalize = smr_muscle_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[LINE_ENTERED] = g_signal_new ("line-entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SEARCH_STARTED] = g_signal_new ("search-started", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SMR_TYPE_BODY_MAP);
  g_type_ensure (SMR_TYPE_HINT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-muscle-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, said_label);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, role_group);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, chips);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, hints_bin);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, hints);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, map);
  gtk_widget_class_bind_template_child (widget_class, SmrMusclePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
smr_muscle_picker_init (SmrMusclePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

void
smr_muscle_picker_set_catalogue (SmrMusclePicker *self, SmrCatalogue *catalogue, const char *language)
{
  g_autoptr (GPtrArray) muscles = sort_muscles (catalogue);

  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = smr_catalogue_ref (catalogue);
  self->language = g_intern_string (language);
  smr_body_map_set_catalogue (self->map, catalogue, self->language);
  for (guint i = 0; i < muscles->len; i++)
    {
      GtkWidget *row = smr_muscle_row_new (g_ptr_array_index (muscles, i), self->language);

      g_signal_connect_object (row, "sides-changed", G_CALLBACK (sides_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
}

void
smr_muscle_picker_show (SmrMusclePicker *self, SmrRoutine *routine, SmrScreening *screening)
{
  gboolean same = self->routine != NULL && self->screening == screening && smr_picks_equal (self->routine->overactive, routine->overactive) &&
                  smr_picks_equal (self->routine->underactive, routine->underactive);

  g_clear_pointer (&self->routine, smr_routine_unref);
  self->routine = smr_routine_ref (routine);
  if (same)
    return;
  if (screening != self->screening)
    {
      g_clear_pointer (&self->screening, smr_screening_unref);
      self->screening = screening != NULL ? smr_screening_ref (screening) : NULL;
    }
  show_rows (self);
  show_map (self);
  show_chips (self);
  smr_hint_list_show (self->hints, self->routine, self->screening);
}

void
smr_muscle_picker_set_assessment (SmrMusclePicker *self, const SmrAssessment *assessment)
{
  smr_hint_list_set_assessment (self->hints, assessment, self->catalogue, self->language);
  if (self->routine != NULL)
    smr_hint_list_show (self->hints, self->routine, self->screening);
}

void
smr_muscle_picker_set_editable (SmrMusclePicker *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->chips), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hints), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->map), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), editable);
}

void
smr_muscle_picker_set_key_capture (SmrMusclePicker *self, GtkWidget *widget)
{
  gtk_search_entry_set_key_capture_widget (self->search_entry, widget);
}

void
smr_muscle_picker_focus_search (SmrMusclePicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
smr_muscle_picker_say (SmrMusclePicker *self, const char *text)
{
  gtk_label_set_label (self->said_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
