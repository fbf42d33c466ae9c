#include "smr-progress-sheet.h"

#include "smr-handout-private.h"
#include "smr-progress-charts.h"
#include "smr-writer.h"

#define CHART_HEIGHT 130.0
#define GAP 6.0

typedef struct
{
  SmrWriter                 writer;
  const SmrProgressContent *content;
  SmrSheetFrame            *frame;
  const SmrSetter          *setter; /* while blocks are made */
  GPtrArray                *blocks;
} Sheet;

/* --- days ------------------------------------------------------------------------------------------------- */

static char *
say_day (gpointer data, SmrDate date)
{
  return smr_writer_say_date (data, date);
}

/* "2 November" */
static char *
say_short_day (gpointer data, SmrDate date)
{
  SmrWriter *writer = data;
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (writer, "progress_day"));
  g_autofree char *month_id = NULL;
  int month, day;

  smr_date_get_ymd (date, NULL, &month, &day);
  month_id = g_strdup_printf ("month_%d", month);
  smr_message_set_int (message, "day", day);
  smr_message_set_text (message, "month", smr_writer_find (writer, month_id));
  return smr_message_format (message, writer->language);
}

/* --- blocks ----------------------------------------------------------------------------------------------- */

static void
set_style (Sheet *self, SmrChart *chart)
{
  SmrChartStyle style = {
    .ink = smr_ink_black, .quiet = smr_ink_quiet, .line = smr_ink_line, .first = smr_ink_black, .second = smr_ink_quiet,
  };
  g_autoptr (PangoLayout) layout = smr_setter_layout (self->setter, SMR_FACE_SMALL, self->setter->width, SMR_ALIGN_START, "0");

  style.font = (PangoFontDescription *) pango_layout_get_font_description (layout);
  smr_chart_set_style (chart, &style);
}

/* A heading, the chart and its sentence stay together. Takes @chart and @text. */
static void
add_chart_take (Sheet *self, SmrFace face, const char *heading, SmrChart *chart, SmrMessage *text)
{
  g_autofree char *sentence = smr_message_format (text, self->writer.language);
  SmrBlock *block = smr_block_new ();
  double width = self->setter->width;
  double y = smr_block_add_text (block, self->setter, face, &smr_ink_black, 0, 0, width, SMR_ALIGN_START, heading);

  set_style (self, chart);
  smr_block_add_drawing (block, smr_chart_draw, chart, (GDestroyNotify) smr_chart_free, 0, y + GAP, width, CHART_HEIGHT);
  smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, y + GAP + CHART_HEIGHT + GAP / 2, width, SMR_ALIGN_START, sentence);
  block->space_before = 3 * GAP;
  g_ptr_array_add (self->blocks, block);
  smr_message_free (text);
}

static void
add_text (Sheet *self, SmrFace face, const SmrInk *ink, const char *text, gboolean keep_with_next)
{
  SmrBlock *block = smr_block_new ();

  smr_block_add_text (block, self->setter, face, ink, 0, 0, self->setter->width, SMR_ALIGN_START, text);
  block->space_before = 3 * GAP;
  block->keep_with_next = keep_with_next;
  g_ptr_array_add (self->blocks, block);
}

static void
add_head (Sheet *self)
{
  SmrBlock *block = smr_block_new ();
  g_autofree char *title = smr_writer_say (&self->writer, "progress_title");
  double y = smr_sheet_frame_add_letterhead (self->frame, block, self->setter);

  y = smr_block_add_text (block, self->setter, SMR_FACE_CLIENT, &smr_ink_black, 0, y > 0 ? y + 2 * GAP : 0, self->setter->width,
                          SMR_ALIGN_START, self->content->record->client->name);
  smr_block_add_text (block, self->setter, SMR_FACE_TITLE, &smr_ink_quiet, 0, y, self->setter->width, SMR_ALIGN_START, title);
  g_ptr_array_add (self->blocks, block);
}

static void
add_weeks (Sheet *self)
{
  SmrCatalogue *catalogue = self->content->catalogue;
  g_autoptr (GArray) weeks = smr_progress_list_weeks (self->content->record, self->content->today);
  g_autofree char *pain = smr_writer_say (&self->writer, "progress_pain");
  g_autofree char *days = smr_writer_say (&self->writer, "progress_days");

  if (weeks->len == 0)
    return;
  add_chart_take (self, SMR_FACE_HEADING, pain,
                  smr_chart_new_pain (catalogue, self->writer.language, weeks, say_short_day, &self->writer),
                  smr_progress_describe_pain (catalogue, weeks, say_day, &self->writer));
  add_chart_take (self, SMR_FACE_HEADING, days,
                  smr_chart_new_days (catalogue, self->writer.language, weeks, say_short_day, &self->writer),
                  smr_progress_describe_days (catalogue, weeks));
}

static void
add_ranges (Sheet *self)
{
  SmrCatalogue *catalogue = self->content->catalogue;
  g_autoptr (GPtrArray) ranges = smr_progress_list_ranges (catalogue, self->content->record);
  g_autofree char *heading = smr_writer_say (&self->writer, "progress_ranges");

  if (ranges->len > 0)
    add_text (self, SMR_FACE_HEADING, &smr_ink_black, heading, TRUE);
  for (guint i = 0; i < ranges->len; i++)
    {
      const SmrRangeSeries *series = g_ptr_array_index (ranges, i);

      add_chart_take (self, SMR_FACE_NAME, smr_text_get (series->movement->name, self->writer.language),
                      smr_chart_new_range (catalogue, self->writer.language, series, say_short_day, &self->writer),
                      smr_progress_describe_range (catalogue, series, say_day, &self->writer));
    }
}

static GPtrArray *
make_blocks (Sheet *self, const SmrSetter *setter, double height)
{
  g_autofree char *note = smr_writer_say (&self->writer, "progress_note");

  self->setter = setter;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);
  add_head (self);
  add_weeks (self);
  add_ranges (self);
  add_text (self, SMR_FACE_SMALL, &smr_ink_quiet, note, FALSE);
  return self->blocks;
}

SmrHandout *
smr_handout_new_progress (const SmrProgressContent *content, const SmrSheet *sheet)
{
  Sheet self = { .writer = { .catalogue = content->catalogue }, .content = content };
  const char *name = content->record->client->name;
  g_autoptr (SmrSheetFrame) frame = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  SmrPaper paper = { .make_blocks = (SmrBlocksFunc) make_blocks };

  smr_writer_set_language (&self.writer, content->language);
  day = smr_writer_say_date (&self.writer, content->today);
  self.frame = frame = smr_sheet_frame_new_take (&self.writer, content->practice, g_strdup_printf ("\u2068%s\u2069  ·  %s", name, day));
  kind = smr_writer_say (&self.writer, "progress_title");
  title = g_strdup_printf ("%s - %s", name, kind);
  paper.frame = frame;
  paper.title = title;
  return smr_handout_new_from_blocks (&paper, sheet, &self);
}
