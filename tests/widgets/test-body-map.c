#include <adwaita.h>

#include "smr-body-canvas.h"
#include "smr-body-map.h"
#include "smr-body-part.h"
#include "smr-catalogue-reader.h"

typedef struct
{
  SmrCatalogue *catalogue;
  SmrBodyMap   *map;
  GtkWindow    *window;
  GtkWidget    *canvas;
  GPtrArray    *parts;          /* drawn, then listed */
  char         *picked;         /* the last signal in words */
} Fixture;

static void
find_all (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static void
settle (void)
{
  for (int i = 0; i < 30; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
picked_cb (Fixture *fixture, const char *muscle, guint role, guint sides)
{
  g_free (fixture->picked);
  fixture->picked = g_strdup_printf ("%s %s %s", muscle, smr_role_to_string (role), sides == 0 ? "none" : smr_side_to_string (sides));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) canvases = g_ptr_array_new ();

  fixture->catalogue = smr_catalogue_load_builtin ();
  fixture->map = g_object_new (SMR_TYPE_BODY_MAP, NULL);
  fixture->parts = g_ptr_array_new ();
  smr_body_map_set_catalogue (fixture->map, fixture->catalogue, "en");
  smr_body_map_set_role (fixture->map, SMR_ROLE_OVERACTIVE);
  g_signal_connect_swapped (fixture->map, "picked", G_CALLBACK (picked_cb), fixture);
  find_all (GTK_WIDGET (fixture->map), SMR_TYPE_BODY_PART, fixture->parts);
  find_all (GTK_WIDGET (fixture->map), SMR_TYPE_BODY_CANVAS, canvases);
  fixture->canvas = g_ptr_array_index (canvases, 0);

  fixture->window = GTK_WINDOW (g_object_ref_sink (gtk_window_new ()));
  gtk_window_set_default_size (fixture->window, 380, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->map));
  gtk_window_present (fixture->window);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  settle ();
  g_assert_finalize_object (fixture->window);
  g_ptr_array_unref (fixture->parts);
  g_free (fixture->picked);
  smr_catalogue_unref (fixture->catalogue);
}

static SmrBodyPart *
find_part (Fixture *fixture, const char *muscle, SmrSide side)
{
  for (guint i = 0; i < fixture->parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (fixture->parts, i);

      if (g_str_equal (smr_body_part_get_muscle (part)->id, muscle) && smr_body_part_get_side (part) == side)
        return part;
    }
  g_assert_not_reached ();
}

static void
show (Fixture *fixture, const char *id, SmrSide overactive, SmrSide underactive, SmrSide excluded, const char *reason)
{
  smr_body_map_show_muscle (fixture->map, smr_catalogue_find_muscle (fixture->catalogue, id), overactive, underactive, excluded, reason);
}

/* --- tests ------------------------------------------------------------------------------------------------ */

static void
test_each_muscle_has_its_toggles (Fixture *fixture, gconstpointer data)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (fixture->catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      find_part (fixture, muscle->id, muscle->paired ? SMR_SIDE_LEFT : SMR_SIDE_MIDLINE);
      if (muscle->paired)
        find_part (fixture, muscle->id, SMR_SIDE_RIGHT);
    }
  for (guint i = 0; i < fixture->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (fixture->parts, i);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_widget_get_focusable (part));
    }
}

static void
test_names_say_side_and_state (Fixture *fixture, gconstpointer data)
{
  SmrBodyPart *left = find_part (fixture, "gastrocnemius", SMR_SIDE_LEFT);
  SmrBodyPart *right = find_part (fixture, "gastrocnemius", SMR_SIDE_RIGHT);
  SmrBodyPart *belly = find_part (fixture, "abdominals", SMR_SIDE_MIDLINE);

  show (fixture, "gastrocnemius", SMR_SIDE_LEFT, SMR_SIDE_NONE, SMR_SIDE_RIGHT, "Right side out: Surgery");
  show (fixture, "abdominals", SMR_SIDE_NONE, SMR_SIDE_MIDLINE, SMR_SIDE_NONE, NULL);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (left), GTK_ACCESSIBLE_PROPERTY_LABEL, "Calf, left, overactive");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_PROPERTY_LABEL, "Calf, right");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (belly), GTK_ACCESSIBLE_PROPERTY_LABEL, "Front of belly, underactive");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (left), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_assert_cmpint (smr_body_part_get_mark (right), ==, SMR_BODY_MARK_EXCLUDED);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Right side out: Surgery");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (right)), ==, "Calves (gastrocnemius), right\nRight side out: Surgery");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (left)), ==, "Calves (gastrocnemius), left");
}

/* From any muscle, arrow keys lead to every other one of both figures. */
static void
test_arrows_reach_every_muscle (Fixture *fixture, gconstpointer data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT, GTK_DIR_RIGHT };
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();
  guint n_drawn = 0;

  for (guint i = 0; i < fixture->parts->len; i++)
    n_drawn += !smr_body_part_is_listed (g_ptr_array_index (fixture->parts, i));
  g_ptr_array_add (reached, g_ptr_array_index (fixture->parts, 0));
  for (guint i = 0; i < reached->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (directions); j++)
        {
          GtkWidget *focus;

          gtk_widget_grab_focus (g_ptr_array_index (reached, i));
          gtk_widget_child_focus (fixture->canvas, directions[j]);
          focus = gtk_window_get_focus (fixture->window);
          g_assert_true (SMR_IS_BODY_PART (focus));
          if (!g_ptr_array_find (reached, focus, NULL))
            g_ptr_array_add (reached, focus);
        }
    }
  g_assert_cmpuint (reached->len, ==, n_drawn);
}

