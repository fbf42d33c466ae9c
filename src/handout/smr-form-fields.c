#include "smr-form-fields.h"

#include "smr-handout-list-private.h"

/* Room to write in by hand. */
#define ROW_HEIGHT 22.0
#define BOX 12.0
#define GAP 6.0
#define FIELD_GAP 16.0

typedef enum
{
  PART_WORD,
  PART_LINE,
  PART_BOX,
} PartKind;

typedef struct
{
  PartKind kind;
  gboolean begins;             /* a field */
  gboolean ends_row;
  gboolean grows;
  double   width;
  char    *text;
} Part;

struct _SmrFields
{
  const SmrSetter *setter;
  GArray          *parts;      /* (element-type Part) */
  gboolean         begins;     /* the next part begins a field */
};

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->text);
}

SmrFields *
smr_fields_new (const SmrSetter *setter)
{
  SmrFields *self = g_new0 (SmrFields, 1);

  self->setter = setter;
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  return self;
}

void
smr_fields_free (SmrFields *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

static void
add (SmrFields *self, PartKind kind, double width, gboolean grows, const char *text)
{
  Part part = { .kind = kind, .begins = self->begins, .grows = grows, .width = width, .text = g_strdup (text) };

  self->begins = FALSE;
  g_array_append_val (self->parts, part);
}

void
smr_fields_begin (SmrFields *self, const char *label)
{
  self->begins = TRUE;
  if (*label != '\0')
    smr_fields_add_word (self, label);
}

void
smr_fields_add_word (SmrFields *self, const char *word)
{
  add (self, PART_WORD, smr_setter_measure (self->setter, SMR_FACE_BODY, word) + 1, FALSE, word);
}

void
smr_fields_add_line (SmrFields *self, double width, gboolean grow)
{
  add (self, PART_LINE, width, grow, NULL);
}

void
smr_fields_add_box (SmrFields *self, const char *label)
{
  add (self, PART_BOX, BOX + 5 + smr_setter_measure (self->setter, SMR_FACE_BODY, label) + 1, FALSE, label);
}

void
smr_fields_end_row (SmrFields *self)
{
  if (self->parts->len > 0)
    g_array_index (self->parts, Part, self->parts->len - 1).ends_row = TRUE;
}

static double
get_gap (const Part *part)
{
  return part->begins ? FIELD_GAP : GAP + (part->kind == PART_BOX ? 4 : 0);
}

/* The end of the field that begins at @first, with its width. */
static guint
find_field_end (SmrFields *self, guint first, double *width)
{
  guint i = first;

  *width = 0;
  do
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      *width += part->width + (i > first ? get_gap (part) : 0);
      i++;
    }
  while (i < self->parts->len && !g_array_index (self->parts, Part, i).begins);
  return i;
}

/* The end of the row that begins at @first; what it leaves of @width goes to @left. */
static guint
find_row_end (SmrFields *self, guint first, double width, double *left)
{
  guint end = first;

  *left = width;
  while (end < self->parts->len)
    {
      double field;
      guint next = find_field_end (self, end, &field);

      if (end > first)
        field += FIELD_GAP;
      if (end > first && field > *left)
        break;
      *left -= field;
      end = next;
      if (g_array_index (self->parts, Part, end - 1).ends_row)
        break;
    }
  return end;
}

static double
place_row (SmrFields *self, guint first, guint end, double left, SmrBlock *block, double x, double y, double right)
{
  double baseline = y + SMR_FIELDS_BASELINE, bottom = y + ROW_HEIGHT;
  guint n_growing = 0;

  for (guint i = first; i < end; i++)
    n_growing += g_array_index (self->parts, Part, i).grows;

  for (guint i = first; i < end; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      double width = part->width, below;

      if (i > first)
        x += get_gap (part);
      if (part->grows && left > 0)
        width += left / n_growing;
      switch (part->kind)
        {
        case PART_WORD:
          smr_block_add_text_on (block, self->setter, SMR_FACE_BODY, &smr_ink_quiet, x, baseline, width, SMR_ALIGN_START,
                                 part->text);
          break;
        case PART_LINE:
          smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x, baseline + 3, MIN (x + width, right), baseline + 3);
          break;
        case PART_BOX:
          smr_list_add_sign_on (block, self->setter, SMR_FACE_BODY, SMR_SIGN_BOX, x, baseline, BOX);
          below = smr_block_add_text_on (block, self->setter, SMR_FACE_BODY, &smr_ink_black, x + BOX + 5, baseline,
                                         MIN (width - BOX - 5, right - x - BOX - 5), SMR_ALIGN_START, part->text);
          bottom = MAX (bottom, below + 4);
          break;
        }
      x += width;
    }
  return bottom;
}

double
smr_fields_place (SmrFields *self, SmrBlock *block, double x, double y, double width)
{
  for (guint i = 0; i < self->parts->len;)
    {
      double left;
      guint end = find_row_end (self, i, width, &left);

      y = place_row (self, i, end, left, block, x, y, x + width);
      i = end;
    }
  return y;
}
