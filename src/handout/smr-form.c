#include "smr-form-private.h"

#include "smr-form-fields.h"
#include "smr-handout-list-private.h"
#include "smr-handout-private.h"
#include "smr-screening.h"

/* --- head ------------------------------------------------------------------------------------------------- */

/* A label over what is known, or over a line to write on. */
static double
add_entry (SmrForm *self, SmrBlock *block, double x, double y, double width, const char *id, const char *value)
{
  g_autofree char *label = smr_writer_say_part (&self->writer, "form", id);

  smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x, y + 24, x + width, y + 24);
  if (value != NULL)
    smr_block_add_text_on (block, self->setter, SMR_FACE_NAME, &smr_ink_black, x, y + 20, width, SMR_ALIGN_START, value);
  return smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 27, width, SMR_ALIGN_START, label);
}

static double
add_entries (SmrForm *self, SmrBlock *block, double y)
{
  const SmrClient *client = self->content->client;
  g_autoptr (SmrFields) fields = smr_fields_new (self->setter);
  g_autofree char *active = smr_writer_say (&self->writer, "form_active");
  g_autofree char *yes = smr_writer_say (&self->writer, "form_yes");
  g_autofree char *no = smr_writer_say (&self->writer, "form_no");
  g_autofree char *born = client != NULL && client->born != SMR_DATE_NONE ? smr_writer_say_date (&self->writer, client->born) : NULL;
  double width = self->setter->width, gap = 18, narrow = (width - 2 * gap) * 0.26;

  add_entry (self, block, 0, y, width - 2 * (narrow + gap), "name", client != NULL ? client->name : NULL);
  add_entry (self, block, width - 2 * narrow - gap, y, narrow, "born", born);
  y = add_entry (self, block, width - narrow, y, narrow, "phone", client != NULL && *client->phone != '\0' ? client->phone : NULL);
  y = add_entry (self, block, 0, y + 4, width, "doctor", NULL);

  smr_fields_begin (fields, active);
  smr_fields_add_box (fields, yes);
  smr_fields_add_box (fields, no);
  return smr_fields_place (fields, block, 0, y + 6, width);
}

static SmrBlock *
new_blank_head (SmrForm *self)
{
  SmrBlock *block = smr_block_new ();
  g_autofree char *title = smr_writer_say (&self->writer, "form_title");
  g_autofree char *lead = smr_writer_say (&self->writer, "form_lead");
  double y = smr_sheet_frame_add_letterhead (self->frame, block, self->setter);

  if (y > 0)
    y += 12;
  y = smr_block_add_text (block, self->setter, SMR_FACE_CLIENT, &smr_ink_black, 0, y, self->setter->width, SMR_ALIGN_START, title);
  y = smr_block_add_text (block, self->setter, SMR_FACE_LEAD, &smr_ink_black, 0, y + 3, self->setter->width * 0.9,
                          SMR_ALIGN_START, lead);
  add_entries (self, block, y + 4);
  return block;
}

/* Label, value and note under one another. */
static double
add_fact (SmrForm *self, SmrBlock *block, double x, double y, double width, const char *id, const char *value, const char *note)
{
  g_autofree char *label = smr_writer_say_part (&self->writer, "form", id);

  y = smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y, width, SMR_ALIGN_START, label);
  y = smr_block_add_text (block, self->setter, SMR_FACE_NAME, &smr_ink_black, x, y + 1, width, SMR_ALIGN_START, value);
  if (note != NULL)
    y = smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_black, x, y + 1, width, SMR_ALIGN_START, note);
  return y;
}

static char *
say_signer (SmrForm *self)
{
  const SmrIntake *intake = self->content->intake;

  /* What client files and quick signing write instead of a name. */
  if (g_str_equal (intake->signed_by, "client"))
    return self->content->client != NULL ? g_strdup (self->content->client->name)
                                         : smr_writer_say (&self->writer, "form_the_client");
  return g_strdup (intake->signed_by);
}

static char *
say_guardian (SmrForm *self)
{
  const SmrIntake *intake = self->content->intake;

  if (!intake->guardian_signed)
    return NULL;
  return *intake->guardian != '\0' ? g_strdup (intake->guardian) : smr_writer_say (&self->writer, "form_guardian_unnamed");
}

