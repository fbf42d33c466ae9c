#include "smr-form-private.h"

#include "smr-form-fields.h"
#include "smr-handout-list-private.h"

#define NUMBER 24.0            /* width of the column of numbers */
#define PADDING 6.0
#define BOX 13.0
#define BOX_GAP 5.0
#define CHOICE_GAP 13.0

/* --- the choice ------------------------------------------------------------------------------------------- */

static const SmrReply replies[] = { SMR_REPLY_YES, SMR_REPLY_NO, SMR_REPLY_NOT_SURE };

static char *
say_reply (SmrForm *self, SmrReply reply)
{
  return smr_writer_say_part (&self->writer, "form", smr_reply_to_string (reply));
}

static double
get_choice_width (SmrForm *self, SmrReply reply)
{
  g_autofree char *label = say_reply (self, reply);

  return BOX + BOX_GAP + smr_setter_measure (self->setter, SMR_FACE_LABEL, label) + 1;
}

static double
get_choices_width (SmrForm *self)
{
  double width = CHOICE_GAP * (G_N_ELEMENTS (replies) - 1);

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    width += get_choice_width (self, replies[i]);
  return width;
}

static void
add_box (SmrForm *self, SmrBlock *block, double x, double baseline, gboolean ticked)
{
  double top = baseline - 4 - BOX / 2;

  smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, x, top, BOX);
  if (ticked)
    smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_CHECK, x + 2.5, top + 2.5, BOX - 5);
}

static void
add_choices (SmrForm *self, SmrBlock *block, double baseline)
{
  double x = self->setter->width - get_choices_width (self);

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autofree char *label = say_reply (self, replies[i]);
      double width = get_choice_width (self, replies[i]);

      add_box (self, block, x, baseline, FALSE);
      smr_block_add_text_on (block, self->setter, SMR_FACE_BODY, &smr_ink_black, x + BOX + BOX_GAP, baseline,
                             width - BOX - BOX_GAP, SMR_ALIGN_START, label);
      x += width + CHOICE_GAP;
    }
}

/* --- what was chosen -------------------------------------------------------------------------------------- */

static char *
say_choice (SmrForm *self, const SmrAnswer *answer)
{
  if (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED)
    return smr_writer_say (&self->writer, "form_unanswered");
  return say_reply (self, answer->reply);
}

static double
get_chosen_width (SmrForm *self)
{
  g_autofree char *longest = smr_writer_say (&self->writer, "form_unanswered");
  g_autofree char *no = say_reply (self, SMR_REPLY_NO);
  g_autofree char *rest = smr_writer_say (&self->writer, "form_with_rest");
  double plain = smr_setter_measure (self->setter, SMR_FACE_LABEL, longest);
  double with_rest = smr_setter_measure (self->setter, SMR_FACE_BODY, no) + 6 +
                     smr_setter_measure (self->setter, SMR_FACE_SMALL, rest);

  return BOX + BOX_GAP + MAX (plain, with_rest) + 2;
}

/* The answer alone, a no less loud than anything else. */
static void
add_chosen (SmrForm *self, SmrBlock *block, double baseline, const SmrAnswer *answer)
{
  gboolean no = answer != NULL && answer->reply == SMR_REPLY_NO;
  gboolean given = answer != NULL && answer->reply != SMR_REPLY_UNANSWERED;
  SmrFace face = no ? SMR_FACE_BODY : SMR_FACE_LABEL;
  g_autofree char *label = say_choice (self, answer);
  double width = get_chosen_width (self), x = self->setter->width - width;
  double label_width = smr_setter_measure (self->setter, face, label) + 1;

  add_box (self, block, x, baseline, given);
  x += BOX + BOX_GAP;
  smr_block_add_text_on (block, self->setter, face, &smr_ink_black, x, baseline, label_width, SMR_ALIGN_START, label);
  if (answer != NULL && answer->with_rest)
    {
      g_autofree char *rest = smr_writer_say (&self->writer, "form_with_rest");

      x += label_width + 5;
      smr_block_add_text_on (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, x, baseline, self->setter->width - x,
                             SMR_ALIGN_START, rest);
    }
}

