#pragma once

#include <json-glib/json-glib.h>

#include "smr-catalogue.h"
#include "smr-record.h"
#include "smr-screening.h"
#include "smr-store.h"

G_BEGIN_DECLS

/* What the commands of the command line share. A command is a function that reads its options with
 * smr_command_parse(), does its work and returns an exit status; standard output carries the result alone,
 * whatever went wrong is one line on standard error. No display, no settings. */

typedef enum
{
  SMR_EXIT_DONE,
  SMR_EXIT_FAILED,             /* the data or the machine */
  SMR_EXIT_USAGE,
  SMR_EXIT_REFUSED,            /* by the gate */
} SmrExitStatus;

typedef struct
{
  const char   *name;          /* of the command */
  const char   *arguments;     /* "CLIENT|FILE.json", as --help shows them */
  const char   *summary;
  char         *practice;      /* path given with --practice, nullable */
  gboolean      sample;        /* the sample practice */
  SmrDate       today;
  const char   *language;      /* of the interface; nullable: English */
  SmrCatalogue *catalogue;     /* owned; has the practice's own exercises as soon as it is open, or those of the file */
} SmrCommand;

/* Reads options out of @argv; what is left goes into @arguments (from @least to @most of them).
 * FALSE: the message was printed and the command returns SMR_EXIT_USAGE. */
gboolean   smr_command_parse       (SmrCommand *self, GStrv argv, const GOptionEntry *entries, guint least, guint most, GStrv *arguments);

/* Prints "smr-coach: message" as one line on standard error and returns @status. */
SmrExitStatus smr_command_fail     (SmrExitStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Standard output, UTF-8 whatever the locale. FALSE: it could not be written, and that was said. */
gboolean   smr_command_print       (const char *text);
gboolean   smr_command_print_json  (JsonBuilder *builder);

/* @text as YYYY-MM-DD; NULL: today. FALSE: said so. */
gboolean   smr_command_parse_date  (SmrCommand *self, const char *text, SmrDate *date);
/* Muscles with sides, as smr_picks_parse() takes them; @option for the message. FALSE: said what is wrong. */
gboolean   smr_command_parse_picks (SmrCommand *self, const char *option, const char *text, GArray **picks);
/* Tool ids separated by commas. (nullable): NULL after saying what is wrong. (transfer full) */
GStrv      smr_command_parse_kit   (SmrCommand *self, const char *text);

/* The practice of the command. A practice named with --practice has to be there unless @create. */
SmrStore  *smr_command_open_store  (SmrCommand *self, gboolean create, GError **error);
char      *smr_command_dup_store_path (SmrCommand *self);
/* @what names a client of the practice (id or name), or a client file, which is read and leaves the practice alone.
 * @date: the day that is asked about, up to which dates in the file may lie. (transfer full) (nullable) */
SmrRecord *smr_command_load_record (SmrCommand *self, const char *what, SmrDate date, GError **error);
/* @what is taken as a client file rather than a client. */
gboolean   smr_command_is_file     (const char *what);

/* --- JSON members; NULL and SMR_DATE_NONE become null */
void       smr_json_add_string     (JsonBuilder *builder, const char *member, const char *text);
void       smr_json_add_int        (JsonBuilder *builder, const char *member, int number);
void       smr_json_add_boolean    (JsonBuilder *builder, const char *member, gboolean value);
void       smr_json_add_date       (JsonBuilder *builder, const char *member, SmrDate date);
void       smr_json_add_text       (JsonBuilder *builder, const char *member, const SmrText *text, const char *language);
void       smr_json_add_ids        (JsonBuilder *builder, const char *member, const char * const *ids);
void       smr_json_begin_object   (JsonBuilder *builder, const char *member);
void       smr_json_begin_array    (JsonBuilder *builder, const char *member);

/* --- the commands */
SmrExitStatus smr_command_clients    (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_import     (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_export     (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_screen     (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_plan       (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_handout    (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_form       (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_letter     (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_assessments (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_muscles    (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_exercises  (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_conditions (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_tools      (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_check      (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_backup     (SmrCommand *self, GStrv argv);
SmrExitStatus smr_command_restore    (SmrCommand *self, GStrv argv);

/* What `screen` says, as members of the object that @builder is in; `plan` says it too.
 * @picks: (nullable) (element-type SmrPick): NULL is every muscle. */
void       smr_command_add_screening (SmrCommand *self, JsonBuilder *builder, SmrScreening *screening, SmrLevel level, const GArray *picks);

G_END_DECLS
