#include "smr-letter-private.h"

#include "smr-handout-list-private.h"
#include "smr-handout-private.h"
#include "smr-screening.h"

/* More lines of an address than this are of no use to the post. */
#define ADDRESS_LINES 6

#define LEAST_STAMP 32.0
#define MOST_STAMP 72.0

/* --- parts ------------------------------------------------------------------------------------------------ */

static double
add_paragraph (SmrLetterSheet *self, SmrBlock *block, SmrFace face, double y, const char *text)
{
  return smr_block_add_text (block, self->setter, face, &smr_ink_black, 0, y, self->setter->width, SMR_ALIGN_START, text) + self->gap;
}

/* To whom at the left, the day at the right. */
static double
add_address (SmrLetterSheet *self, SmrBlock *block, double y)
{
  const SmrLetter *letter = self->content->letter;
  g_auto (GStrv) lines = g_strsplit (letter->address, "\n", -1);
  g_autofree char *day = smr_writer_say_date (&self->writer, letter->dated);
  double date = 110, width = self->setter->width - date - 20, below;

  below = smr_block_add_text (block, self->setter, self->body, &smr_ink_black, self->setter->width - date, y, date, SMR_ALIGN_END, day);
  if (*letter->physician != '\0')
    y = smr_block_add_text (block, self->setter, self->strong, &smr_ink_black, 0, y, width, SMR_ALIGN_START, letter->physician);
  for (guint i = 0; lines[i] != NULL && i < ADDRESS_LINES; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        y = smr_block_add_text (block, self->setter, self->body, &smr_ink_black, 0, y, width, SMR_ALIGN_START, lines[i]);
    }
  return MAX (y, below) + 2 * self->gap;
}

static char *
say_client (SmrLetterSheet *self)
{
  const SmrClient *client = self->content->record->client;
  g_autoptr (SmrMessage) message = NULL;
  g_autofree char *born = NULL;

  if (client->born == SMR_DATE_NONE)
    return g_strdup (client->name);
  born = smr_writer_say_date (&self->writer, client->born);
  message = smr_message_new (smr_writer_find (&self->writer, "letter_client_born"));
  smr_message_set_string (message, "name", client->name);
  smr_message_set_string (message, "date", born);
  return smr_message_format (message, self->writer.language);
}

static char *
say_what (SmrLetterSheet *self)
{
  const SmrDosage *gentle = &smr_catalogue_get_dosage (self->content->catalogue)->gentle;
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (&self->writer, "letter_what"));

  /* A cleared client begins with the gentle profile. */
  smr_message_set_int (message, "seconds", gentle->hold_seconds);
  smr_message_set_int (message, "pain", gentle->pain_most);
  return smr_message_format (message, self->writer.language);
}

static char *
say_answers (SmrLetterSheet *self)
{
  g_autofree char *day = NULL;

  if (self->form == NULL)
    return smr_writer_say (&self->writer, "letter_answers_undated");
  day = smr_writer_say_date (&self->writer, self->form->signed_on);
  return smr_writer_say_with (&self->writer, "letter_answers", "date", day);
}

static double
add_body (SmrLetterSheet *self, SmrBlock *block, double y)
{
  const SmrLetter *letter = self->content->letter;
  g_autofree char *subject = smr_writer_say (&self->writer, "letter_subject");
  g_autofree char *client = say_client (self);
  g_autofree char *dear = *letter->physician != '\0' ? smr_writer_say_with (&self->writer, "letter_dear", "physician", letter->physician)
                                                     : smr_writer_say (&self->writer, "letter_dear_doctor");
  g_autofree char *what = say_what (self);
  g_autofree char *answers = say_answers (self);
  g_autofree char *ask = smr_writer_say (&self->writer, "letter_ask");

  y = smr_block_add_text (block, self->setter, SMR_FACE_HEADING, &smr_ink_black, 0, y, self->setter->width, SMR_ALIGN_START, subject);
  y = add_paragraph (self, block, self->strong, y + 1, client);
  y = add_paragraph (self, block, self->body, y, dear);
  y = add_paragraph (self, block, self->body, y, what);
  y = add_paragraph (self, block, self->body, y, answers);
  y = smr_letter_add_answers (self, block, y - self->gap / 3) + self->gap;
  return add_paragraph (self, block, self->body, y, ask);
}

/* A line to sign on, with what stands over and under it. Returns the y below. */
static double
add_signature (SmrLetterSheet *self, SmrBlock *block, double x, double y, double width, const char *over, const char *label_id)
{
  g_autofree char *label = smr_writer_say (&self->writer, label_id);

  if (over != NULL)
    smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, x, y, width, SMR_ALIGN_START, over);
  y += 36;
  smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x, y, x + width, y);
  return smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 3, width, SMR_ALIGN_START, label);
}

