#pragma once

#include "smr-catalogue.h"
#include "smr-json.h"
#include "smr-own-exercise.h"
#include "smr-record.h"
#include "smr-routine.h"

G_BEGIN_DECLS

/* What the files of the client file share. */

/* --- letters (smr-client-file-letters.c) ------------------------------------------------------------------ */

/* Reads the array "letters" of @object. Clearances must be there already, their `id` being their place in the file,
 * counted from 1. */
void smr_client_file_read_letters  (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonObject *object, SmrRecord *record);
void smr_client_file_write_letters (JsonBuilder *builder, const SmrRecord *record);

/* --- what the parts of the reader share -------------------------------------------------------------------- */

/* Visitors of arrays get an SmrFileTarget. */

typedef struct
{
  SmrCatalogue *catalogue;
  gpointer      into;          /* what the elements go into: an array, or the record */
} SmrFileTarget;

/* Replaces the string at @text. */
void        smr_file_take_text       (char **text, char *new_text);
/* @id, interned, if the catalogue has an @entry for it; else fails at @member, saying @what it is not. */
const char *smr_file_check_member_id (SmrJsonWalk *walk, const char *member, const char *id, gconstpointer entry, const char *what);

/* Into an array of SmrPlace. */
void        smr_file_place_cb        (SmrJsonWalk *walk, JsonNode *node, gpointer data);
/* Into the record. */
void        smr_file_session_cb      (SmrJsonWalk *walk, JsonNode *node, gpointer data);
void        smr_file_routine_cb      (SmrJsonWalk *walk, JsonNode *node, gpointer data);
void        smr_file_incident_cb     (SmrJsonWalk *walk, JsonNode *node, gpointer data);

/* --- assessments (smr-client-file-assessments.c) ----------------------------------------------------------- */

/* Into the record. */
void        smr_file_assessment_cb   (SmrJsonWalk *walk, JsonNode *node, gpointer data);
void        smr_client_file_write_assessments (JsonBuilder *builder, GPtrArray *assessments);

/* --- own exercises (smr-client-file-own.c) ------------------------------------------------------------------ */

/* Reads the array "exercises" of @object. Returns @catalogue with them, for what comes after. (transfer full) */
SmrCatalogue *smr_client_file_read_own (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonObject *object, SmrRecord *record);
void        smr_client_file_write_own (JsonBuilder *builder, GPtrArray *own);

void        smr_file_write_routine   (JsonBuilder *builder, const SmrRoutine *routine);

G_END_DECLS