/* --- what follows a yes ----------------------------------------------------------------------------------- */

static void
begin_field (SmrForm *self, SmrFields *fields, const char *id)
{
  g_autofree char *label = smr_writer_say_part (&self->writer, "form", id);

  smr_fields_begin (fields, label);
}

static void
add_word (SmrForm *self, SmrFields *fields, const char *id)
{
  g_autofree char *word = smr_writer_say_part (&self->writer, "form", id);

  smr_fields_add_word (fields, word);
}

static void
add_option (SmrForm *self, SmrFields *fields, const char *id)
{
  g_autofree char *label = smr_writer_say_part (&self->writer, "form", id);

  smr_fields_add_box (fields, label);
}

static void
add_follow_up (SmrForm *self, SmrFields *fields, const SmrCondition *condition, SmrFollowUp follow_up)
{
  switch (follow_up)
    {
    case SMR_FOLLOW_UP_TEXT:
      begin_field (self, fields, g_str_equal (condition->category, "medication") ? "medicines" : "text");
      smr_fields_add_line (fields, 140, TRUE);
      break;
    case SMR_FOLLOW_UP_DATE:
      begin_field (self, fields, "date");
      smr_fields_add_line (fields, 72, TRUE);
      break;
    case SMR_FOLLOW_UP_SITES:
      /* A question about movement has said where. */
      if (condition->kind == SMR_CONDITION_HEALTH)
        {
          begin_field (self, fields, "where");
          smr_fields_add_line (fields, 84, TRUE);
        }
      else
        {
          smr_fields_begin (fields, "");
        }
      add_option (self, fields, "left");
      add_option (self, fields, "right");
      break;
    case SMR_FOLLOW_UP_HEALED:
      begin_field (self, fields, "healed");
      add_option (self, fields, "yes");
      add_option (self, fields, "no");
      break;
    case SMR_FOLLOW_UP_WEEKS:
      begin_field (self, fields, "weeks");
      smr_fields_add_line (fields, 40, FALSE);
      break;
    case SMR_FOLLOW_UP_FACTS:
      for (guint i = 0; i < condition->facts->len; i++)
        {
          smr_fields_begin (fields, "");
          smr_fields_add_box (fields, smr_text_get (g_array_index (condition->facts, SmrFact, i).text, self->writer.language));
        }
      break;
    case SMR_FOLLOW_UP_READING:
      begin_field (self, fields, "reading");
      smr_fields_add_line (fields, 34, FALSE);
      smr_fields_add_word (fields, "/");
      smr_fields_add_line (fields, 34, FALSE);
      add_word (self, fields, "on");
      smr_fields_add_line (fields, 80, FALSE);
      break;
    }
}

static double
add_follow_ups (SmrForm *self, SmrBlock *block, const SmrCondition *condition, double y)
{
  /* Short ones share a row, what exactly has room of its own, what is ticked comes last. */
  static const SmrFollowUp order[SMR_N_FOLLOW_UPS] = {
    SMR_FOLLOW_UP_DATE, SMR_FOLLOW_UP_WEEKS, SMR_FOLLOW_UP_SITES, SMR_FOLLOW_UP_HEALED, SMR_FOLLOW_UP_READING,
    SMR_FOLLOW_UP_TEXT, SMR_FOLLOW_UP_FACTS,
  };
  g_autoptr (SmrFields) fields = smr_fields_new (self->setter);
  g_autofree char *if_yes = smr_writer_say (&self->writer, "form_if_yes");
  double indent = smr_setter_measure (self->setter, SMR_FACE_LABEL, if_yes) + 9;

  if (condition->follow_ups == 0)
    return y;

  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      if ((condition->follow_ups & order[i]) == 0)
        continue;
      if (order[i] == SMR_FOLLOW_UP_FACTS)
        smr_fields_end_row (fields);
      add_follow_up (self, fields, condition, order[i]);
    }
  smr_block_add_text_on (block, self->setter, SMR_FACE_LABEL, &smr_ink_black, NUMBER, y + SMR_FIELDS_BASELINE, indent, SMR_ALIGN_START, if_yes);
  return smr_fields_place (fields, block, NUMBER + indent, y, self->setter->width - NUMBER - indent);
}

