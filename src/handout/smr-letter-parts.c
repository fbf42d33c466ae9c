#include "smr-letter-private.h"

#include "smr-form-fields.h"
#include "smr-handout-list-private.h"

/* --- answers ---------------------------------------------------------------------------------------------- */

/* More of one answer belongs on the form. */
#define MOST_CHARS 180

/* What the client said to the row; sets @shortened where it was too much. */
static char *
say_details (SmrLetterSheet *self, const SmrCondition *condition, gboolean *shortened)
{
  const SmrAnswer *answer = self->form != NULL ? smr_intake_get_answer (self->form, condition->id) : NULL;
  g_autofree char *words = NULL;
  char *details;

  if (condition->computed)
    return g_strdup ("");
  if (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED)
    return smr_writer_say (&self->writer, "form_unanswered");

  details = smr_writer_say_part (&self->writer, "form", smr_reply_to_string (answer->reply));
  words = smr_writer_say_answer (&self->writer, condition, answer,
                                 smr_readings_find_latest (self->content->record->readings, self->content->letter->dated));
  if (words == NULL)
    return details;
  if (g_utf8_strlen (words, -1) > MOST_CHARS)
    {
      g_autofree char *start = g_utf8_substring (words, 0, MOST_CHARS);

      g_free (words);
      words = g_strconcat (g_strchomp (start), "…", NULL);
      *shortened = TRUE;
    }
  if (answer->reply == SMR_REPLY_YES)
    {
      g_free (details);
      return g_steal_pointer (&words);
    }
  return smr_writer_join_take (&self->writer, details, g_steal_pointer (&words));
}

static double
add_row (SmrLetterSheet *self, SmrBlock *block, const SmrCondition *condition, double y, gboolean *shortened)
{
  double width = self->setter->width, name = width * 0.36, padding = self->gap / 2;
  g_autofree char *details = say_details (self, condition, shortened);
  double left, right;

  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, y, width, y);
  left = smr_block_add_text (block, self->setter, self->strong, &smr_ink_black, 0, y + padding, name - 12, SMR_ALIGN_START,
                             smr_text_get (condition->name, self->writer.language));
  right = smr_block_add_text (block, self->setter, self->body, &smr_ink_black, name, y + padding, width - name,
                              SMR_ALIGN_START, details);
  return MAX (left, right) + padding;
}

double
smr_letter_add_answers (SmrLetterSheet *self, SmrBlock *block, double y)
{
  GPtrArray *conditions = self->content->letter->conditions;
  gboolean shortened = FALSE;
  guint n_known = 0;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = smr_catalogue_find_condition (self->content->catalogue, g_ptr_array_index (conditions, i));

      if (condition != NULL && n_known++ < self->n_rows)
        y = add_row (self, block, condition, y, &shortened);
    }
  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, y, self->setter->width, y);

  if (n_known > self->n_rows)
    rest = smr_writer_say_count (&self->writer, "letter_more", n_known - self->n_rows);
  else if (shortened)
    rest = smr_writer_say (&self->writer, "letter_shortened");
  if (rest != NULL)
    y = smr_block_add_text (block, self->setter, self->strong, &smr_ink_black, 0, y + self->gap / 2, self->setter->width,
                            SMR_ALIGN_START, rest);
  return y;
}

/* --- reply ------------------------------------------------------------------------------------------------ */

#define INSET 10.0

static char *
say (SmrLetterSheet *self, const char *id)
{
  return smr_writer_say_part (&self->writer, "letter", id);
}

static void
add_option (SmrLetterSheet *self, SmrFields *fields, const char *id)
{
  g_autofree char *label = say (self, id);

  smr_fields_begin (fields, "");
  smr_fields_add_box (fields, label);
}

/* The shortest time that a clearance of any of the rows lasts at most. */
static int
get_most_months (SmrLetterSheet *self)
{
  GPtrArray *conditions = self->content->letter->conditions;
  int months = 12;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = smr_catalogue_find_condition (self->content->catalogue, g_ptr_array_index (conditions, i));

      if (condition != NULL && condition->clearance_months > 0)
        months = MIN (months, condition->clearance_months);
    }
  return months;
}

static void
fill_fields (SmrLetterSheet *self, SmrFields *fields, guint row)
{
  g_autofree char *not_regions = NULL;
  g_autofree char *note = NULL;

  switch (row)
    {
    case 0:
      add_option (self, fields, "rolling");
      add_option (self, fields, "stretching");
      add_option (self, fields, "activating");
      add_option (self, fields, "nothing");
      break;
    case 1:
      add_option (self, fields, "all_regions");
      add_option (self, fields, "only");
      smr_fields_add_line (fields, 100, TRUE);
      not_regions = say (self, "not_regions");
      smr_fields_begin (fields, "");
      smr_fields_add_box (fields, not_regions);
      smr_fields_add_line (fields, 90, TRUE);
      break;
    case 2:
      add_option (self, fields, "any_tool");
      add_option (self, fields, "soft_tools");
      add_option (self, fields, "only");
      smr_fields_add_line (fields, 90, TRUE);
      break;
    case 3:
      add_option (self, fields, "no_restriction");
      add_option (self, fields, "these");
      smr_fields_add_line (fields, 160, TRUE);
      break;
    case 4:
      note = smr_writer_say_count (&self->writer, "letter_until_note", get_most_months (self));
      smr_fields_begin (fields, "");
      smr_fields_add_line (fields, 100, FALSE);
      smr_fields_add_word (fields, note);
      break;
    default:
      g_assert_not_reached ();
    }
}

static double
add_signing (SmrLetterSheet *self, SmrBlock *block, double y)
{
  static const struct { const char *id; double share; } parts[] = {
    { "letter_physician", 0.34 }, { "form_signature", 0.26 }, { "signature_date", 0.16 }, { "letter_stamp", 0.24 },
  };
  double gap = 12, x = INSET, width = self->setter->width - 2 * INSET - gap * (G_N_ELEMENTS (parts) - 1);
  double line = y + self->stamp, bottom = line;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *label = smr_writer_say (&self->writer, parts[i].id);

      smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x, line, x + width * parts[i].share, line);
      bottom = MAX (bottom, smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, x, line + 3,
                                                width * parts[i].share, SMR_ALIGN_START, label));
      x += width * parts[i].share + gap;
    }
  return bottom;
}

double
smr_letter_add_reply (SmrLetterSheet *self, SmrBlock *block, double y)
{
  static const char * const rows[] = { "allowed", "regions", "tools", "restrictions", "until" };
  double width = self->setter->width, top = y, column = 0;
  g_autofree char *title = say (self, "reply");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = say (self, rows[i]);

      column = MAX (column, smr_setter_measure (self->setter, SMR_FACE_LABEL, label) + 14);
    }

  y = smr_block_add_text (block, self->setter, SMR_FACE_HEADING, &smr_ink_black, INSET, y + INSET - 2, width - 2 * INSET,
                          SMR_ALIGN_START, title) + 2;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = say (self, rows[i]);
      g_autoptr (SmrFields) fields = smr_fields_new (self->setter);

      fill_fields (self, fields, i);
      smr_block_add_text_on (block, self->setter, SMR_FACE_LABEL, &smr_ink_black, INSET, y + SMR_FIELDS_BASELINE, column,
                             SMR_ALIGN_START, label);
      y = smr_fields_place (fields, block, INSET + column, y, width - 2 * INSET - column);
    }
  y = add_signing (self, block, y) + INSET - 3;
  smr_block_add_frame (block, &smr_ink_black, 0.8, 0, top, width, y - top, 3);
  return y;
}
