#include "smr-handout-setter.h"

#include "smr-handout-fonts.h"

#include <math.h>

/* Inter is built in; were it not to be loaded, GNOME's own looks nearly the same. */
#define FAMILIES "Inter, Adwaita Sans, Sans"

static const struct
{
  double      size;
  double      large_print;
  PangoWeight weight;
  float       leading;  /* line height as a multiple of the font's own */
} faces[SMR_N_FACES] = {
  [SMR_FACE_CLIENT] = { 20, 17.5, PANGO_WEIGHT_BOLD, 0.98 },
  [SMR_FACE_LARGE] = { 18, 15, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_HEADING] = { 13, 13.75, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_TITLE] = { 13, 12.5, PANGO_WEIGHT_NORMAL, 1.04 },
  [SMR_FACE_DOSE] = { 13, 13, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_NAME] = { 11, 12.5, PANGO_WEIGHT_SEMIBOLD, 1.06 },
  [SMR_FACE_LEAD] = { 11, 11.25, PANGO_WEIGHT_NORMAL, 1.1 },
  [SMR_FACE_LABEL] = { 9.5, 11.25, PANGO_WEIGHT_SEMIBOLD, 1.1 },
  [SMR_FACE_BODY] = { 9.5, 11.25, PANGO_WEIGHT_NORMAL, 1.1 },
  [SMR_FACE_CHIP] = { 8, 10, PANGO_WEIGHT_SEMIBOLD, 1.06 },
  [SMR_FACE_SMALL] = { 8, 10, PANGO_WEIGHT_NORMAL, 1.06 },
};

static gboolean
is_right_to_left (const char *language)
{
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_from_string (language), &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

static void
measure_ascents (SmrSetter *self)
{
  double scale = self->scale;

  self->scale = 1;
  for (SmrFace face = 0; face < SMR_N_FACES; face++)
    {
      g_autoptr (PangoLayout) layout = smr_setter_layout (self, face, -1, SMR_ALIGN_START, "x");

      self->ascents[face] = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
    }
  self->scale = scale;
}

void
smr_setter_init (SmrSetter *self, const char *language, double width, double scale)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  smr_handout_load_fonts ();

  /* Nothing of the target may enter the measures: screen, printer and PDF have to break the same lines. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->right_to_left = is_right_to_left (language);
  pango_context_set_language (self->context, pango_language_from_string (language));
  pango_context_set_base_dir (self->context, self->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->width = width;
  self->scale = scale;
  self->large_print = FALSE;
  measure_ascents (self);

  cairo_font_options_destroy (options);
}

void
smr_setter_use_large_print (SmrSetter *self)
{
  self->large_print = TRUE;
  measure_ascents (self);
}

void
smr_setter_clear (SmrSetter *self)
{
  g_clear_object (&self->context);
}

/* No hyphens in names that are broken anywhere. Figures of one width: Inter also draws the space behind a proportional 1
 * so narrow that "1 spot" looks like one word. */
static void
set_attributes (PangoLayout *layout, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *start = p;
      PangoAttribute *attribute;

      while (g_ascii_isdigit (*p))
        p++;
      if (p == start)
        continue;

      attribute = pango_attr_font_features_new ("tnum");
      attribute->start_index = start - text;
      attribute->end_index = p - text;
      pango_attr_list_insert (attributes, attribute);
      if (*p == '\0')
        break;
    }
  pango_layout_set_attributes (layout, attributes);
}

PangoLayout *
smr_setter_layout (const SmrSetter *self, SmrFace face, double width, SmrAlign align, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  gboolean left = (align == SMR_ALIGN_START) != self->right_to_left;
  double size = self->large_print ? faces[face].large_print : faces[face].size;

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_weight (font, faces[face].weight);
  pango_font_description_set_size (font, (int) round (size * self->scale * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_line_spacing (layout, faces[face].leading);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout,
                              align == SMR_ALIGN_CENTER ? PANGO_ALIGN_CENTER : left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) ceil (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  set_attributes (layout, text);

  pango_font_description_free (font);
  return layout;
}

double
smr_setter_measure (const SmrSetter *self, SmrFace face, const char *text)
{
  g_autoptr (PangoLayout) layout = smr_setter_layout (self, face, -1, SMR_ALIGN_START, text);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
smr_setter_get_ascent (const SmrSetter *self, SmrFace face)
{
  return self->ascents[face] * self->scale;
}
