#include "smr-sheet-frame.h"

#include <gdk/gdk.h>

#include "smr-handout-list-private.h"
#include "smr-writer.h"

#define LOGO_HEIGHT (14 * SMR_LIST_MM)
#define LOGO_WIDTH (60 * SMR_LIST_MM)

/* --- words ---------------------------------------------------------------------------------------------- */

static char *
make_contact (const SmrPractice *practice)
{
  g_auto (GStrv) lines = g_strsplit (practice->address, "\n", -1);
  g_autofree char *address = g_strjoinv (", ", lines);

  if (address[0] == '\0' || practice->phone[0] == '\0')
    return g_strconcat (address, practice->phone, NULL);
  return g_strjoin ("  ·  ", address, practice->phone, NULL);
}

SmrSheetFrame *
smr_sheet_frame_new_take (SmrWriter *writer, const SmrPractice *practice, char *foot)
{
  SmrSheetFrame *self = g_rc_box_new0 (SmrSheetFrame);

  self->language = g_intern_string (writer->language);
  self->practice = g_strdup (practice->name);
  self->contact = make_contact (practice);
  if (practice->logo != NULL)
    self->logo = g_bytes_ref (practice->logo);
  if (practice->sample)
    {
      self->sample = smr_writer_say (writer, "sample");
      self->sample_foot = smr_writer_say (writer, "sample_note");
    }
  self->foot = foot;
  self->page = smr_writer_say (writer, "page");
  return self;
}

SmrSheetFrame *
smr_sheet_frame_ref (SmrSheetFrame *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (SmrSheetFrame *self)
{
  g_free (self->practice);
  g_free (self->contact);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->sample);
  g_free (self->sample_foot);
  g_free (self->foot);
  g_free (self->page);
}

void
smr_sheet_frame_unref (SmrSheetFrame *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

/* --- letterhead ----------------------------------------------------------------------------------------- */

cairo_surface_t *
smr_sheet_image_load (GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  cairo_surface_t *image;

  if (texture == NULL)
    return NULL;

  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                      gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (image), cairo_image_surface_get_stride (image));
  cairo_surface_mark_dirty (image);
  return image;
}

double
smr_sheet_frame_add_letterhead (const SmrSheetFrame *self, SmrBlock *block, const SmrSetter *setter)
{
  cairo_surface_t *logo = self->logo != NULL ? smr_sheet_image_load (self->logo) : NULL;
  double logo_width = 0, logo_height = 0, chip_width = 0, x = 0, y = 0, width, text_height = 0;

  if (logo != NULL)
    {
      double scale = MIN (LOGO_HEIGHT / cairo_image_surface_get_height (logo),
                          LOGO_WIDTH / cairo_image_surface_get_width (logo));

      logo_width = cairo_image_surface_get_width (logo) * scale;
      logo_height = cairo_image_surface_get_height (logo) * scale;
      smr_block_add_image (block, logo, 0, 0, logo_width, logo_height);
      cairo_surface_destroy (logo);
      x = logo_width + 10;
    }

  if (self->sample != NULL)
    chip_width = smr_list_add_chip (NULL, setter, 0, 0, self->sample);
  width = setter->width - x - (chip_width > 0 ? chip_width + 10 : 0);

  if (self->practice[0] != '\0')
    {
      g_autoptr (SmrBlock) trial = smr_block_new ();

      y = smr_block_add_text (trial, setter, SMR_FACE_NAME, &smr_ink_black, 0, 0, width, SMR_ALIGN_START,
                              self->practice);
      if (self->contact[0] != '\0')
        y = smr_block_add_text (trial, setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, y, width, SMR_ALIGN_START,
                                self->contact);
      text_height = y;

      y = MAX (0, (logo_height - text_height) / 2);
      y = smr_block_add_text (block, setter, SMR_FACE_NAME, &smr_ink_black, x, y, width, SMR_ALIGN_START,
                              self->practice);
      if (self->contact[0] != '\0')
        y = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y, width, SMR_ALIGN_START,
                                self->contact);
    }

  if (chip_width > 0)
    smr_list_add_chip (block, setter, setter->width - chip_width, MAX (logo_height, text_height) / 2 + 4, self->sample);

  y = MAX (block->height, logo_height);
  if (y == 0)
    return 0;

  y += 7;
  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, y, setter->width, y);
  return y;
}

/* --- foot ----------------------------------------------------------------------------------------------- */

static char *
format_page (const SmrSheetFrame *self, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *count = g_strdup_printf ("%u", n_pages);
  GString *label = g_string_new (self->page);

  g_string_replace (label, "{page}", number, 0);
  g_string_replace (label, "{pages}", count, 0);
  return g_string_free (label, FALSE);
}

SmrBlock *
smr_sheet_frame_new_foot (const SmrSheetFrame *self, const SmrSetter *setter, guint page, guint n_pages)
{
  SmrBlock *block = smr_block_new ();
  g_autofree char *label = format_page (self, page, n_pages);
  double page_width = smr_setter_measure (setter, SMR_FACE_SMALL, label) + 1, y = 8;
  double baseline = y + 5 + smr_setter_get_ascent (setter, SMR_FACE_SMALL);
  double width = setter->width - page_width - 12;
  double sample_width = self->sample_foot != NULL ? smr_setter_measure (setter, SMR_FACE_CHIP,
                                                                        self->sample_foot) + 1 : 0;

  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, y, setter->width, y);
  if (sample_width > 0)
    {
      width -= sample_width + 12;
      smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, width + 12, baseline, sample_width,
                             SMR_ALIGN_START, self->sample_foot);
    }
  smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_black, 0, baseline, width, SMR_ALIGN_START,
                         self->foot);
  smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_black, setter->width - page_width, baseline,
                         page_width, SMR_ALIGN_END, label);
  return block;
}
