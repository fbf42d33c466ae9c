#pragma once

#include <json-glib/json-glib.h>

#include "smr-date.h"

G_BEGIN_DECLS

/* Members of the object that is being built. A member without a value is left out where said. */

void smr_file_add_string  (JsonBuilder *builder, const char *member, const char *text);
/* @text NULL or empty: left out */
void smr_file_add_text    (JsonBuilder *builder, const char *member, const char *text);
/* No date: left out */
void smr_file_add_date    (JsonBuilder *builder, const char *member, SmrDate date);
void smr_file_add_int     (JsonBuilder *builder, const char *member, int number);
void smr_file_add_boolean (JsonBuilder *builder, const char *member, gboolean value);
/* FALSE: left out */
void smr_file_add_flag    (JsonBuilder *builder, const char *member, gboolean value);
void smr_file_begin_array (JsonBuilder *builder, const char *member);

G_END_DECLS