static void
add_facts (SmrForm *self, SmrBlock *block, double y)
{
  const SmrIntake *intake = self->content->intake;
  const SmrClient *client = self->content->client;
  g_autofree char *guardian = say_guardian (self);
  gboolean is_signed = smr_intake_is_signed (intake);
  double width = self->setter->width, gap = 14, column = (width - 3 * gap) / 4, x = 0;

  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, y, width, y);
  y += 6;
  if (client != NULL && client->born != SMR_DATE_NONE)
    {
      g_autofree char *born = smr_writer_say_date (&self->writer, client->born);

      add_fact (self, block, x, y, column, "born", born, NULL);
      x += column + gap;
    }
  if (is_signed)
    {
      g_autofree char *day = smr_writer_say_date (&self->writer, intake->signed_on);
      g_autofree char *last = smr_writer_say_date (&self->writer, smr_intake_get_last_day (intake));
      g_autofree char *note = smr_writer_say (&self->writer, "form_last_day_note");
      g_autofree char *signer = say_signer (self);

      add_fact (self, block, x, y, column, "signed", day, signer);
      x += column + gap;
      if (guardian != NULL)
        {
          add_fact (self, block, x, y, column, "guardian_fact", guardian, NULL);
          x += column + gap;
        }
      add_fact (self, block, x, y, width - x, "last_day", last, note);
    }
  else
    {
      g_autofree char *unsigned_word = smr_writer_say (&self->writer, "form_unsigned");

      add_fact (self, block, x, y, column, "signed", unsigned_word, NULL);
    }
  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, block->height + 7, width, block->height + 7);
}

static gboolean
has_rest (const SmrIntake *intake)
{
  GHashTableIter iter;
  gpointer answer;

  g_hash_table_iter_init (&iter, intake->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer))
    {
      if (((SmrAnswer *) answer)->with_rest)
        return TRUE;
    }
  return FALSE;
}

static SmrBlock *
new_answered_head (SmrForm *self)
{
  SmrBlock *block = smr_block_new ();
  g_autofree char *title = smr_writer_say (&self->writer, "form_title");
  double width = self->setter->width, y = smr_sheet_frame_add_letterhead (self->frame, block, self->setter);

  if (y > 0)
    y += 10;
  if (self->content->client != NULL)
    y = smr_block_add_text (block, self->setter, SMR_FACE_CLIENT, &smr_ink_black, 0, y, width, SMR_ALIGN_START,
                            self->content->client->name) + 1;
  y = smr_block_add_text (block, self->setter, SMR_FACE_TITLE, &smr_ink_black, 0, y, width, SMR_ALIGN_START, title);
  add_facts (self, block, y + 8);
  if (has_rest (self->content->intake))
    {
      g_autofree char *note = smr_writer_say (&self->writer, "form_with_rest_note");

      smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, block->height + 6, width, SMR_ALIGN_START, note);
    }
  return block;
}

/* --- consent and signatures ------------------------------------------------------------------------------- */

/* (transfer full) what is agreed to: on a form that was signed, the very text. */
static char *
dup_consent (SmrForm *self)
{
  const SmrFormContent *content = self->content;

  if (content->intake != NULL && *content->intake->consent != '\0')
    return g_strdup (content->intake->consent);
  if (content->intake != NULL && smr_intake_is_signed (content->intake))
    return smr_writer_say (&self->writer, "form_consent_missing");
  if (*content->practice->consent != '\0')
    return g_strdup (content->practice->consent);
  return g_strdup (smr_text_get (smr_catalogue_get_text (content->catalogue, "consent"), self->writer.language));
}

static double
add_consent (SmrForm *self, SmrBlock *block)
{
  g_autofree char *consent = dup_consent (self);
  g_autofree char *title = smr_writer_say (&self->writer, "form_consent");
  g_auto (GStrv) paragraphs = g_strsplit (consent, "\n\n", -1);
  double width = self->setter->width, y;

  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, 0, width, 0);
  y = smr_block_add_text (block, self->setter, SMR_FACE_HEADING, &smr_ink_black, 0, 9, width, SMR_ALIGN_START, title);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] != '\0')
        y = smr_block_add_text (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, y + 5, width, SMR_ALIGN_START,
                                paragraphs[i]);
    }
  return y;
}

typedef struct
{
  const char *who;             /* text id */
  const char *name;            /* nullable: to be written in */
  const char *signature;       /* empty: none */
  SmrDate     date;
} Signer;

static double
add_signer (SmrForm *self, SmrBlock *block, const Signer *signer, double y)
{
  double width = self->setter->width, gap = 14, date = 84, signature = (width - date - 2 * gap) * 0.56;
  double name = width - date - signature - 2 * gap, line = y + 40;
  g_autofree char *who = smr_writer_say (&self->writer, signer->who);
  g_autofree char *signature_label = smr_writer_say (&self->writer, "form_signature");
  g_autofree char *date_label = smr_writer_say (&self->writer, "signature_date");
  const struct { double x, width; const char *label; } parts[] = {
    { 0, name, who },
    { name + gap, signature, signature_label },
    { width - date, date, date_label },
  };
  double bottom = line;

  if (signer->name != NULL)
    smr_block_add_text_on (block, self->setter, SMR_FACE_BODY, &smr_ink_black, 0, line - 5, name, SMR_ALIGN_START, signer->name);
  if (*signer->signature != '\0')
    smr_block_add_signature (block, signer->signature, parts[1].x, y + 4, signature, 35);
  if (signer->date != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_writer_say_date (&self->writer, signer->date);

      smr_block_add_text_on (block, self->setter, SMR_FACE_BODY, &smr_ink_black, parts[2].x, line - 5, date, SMR_ALIGN_START, day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double below;

      smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, parts[i].x, line, parts[i].x + parts[i].width, line);
      below = smr_block_add_text (block, self->setter, SMR_FACE_SMALL, &smr_ink_quiet, parts[i].x, line + 3, parts[i].width,
                                  SMR_ALIGN_START, parts[i].label);
      bottom = MAX (bottom, below);
    }
  return bottom;
}

