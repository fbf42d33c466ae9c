#include "smr-catalogue-reader.h"
#include "smr-figure.h"

#include <glib/gprintf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

/* Draws the pictures of all exercises as contact sheets, a file for each phase, to be looked at one by one; of those
 * named as arguments a large picture each. */

#define COLUMNS 6
#define CELL    330
#define LABEL   34
#define LARGE   900

static char *folder = NULL;
static char *catalogue_folder = NULL;
static char *scheme_name = NULL;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "Where the images go", "FOLDER" },
  { "catalogue", 'c', 0, G_OPTION_ARG_FILENAME, &catalogue_folder, "Read these files instead of what is built in", "FOLDER" },
  { "scheme", 's', 0, G_OPTION_ARG_STRING, &scheme_name, "light, dark, high-contrast, paper or grey", "NAME" },
  { NULL },
};

typedef struct
{
  const char     *name;
  SmrFigureScheme scheme;
  double          ground;
  gboolean        grey;
} Look;

static const Look looks[] = {
  { "light", SMR_FIGURE_SCHEME_LIGHT, 1, FALSE },
  { "dark", SMR_FIGURE_SCHEME_DARK, 0.14, FALSE },
  { "high-contrast", SMR_FIGURE_SCHEME_HIGH_CONTRAST, 1, FALSE },
  { "paper", SMR_FIGURE_SCHEME_PAPER, 1, FALSE },
  { "grey", SMR_FIGURE_SCHEME_PAPER, 1, TRUE },
};

static const Look *
find_look (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (g_strcmp0 (looks[i].name, scheme_name) == 0)
        return &looks[i];
    }
  return &looks[0];
}

static cairo_t *
begin_image (const Look *look, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, look->ground, look->ground, look->ground);
  cairo_paint (cr);
  return cr;
}

static gboolean
end_image (cairo_t *cr, const Look *look, const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  cairo_status_t status;

  if (look->grey)
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_HSL_SATURATION);
      cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
      cairo_paint (cr);
    }
  status = cairo_surface_write_to_png (cairo_get_target (cr), path);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    g_printf ("%s\n", path);
  else
    g_fprintf (stderr, "%s: %s\n", path, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static void
draw_label (cairo_t *cr, const char *text, double x, double y, double width, double grey)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Inter 9");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -2);
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

static void
draw_cell (cairo_t *cr, const Look *look, SmrCatalogue *catalogue, const SmrExercise *exercise, double x, double y)
{
  const SmrFigure *figure = smr_catalogue_find_figure (catalogue, exercise->id);

  if (figure != NULL)
    smr_figure_draw (cr, figure, SMR_ITEM_SIDE_TOGETHER, look->scheme, x + 12, y + 12, CELL - 24, CELL - 24);
  draw_label (cr, exercise->id, x + 4, y + CELL - 4, CELL - 8, look->ground > 0.5 ? 0.3 : 0.8);
}

static gboolean
draw_sheet (const Look *look, SmrCatalogue *catalogue, SmrPhase phase)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  g_autoptr (GPtrArray) of_phase = g_ptr_array_new ();
  g_autofree char *name = g_strconcat ("pictures-", smr_phase_to_string (phase), NULL);
  cairo_t *cr;

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (exercise->phase == phase && smr_catalogue_find_figure (catalogue, exercise->id) != NULL)
        g_ptr_array_add (of_phase, (gpointer) exercise);
    }
  cr = begin_image (look, COLUMNS * CELL, MAX ((int) (of_phase->len + COLUMNS - 1) / COLUMNS, 1) * (CELL + LABEL));
  for (guint i = 0; i < of_phase->len; i++)
    draw_cell (cr, look, catalogue, g_ptr_array_index (of_phase, i),
               (i % COLUMNS) * CELL, (i / COLUMNS) * (CELL + LABEL));
  return end_image (cr, look, name);
}

static gboolean
draw_large (const Look *look, SmrCatalogue *catalogue, const char *id)
{
  const SmrFigure *figure = smr_catalogue_find_figure (catalogue, id);
  cairo_t *cr;

  if (figure == NULL)
    {
      g_fprintf (stderr, "%s: no such picture\n", id);
      return FALSE;
    }
  cr = begin_image (look, LARGE, LARGE);
  smr_figure_draw (cr, figure, SMR_ITEM_SIDE_TOGETHER, look->scheme, 30, 30, LARGE - 60, LARGE - 60);
  return end_image (cr, look, id);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[EXERCISE...]");
  g_autoptr (SmrCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  if (folder == NULL)
    folder = g_strdup (".");
  g_mkdir_with_parents (folder, 0777);
  catalogue = catalogue_folder != NULL ? smr_catalogue_load_folder (catalogue_folder, &error) : smr_catalogue_load_builtin ();
  if (catalogue == NULL)
    {
      g_fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  for (int i = 1; i < argc; i++)
    done &= draw_large (find_look (), catalogue, argv[i]);
  for (guint phase = 0; argc < 2 && phase < SMR_N_PHASES; phase++)
    done &= draw_sheet (find_look (), catalogue, phase);
  return done ? 0 : 1;
}
