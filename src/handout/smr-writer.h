#pragma once

#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* What the parts of a sheet share while they are put into words. Ids of texts are given without "handout_". */

typedef struct _SmrWriter
{
  SmrCatalogue *catalogue;
  SmrScreening *screening;     /* of routines, as what follows the language */
  SmrRoutine   *routine;
  const char   *language;
  int           pain;          /* most, of 10 */
  gboolean      gentle;        /* in the roll phase, the whole body */
} SmrWriter;

/* --- words (smr-writer.c) --------------------------------------------------------------------------- */

/* What the sheet is written in: @language where it has texts, else English. */
void           smr_writer_set_language (SmrWriter *self, const char *language);
const SmrText *smr_writer_find       (SmrWriter *self, const char *id);
char          *smr_writer_say        (SmrWriter *self, const char *id);
/* "id_part" */
char          *smr_writer_say_part   (SmrWriter *self, const char *id, const char *part);
/* One place filled with a string. */
char          *smr_writer_say_with   (SmrWriter *self, const char *id, const char *place, const char *string);
char          *smr_writer_say_number (SmrWriter *self, const char *id, const char *place, int number);
/* "id_one" or "id_other" with the place {count} */
char          *smr_writer_say_count  (SmrWriter *self, const char *id, int count);
/* With the places {least} and {most} */
char          *smr_writer_say_range  (SmrWriter *self, const char *id, int least, int most);
char          *smr_writer_say_date   (SmrWriter *self, SmrDate date);
/* "Knee, left": a region or a muscle that is @paired with its sides, any other as it is. */
char          *smr_writer_say_place  (SmrWriter *self, const SmrText *text, gboolean paired, SmrSide sides);
/* "first, second" in the way of the language; either may be NULL. Takes both. */
char          *smr_writer_join_take  (SmrWriter *self, char *first, char *second);

/* @note: (nullable) */
SmrSheetFact  *smr_sheet_fact_new_take     (char *label, char *value, char *note);
SmrSheetList  *smr_sheet_list_new_take     (char *heading);

/* --- answers (smr-form-answer.c) -------------------------------------------------------------------------- */

/* What was said beside yes, no or not sure; NULL for nothing. @reading: (nullable) of blood pressure. */
char          *smr_writer_say_answer (SmrWriter *self, const SmrCondition *condition, const SmrAnswer *answer, const SmrReading *reading);
/* The last one by @date, or of all for SMR_DATE_NONE. @readings: (nullable). (nullable) */
const SmrReading *smr_readings_find_latest (const GPtrArray *readings, SmrDate date);
/* What was not confirmed and what was marked as not known after a yes; NULL for nothing. */
char          *smr_writer_say_open   (SmrWriter *self, const SmrCondition *condition, const SmrAnswer *answer);

/* --- safety (smr-sheet-safety.c) -------------------------------------------------------------------------- */

/* Stop signs, most urgent first: (element-type SmrSheetList). */
GPtrArray     *smr_writer_make_stops    (SmrWriter *self);
/* One list for each set of phases, the widest first: (element-type SmrSheetList). What is out on different sides in
 * different phases stands in two. */
GPtrArray     *smr_writer_make_excluded (SmrWriter *self);
SmrSheetFact  *smr_writer_make_never    (SmrWriter *self);
/* What a letter or the screening asks to keep to; NULL for nothing. */
SmrSheetList  *smr_writer_make_limits   (SmrWriter *self);

/* --- extras (smr-sheet-extras.c) -------------------------------------------------------------------------- */

/* Marks in the items of @phases what changed since @previous; returns it all as lines, none where nothing did. */
SmrSheetList  *smr_writer_mark_changes  (SmrWriter *self, const SmrRoutine *previous, GPtrArray *phases);
SmrSheetDiary *smr_writer_make_diary    (SmrWriter *self);

/* --- the trainer's copy (smr-sheet-trainer.c) -------------------------------------------------------------- */

SmrSheetTrainer *smr_writer_make_trainer (SmrWriter *self);

/* --- phases (smr-sheet-phases.c) -------------------------------------------------------------------------- */

/* NULL for a phase that is neither locked nor used. @number and @n_items count on. */
SmrSheetPhase *smr_writer_make_phase    (SmrWriter *self, SmrPhase phase, guint *number, guint *n_items);

G_END_DECLS