/* Who signs sees what is signed: both stay on one page. */
static SmrBlock *
new_signing (SmrForm *self)
{
  SmrBlock *block = smr_block_new ();
  const SmrIntake *intake = self->content->intake;
  gboolean is_signed = intake != NULL && smr_intake_is_signed (intake);
  g_autofree char *signer = is_signed ? say_signer (self) : NULL;
  g_autofree char *guardian = is_signed ? say_guardian (self) : NULL;
  SmrDate date = is_signed ? intake->signed_on : SMR_DATE_NONE;
  const char *blank_name = intake == NULL && self->content->client != NULL ? self->content->client->name : NULL;
  Signer client = { "client", is_signed ? signer : blank_name, is_signed ? intake->signature : "", date };
  Signer parent = { "form_guardian", guardian, is_signed ? intake->guardian_signature : "", guardian != NULL ? date : SMR_DATE_NONE };
  Signer trainer = { "trainer_name", is_signed && *intake->trainer != '\0' ? intake->trainer : NULL, "", SMR_DATE_NONE };
  double y = add_consent (self, block) + 6;

  block->space_before = 18;
  y = add_signer (self, block, &client, y);
  if (!is_signed || guardian != NULL)
    y = add_signer (self, block, &parent, y);
  add_signer (self, block, &trainer, y);
  return block;
}

/* --- the whole -------------------------------------------------------------------------------------------- */

static GPtrArray *
make_blocks (SmrForm *self, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  self->setter = setter;
  g_ptr_array_add (blocks, self->content->intake != NULL ? new_answered_head (self) : new_blank_head (self));
  smr_form_add_rows (self, blocks);
  /* Signatures on a page of their own would sign nothing. */
  ((SmrBlock *) g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next = TRUE;
  g_ptr_array_add (blocks, new_signing (self));
  return blocks;
}

/* The versions by which the form can be told from others; those that it was signed with. */
static char *
make_foot (SmrForm *self)
{
  const SmrFormContent *content = self->content;
  gboolean is_signed = content->intake != NULL && smr_intake_is_signed (content->intake);
  int questions = is_signed ? content->intake->catalogue_version : smr_catalogue_get_version (content->catalogue);
  int consent = is_signed ? content->intake->consent_version : content->practice->consent_version;
  GString *foot = g_string_new (NULL);

  if (content->client != NULL)
    g_string_append_printf (foot, "\u2068%s\u2069", content->client->name);
  if (questions != 0)
    {
      g_autofree char *words = smr_writer_say_number (&self->writer, "form_version", "version", questions);

      g_string_append_printf (foot, "%s%s", foot->len > 0 ? "  ·  " : "", words);
    }
  if (consent != 0)
    {
      g_autofree char *words = smr_writer_say_number (&self->writer, "form_consent_version", "version", consent);

      g_string_append_printf (foot, "%s%s", foot->len > 0 ? "  ·  " : "", words);
    }
  return g_string_free (foot, FALSE);
}

SmrHandout *
smr_handout_new_form (const SmrFormContent *content, const SmrSheet *sheet)
{
  SmrForm self = { .writer = { .catalogue = content->catalogue }, .content = content };
  g_autoptr (SmrSheetFrame) frame = NULL;
  g_autofree char *form = NULL;
  g_autofree char *title = NULL;
  g_autofree char *stamp = NULL;
  SmrPaper paper = { .make_blocks = (SmrBlocksFunc) make_blocks };

  smr_writer_set_language (&self.writer, content->language);
  self.frame = frame = smr_sheet_frame_new_take (&self.writer, content->practice, make_foot (&self));
  form = smr_writer_say (&self.writer, "form_title");
  title = content->client != NULL ? g_strdup_printf ("%s - %s", content->client->name, form) : g_strdup (form);
  if (content->intake != NULL && !smr_intake_is_signed (content->intake))
    stamp = smr_writer_say (&self.writer, "form_unsigned");

  paper.frame = frame;
  paper.title = title;
  paper.stamp = stamp;
  return smr_handout_new_from_blocks (&paper, sheet, &self);
}