/* Tab goes in where it went out, and out with one press. */
static void
test_tab_passes_the_map (Fixture *fixture, gconstpointer data)
{
  SmrBodyPart *calf = find_part (fixture, "gastrocnemius", SMR_SIDE_LEFT);

  gtk_widget_grab_focus (GTK_WIDGET (calf));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  g_assert_true (smr_body_part_is_listed (SMR_BODY_PART (gtk_window_get_focus (fixture->window))));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (calf));
}

static void
test_toggling_picks_a_side (Fixture *fixture, gconstpointer data)
{
  SmrBodyPart *left = find_part (fixture, "gastrocnemius", SMR_SIDE_LEFT);
  SmrBodyPart *right = find_part (fixture, "gastrocnemius", SMR_SIDE_RIGHT);
  SmrBodyPart *deep = find_part (fixture, "piriformis", SMR_SIDE_LEFT);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "body-part.toggle", NULL));
  g_assert_cmpstr (fixture->picked, ==, "gastrocnemius overactive left");
  show (fixture, "gastrocnemius", SMR_SIDE_LEFT, SMR_SIDE_NONE, SMR_SIDE_NONE, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (right), "body-part.toggle", NULL));
  g_assert_cmpstr (fixture->picked, ==, "gastrocnemius overactive both");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (right), "body-part.underactive", NULL));
  g_assert_cmpstr (fixture->picked, ==, "gastrocnemius underactive right");

  /* A click takes back a pick of the other role too. */
  smr_body_map_set_role (fixture->map, SMR_ROLE_UNDERACTIVE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "body-part.toggle", NULL));
  g_assert_cmpstr (fixture->picked, ==, "gastrocnemius overactive none");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (deep), "body-part.toggle", NULL));
  g_assert_cmpstr (fixture->picked, ==, "piriformis underactive left");
}

/* What the pointer is over is what is drawn there, not the box around it. */
static void
test_pointer_finds_the_muscle (Fixture *fixture, gconstpointer data)
{
  guint n_found = 0;

  for (guint i = 0; i < fixture->parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (fixture->parts, i);
      graphene_rect_t bounds;
      gboolean found = FALSE;

      if (smr_body_part_is_listed (part))
        continue;
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (part), fixture->canvas, &bounds));
      for (float y = bounds.origin.y; y < bounds.origin.y + bounds.size.height && !found; y++)
        {
          for (float x = bounds.origin.x; x < bounds.origin.x + bounds.size.width && !found; x++)
            found = gtk_widget_pick (fixture->canvas, x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (part);
        }
      g_assert_true (found);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 50);
  g_assert_true (gtk_widget_pick (fixture->canvas, 3, 3, GTK_PICK_DEFAULT) == fixture->canvas);
}

static void
click_canvas (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->canvas);

  g_clear_pointer (&fixture->picked, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

/* The calf has two heads; between them is neither, yet that is the calf's middle. */
static void
test_click_on_a_seam (Fixture *fixture, gconstpointer data)
{
  SmrBodyPart *calf = find_part (fixture, "gastrocnemius", SMR_SIDE_LEFT);
  graphene_rect_t bounds;
  float x, y;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (calf), fixture->canvas, &bounds));
  y = bounds.origin.y + bounds.size.height / 2;
  for (x = bounds.origin.x + 6; gtk_widget_pick (fixture->canvas, x, y, GTK_PICK_DEFAULT) != fixture->canvas; x += 0.25)
    g_assert_cmpfloat (x, <, bounds.origin.x + bounds.size.width);
  click_canvas (fixture, x, y);
  g_assert_cmpstr (fixture->picked, ==, "gastrocnemius overactive left");

  click_canvas (fixture, 3, 3);
  g_assert_null (fixture->picked);
  /* On a muscle the click is the muscle's alone. */
  click_canvas (fixture, bounds.origin.x + 6, y);
  g_assert_null (fixture->picked);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (fixture->canvas);

  smr_body_map_set_zoom (fixture->map, 2);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->canvas), ==, 2 * width);
  smr_body_map_set_zoom (fixture->map, 100);
  g_assert_cmpfloat (smr_body_map_get_zoom (fixture->map), ==, SMR_BODY_MAP_MOST_ZOOM);
  smr_body_map_set_zoom (fixture->map, 0.1);
  settle ();
  g_assert_cmpfloat (smr_body_map_get_zoom (fixture->map), ==, 1);
  g_assert_cmpint (gtk_widget_get_width (fixture->canvas), ==, width);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add ("/body-map-widget/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("each-muscle-has-its-toggles", test_each_muscle_has_its_toggles);
  ADD ("names-say-side-and-state", test_names_say_side_and_state);
  ADD ("arrows-reach-every-muscle", test_arrows_reach_every_muscle);
  ADD ("tab-passes-the-map", test_tab_passes_the_map);
  ADD ("toggling-picks-a-side", test_toggling_picks_a_side);
  ADD ("pointer-finds-the-muscle", test_pointer_finds_the_muscle);
  ADD ("click-on-a-seam", test_click_on_a_seam);
  ADD ("zoom", test_zoom);
#undef ADD
  return g_test_run ();
}
