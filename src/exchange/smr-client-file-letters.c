#include "smr-client-file.h"

#include "smr-client-file-private.h"

/* --- reading */

typedef struct
{
  SmrCatalogue *catalogue;
  SmrRecord    *record;
  SmrLetter    *letter;
} Reading;

static void
take_text (char **text, char *new_text)
{
  g_free (*text);
  *text = new_text;
}

static void
condition_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  Reading *self = data;
  const char *id = smr_json_walk_string (walk, node);

  if (smr_catalogue_find_condition (self->catalogue, id) != NULL)
    g_ptr_array_add (self->letter->conditions, (gpointer) g_intern_string (id));
  else
    {
      g_autofree char *quoted = smr_json_quote (id);

      smr_json_walk_fail (walk, "“%s” is not a row of the checklist", quoted);
    }
}

static void
event_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "kind", "date", "how", "clearance", NULL };
  Reading *self = data;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrLetterEvent *event = smr_letter_event_new (SMR_LETTER_SENT, SMR_DATE_NONE);
  const char *kind;

  g_ptr_array_add (self->letter->events, event);
  smr_json_walk_require (walk, object, "kind");
  smr_json_walk_require (walk, object, "date");
  kind = smr_json_walk_get_word (walk, object, "kind");
  if (!smr_letter_event_kind_from_string (kind, &event->kind))
    smr_json_walk_fail_member (walk, "kind", "sent, received, refused or no_answer is expected here");
  event->date = smr_json_walk_get_date (walk, object, "date");
  take_text (&event->how, smr_json_walk_dup_text (walk, object, "how", SMR_NAME_MAX_CHARS, FALSE));
  event->clearance = smr_json_walk_get_int (walk, object, "clearance", 1, G_MAXINT, 0);
  if (event->clearance > self->record->clearances->len)
    smr_json_walk_fail_member (walk, "clearance", "the file has %u clearances", self->record->clearances->len);
}

static void
letter_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "dated", "physician", "address", "conditions", "events", NULL };
  Reading *self = data;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrLetter *letter = smr_letter_new (SMR_DATE_NONE);

  self->letter = letter;
  g_ptr_array_add (self->record->letters, letter);
  smr_json_walk_require (walk, object, "dated");
  smr_json_walk_require (walk, object, "conditions");
  letter->dated = smr_json_walk_get_date (walk, object, "dated");
  take_text (&letter->physician, smr_json_walk_dup_text (walk, object, "physician", SMR_NAME_MAX_CHARS, FALSE));
  take_text (&letter->address, smr_json_walk_dup_text (walk, object, "address", SMR_TEXT_MAX_CHARS, TRUE));
  smr_json_walk_each (walk, object, "conditions", condition_cb, self);
  smr_json_walk_each (walk, object, "events", event_cb, self);
}

void
smr_client_file_read_letters (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonObject *object, SmrRecord *record)
{
  Reading self = { .catalogue = catalogue, .record = record };

  smr_json_walk_each (walk, object, "letters", letter_cb, &self);
}

/* --- writing */

static void
add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_date (JsonBuilder *builder, const char *member, SmrDate date)
{
  g_autofree char *text = smr_date_to_string (date);

  add_string (builder, member, text);
}

static void
add_event (JsonBuilder *builder, const SmrRecord *record, const SmrLetterEvent *event)
{
  json_builder_begin_object (builder);
  add_string (builder, "kind", smr_letter_event_kind_to_string (event->kind));
  add_date (builder, "date", event->date);
  if (*event->how != '\0')
    add_string (builder, "how", event->how);
  for (guint i = 0; event->clearance != 0 && i < record->clearances->len; i++)
    {
      if (((const SmrClearance *) g_ptr_array_index (record->clearances, i))->id != event->clearance)
        continue;
      json_builder_set_member_name (builder, "clearance");
      json_builder_add_int_value (builder, i + 1);
    }
  json_builder_end_object (builder);
}

void
smr_client_file_write_letters (JsonBuilder *builder, const SmrRecord *record)
{
  json_builder_set_member_name (builder, "letters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < record->letters->len; i++)
    {
      const SmrLetter *letter = g_ptr_array_index (record->letters, i);

      json_builder_begin_object (builder);
      add_date (builder, "dated", letter->dated);
      if (*letter->physician != '\0')
        add_string (builder, "physician", letter->physician);
      if (*letter->address != '\0')
        add_string (builder, "address", letter->address);
      json_builder_set_member_name (builder, "conditions");
      json_builder_begin_array (builder);
      for (guint j = 0; j < letter->conditions->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (letter->conditions, j));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "events");
      json_builder_begin_array (builder);
      for (guint j = 0; j < letter->events->len; j++)
        add_event (builder, record, g_ptr_array_index (letter->events, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