/* --- what was answered ------------------------------------------------------------------------------------ */

static double
add_words (SmrForm *self, SmrBlock *block, SmrFace face, const SmrInk *ink, double y, char *words)
{
  if (words != NULL)
    y = smr_block_add_text (block, self->setter, face, ink, NUMBER, y + 2, self->setter->width - NUMBER, SMR_ALIGN_START, words);
  g_free (words);
  return y;
}

static double
add_answer (SmrForm *self, SmrBlock *block, const SmrCondition *condition, const SmrAnswer *answer, double y)
{
  if (answer == NULL)
    return y;
  y = add_words (self, block, SMR_FACE_LABEL, &smr_ink_black, y,
                 smr_writer_say_answer (&self->writer, condition, answer,
                                        smr_readings_find_latest (self->content->readings, self->content->intake->signed_on)));
  return add_words (self, block, SMR_FACE_BODY, &smr_ink_quiet, y, smr_writer_say_open (&self->writer, condition, answer));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static SmrBlock *
new_row (SmrForm *self, const SmrCondition *condition, guint number)
{
  SmrBlock *block = smr_block_new ();
  const SmrIntake *intake = self->content->intake;
  const SmrAnswer *answer = intake != NULL ? smr_intake_get_answer (intake, condition->id) : NULL;
  gboolean blank = intake == NULL;
  SmrFace face = blank ? SMR_FACE_LEAD : SMR_FACE_BODY;
  double baseline = PADDING + smr_setter_get_ascent (self->setter, face);
  double width = self->setter->width - NUMBER - (blank ? get_choices_width (self) : get_chosen_width (self)) - 16;
  g_autofree char *label = g_strdup_printf ("%u", number);
  double y;

  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, 0, self->setter->width, 0);
  smr_block_add_text_on (block, self->setter, SMR_FACE_LABEL, &smr_ink_quiet, 0, baseline, NUMBER - 6, SMR_ALIGN_START, label);
  y = smr_block_add_text (block, self->setter, face, &smr_ink_black, NUMBER, PADDING, width, SMR_ALIGN_START,
                          smr_text_get (condition->question, self->writer.language));
  if (blank)
    {
      add_choices (self, block, baseline);
      y = add_follow_ups (self, block, condition, y + 1);
    }
  else
    {
      add_chosen (self, block, baseline, answer);
      y = add_answer (self, block, condition, answer, y);
    }
  block->height = MAX (y, baseline + 6) + PADDING - (blank ? 0 : 1);
  return block;
}

static SmrBlock *
new_heading (SmrForm *self, const SmrCategory *category, const SmrCondition *first)
{
  SmrBlock *block = smr_block_new ();
  double y = smr_block_add_text (block, self->setter, SMR_FACE_HEADING, &smr_ink_black, 0, 0, self->setter->width,
                                 SMR_ALIGN_START, smr_text_get (category->name, self->writer.language));

  if (first->kind == SMR_CONDITION_MOVEMENT)
    {
      g_autofree char *lead = smr_writer_say (&self->writer, "form_movement_lead");

      y = smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, y + 2, self->setter->width,
                              SMR_ALIGN_START, lead);
    }
  block->space_before = 16;
  block->height = y + 5;
  block->keep_with_next = TRUE;
  return block;
}

static void
add_category (SmrForm *self, GPtrArray *blocks, const SmrCategory *category, guint *number)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->content->catalogue);
  gboolean headed = FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->computed || !g_str_equal (condition->category, category->id))
        continue;
      if (!headed)
        g_ptr_array_add (blocks, new_heading (self, category, condition));
      headed = TRUE;
      g_ptr_array_add (blocks, new_row (self, condition, ++*number));
    }
}

void
smr_form_add_rows (SmrForm *self, GPtrArray *blocks)
{
  GPtrArray *categories = smr_catalogue_get_categories (self->content->catalogue);
  guint number = 0;

  for (guint i = 0; i < categories->len; i++)
    add_category (self, blocks, g_ptr_array_index (categories, i), &number);
}
