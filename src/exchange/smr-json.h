#pragma once

#include <json-glib/json-glib.h>

#include "smr-date.h"

G_BEGIN_DECLS

/* Strict reading of JSON that somebody else wrote. */

/* One JSON object as RFC 8259 has it: UTF-8, no comments, no member twice, no NUL in a text, nothing after the end.
 * Errors say the line. (transfer full) (nullable) */
JsonNode *smr_json_parse (const char *data, gssize length, GError **error);

/* A quotation of foreign text for an error message: one line, printable, not long. (transfer full) */
char     *smr_json_quote (const char *text);

/* A walk over a document that knows the path to where it is. The first failure stays and everything read after it
 * is empty, so that a reader can be written straight down and its caller looks at `error` once. */
typedef struct
{
  GString *path;
  GError  *error;
} SmrJsonWalk;

void        smr_json_walk_init   (SmrJsonWalk *self);
void        smr_json_walk_clear  (SmrJsonWalk *self);

/* Records "path: message" unless something failed before. */
void        smr_json_walk_fail   (SmrJsonWalk *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same for a member of the object on which the walk stands. */
void        smr_json_walk_fail_member (SmrJsonWalk *self, const char *member, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Both return what smr_json_walk_leave() takes. */
gsize       smr_json_walk_enter  (SmrJsonWalk *self, const char *member);
gsize       smr_json_walk_enter_index (SmrJsonWalk *self, guint index);
void        smr_json_walk_leave  (SmrJsonWalk *self, gsize length);

/* @node as an object that has members of @members only; NULL: whichever. (nullable) (transfer none) */
JsonObject *smr_json_walk_object (SmrJsonWalk *self, JsonNode *node, const char * const *members);
/* @node as a text. Never NULL; empty after a failure. (transfer none) */
const char *smr_json_walk_string (SmrJsonWalk *self, JsonNode *node);

/* Fails unless @object has @member. */
void        smr_json_walk_require (SmrJsonWalk *self, JsonObject *object, const char *member);

/* What a member holds. @object may be NULL. A member that is not there is empty, FALSE, SMR_DATE_NONE, or as said. */
char       *smr_json_walk_dup_text (SmrJsonWalk *self, JsonObject *object, const char *member, int max_chars, gboolean multiline);
/* The text as it stands, NULL when it is not there. (nullable) (transfer none) */
const char *smr_json_walk_get_word (SmrJsonWalk *self, JsonObject *object, const char *member);
gboolean    smr_json_walk_get_boolean (SmrJsonWalk *self, JsonObject *object, const char *member);
int         smr_json_walk_get_int  (SmrJsonWalk *self, JsonObject *object, const char *member, int least, int most, int missing);
SmrDate     smr_json_walk_get_date (SmrJsonWalk *self, JsonObject *object, const char *member);

/* Reads one element; the walk stands on it. */
typedef void (*SmrJsonVisit) (SmrJsonWalk *self, JsonNode *element, gpointer user_data);
void        smr_json_walk_each     (SmrJsonWalk *self, JsonObject *object, const char *member, SmrJsonVisit visit, gpointer user_data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrJsonWalk, smr_json_walk_clear)

G_END_DECLS