/* The trainer signs the letter at the left, the client that it may go at the right. */
static double
add_signatures (SmrLetterSheet *self, SmrBlock *block, double y)
{
  const SmrTrainer *trainer = smr_practice_find_trainer (self->content->practice, self->content->record->client->trainer);
  const char *name = trainer != NULL ? trainer->name : self->content->record->client->trainer;
  g_autoptr (GPtrArray) about = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *yours = smr_writer_say (&self->writer, "letter_yours");
  g_autofree char *consent = smr_writer_say (&self->writer, *self->content->letter->physician != '\0' ? "letter_consent" : "letter_consent_unnamed");
  g_autofree char *line = NULL;
  double gap = 24, left = (self->setter->width - gap) * 0.42, right = self->setter->width - gap - left, x = left + gap, date = 76;
  double below, bottom;

  if (*name != '\0')
    g_ptr_array_add (about, (gpointer) name);
  if (trainer != NULL && *trainer->credentials != '\0')
    g_ptr_array_add (about, trainer->credentials);
  if (trainer != NULL && *trainer->phone != '\0')
    g_ptr_array_add (about, trainer->phone);
  line = g_strjoinv (", ", (char **) about->pdata);

  bottom = smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, y, left, SMR_ALIGN_START, yours);
  bottom = smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, bottom, left, SMR_ALIGN_START, line);
  below = smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, x, y, right, SMR_ALIGN_START, consent);
  /* Both sign on one height. */
  y = MAX (bottom, below) - 10;
  bottom = add_signature (self, block, 0, y, left, NULL, "letter_trainer");
  add_signature (self, block, x, y, right - date - 10, NULL, "letter_client");
  add_signature (self, block, x + right - date, y, date, NULL, "signature_date");
  return bottom;
}

/* --- one page --------------------------------------------------------------------------------------------- */

static SmrBlock *
new_page (SmrLetterSheet *self)
{
  SmrBlock *block = smr_block_new ();
  double y = smr_sheet_frame_add_letterhead (self->frame, block, self->setter);

  if (y > 0)
    y += 2 * self->gap;
  y = add_address (self, block, y);
  y = add_body (self, block, y);
  y = add_signatures (self, block, y);
  smr_letter_add_reply (self, block, y + self->gap);
  return block;
}

/* Large where it fits; then smaller; then answer by answer to the attached form. */
static SmrBlock *
new_fitting_page (SmrLetterSheet *self, double height)
{
  static const struct { SmrFace body; SmrFace strong; double gap; } sizes[] = {
    { SMR_FACE_LEAD, SMR_FACE_NAME, 9 },
    { SMR_FACE_LEAD, SMR_FACE_NAME, 7 },
    { SMR_FACE_BODY, SMR_FACE_LABEL, 7 },
    { SMR_FACE_BODY, SMR_FACE_LABEL, 5 },
  };
  SmrBlock *page = NULL;

  self->stamp = LEAST_STAMP;
  self->n_rows = self->content->letter->conditions->len;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self->body = sizes[i].body;
      self->strong = sizes[i].strong;
      self->gap = sizes[i].gap;
      g_clear_pointer (&page, smr_block_free);
      page = new_page (self);
      if (page->height <= height)
        return page;
    }
  while (page->height > height && self->n_rows > 0)
    {
      self->n_rows--;
      smr_block_free (page);
      page = new_page (self);
    }
  return page;
}

/* What is left is room for the stamp. */
static SmrBlock *
widen_stamp (SmrLetterSheet *self, SmrBlock *page, double height)
{
  double room = MIN (height - page->height, MOST_STAMP - LEAST_STAMP);

  if (room <= 0)
    return page;
  smr_block_free (page);
  self->stamp += room;
  return new_page (self);
}

static GPtrArray *
make_blocks (SmrLetterSheet *self, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  self->setter = setter;
  g_ptr_array_add (blocks, widen_stamp (self, new_fitting_page (self, height), height));
  return blocks;
}

SmrHandout *
smr_handout_new_letter (const SmrLetterContent *content, const SmrSheet *sheet)
{
  SmrLetterSheet self = { .writer = { .catalogue = content->catalogue }, .content = content };
  const char *name = content->record->client->name;
  g_autoptr (SmrSheetFrame) frame = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  SmrPaper paper = { .make_blocks = (SmrBlocksFunc) make_blocks };

  smr_writer_set_language (&self.writer, content->language);
  self.form = smr_record_find_form (content->record, content->letter->dated);
  day = smr_writer_say_date (&self.writer, content->letter->dated);
  self.frame = frame = smr_sheet_frame_new_take (&self.writer, content->practice, g_strdup_printf ("\u2068%s\u2069  ·  %s", name, day));
  kind = smr_writer_say (&self.writer, "letter_title");
  title = g_strdup_printf ("%s - %s", name, kind);

  paper.frame = frame;
  paper.title = title;
  return smr_handout_new_from_blocks (&paper, sheet, &self);
}
