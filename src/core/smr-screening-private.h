#pragma once

#include "smr-clearance.h"
#include "smr-screening.h"
#include "smr-words.h"

G_BEGIN_DECLS

/* The steps of a screening, each in a file of its own:
 *   form    which form counts, and what it leaves open
 *   rescreen what ends a form before its time
 *   raise   which rows are raised, and by what
 *   news    what came up after a clearance was written
 *   clear   which written clearances count, and what they lift of a row
 *   rules   which case and effects of a row hold
 *   regions which parts of the body a row takes out or makes gentle
 *   judge   what each row does, and why
 *   result  (smr-screening.c) what all rows together leave */

#define SMR_PHASE_BIT(phase) (1u << (phase))
#define SMR_ROLL SMR_PHASE_BIT (SMR_PHASE_INHIBIT)

/* --- form --------------------------------------------------------------------------------------------------- */

/* The day on which a pregnancy may reach @week, the answer being given on @answered in whole weeks; SMR_DATE_NONE if no
 * weeks were given. */
SmrDate          smr_answer_get_week_start (const SmrAnswer *self, SmrDate answered, int week);
/* In years on @date: @age is reached, also on the birthday itself; FALSE for an unknown birth date. */
gboolean         smr_client_has_reached  (const SmrClient *client, int age, SmrDate date);

/* --- raise -------------------------------------------------------------------------------------------------- */

typedef enum
{
  SMR_RAISED_NOT,
  SMR_RAISED_BY_YES,
  SMR_RAISED_BY_NOT_SURE,
  SMR_RAISED_BY_SILENCE,
  SMR_RAISED_BY_WORD,     /* found in a free text of the form */
  SMR_RAISED_BY_SWELLING, /* an undiagnosed swelling in a limb raises clot_symptoms */
  SMR_RAISED_BY_CHECK,    /* a quick check after the form */
  SMR_RAISED_BY_SIGN,     /* a stop sign on the day of the form */
  SMR_RAISED_BY_READING,  /* today's blood pressure */
  SMR_RAISED_BY_AGE,      /* computed: whether it weighs is up to its cases */
} SmrRaisedBy;

typedef struct
{
  SmrRaisedBy by;
  const char *word;       /* the word that was found; interned */
  const char *written;    /* (nullable): how the client misspelt it; the table of words owns it */
  SmrDate     checked_on;
  const SmrAnswer *eased; /* (nullable): the yes of the check, with what makes it weigh less */
} SmrRaised;

/* What the form alone makes of a health row; @words is what smr_intake_find_words() found, and must live as long. */
SmrRaised   smr_intake_raise      (const SmrIntake *self, const SmrCondition *condition, GHashTable *words, SmrCatalogue *catalogue);
/* What the form, the quick checks since and today's readings make of it. */
SmrRaised   smr_record_raise      (const SmrRecord *record, const SmrIntake *form, const SmrCondition *condition, GHashTable *words, SmrCatalogue *catalogue, SmrDate date);
/* The worst of the day's readings; FALSE if there is none. */
gboolean    smr_record_get_reading (const SmrRecord *record, SmrDate date, int *systolic, int *diastolic);

/* --- rescreen ----------------------------------------------------------------------------------------------- */

/* @form was signed after it came up, and answers it. */
gboolean    smr_incident_is_before_form  (const SmrIncident *self, const SmrIntake *form);
/* It came up on or after the day of the letter, and is of a kind that ends it. */
gboolean    smr_incident_voids_clearance (const SmrIncident *self, SmrCatalogue *catalogue, const SmrClearance *clearance, SmrDate date);
/* The last day since @form of a stop sign that needs medical help and corresponds to the row; SMR_DATE_NONE: none. */
SmrDate     smr_record_find_sign_for     (const SmrRecord *record, SmrCatalogue *catalogue, const SmrIntake *form, const SmrCondition *condition, SmrDate date);

/* --- news --------------------------------------------------------------------------------------------------- */

/* What a letter is judged by. @form counts on @date, and @words were found in it. */
typedef struct
{
  SmrCatalogue    *catalogue;
  const SmrRecord *record;
  const SmrIntake *form;
  GHashTable      *words;
  SmrDate          date;
} SmrCircumstances;

typedef struct
{
  SmrClearanceState state;     /* COUNTS, SUSPENDED, VOID or NO_FORM */
  const char       *condition; /* (nullable): the row that is new; interned */
} SmrNews;

SmrNews smr_clearance_find_news (const SmrClearance *self, const SmrCircumstances *given);

/* --- clear -------------------------------------------------------------------------------------------------- */

typedef struct _SmrClearances SmrClearances;

/* What written clearances lift of one row. */
typedef struct
{
  guint      phases;                                  /* bits: lifted */
  guint      unrestricted;                            /* bits: of these without restriction */
  guint      fresh;                                   /* bits: of these within the first four weeks */
  SmrDate    until[SMR_N_SCREENED_PHASES];            /* last day of each lifted phase */
  GPtrArray *letters;                                 /* (nullable) (element-type SmrClearance) those that lift something */
  const char *note;                                   /* (nullable): text id, why a letter that names the row does not count */
  SmrDate    note_date;
} SmrLifted;

/* Judges every clearance of the record once: which count on @date, and which are void. @form counts today. */
SmrClearances *smr_clearances_new  (SmrCatalogue *catalogue, const SmrRecord *record, const SmrIntake *form, GHashTable *words, SmrDate date);
void           smr_clearances_free (SmrClearances *self);
/* MISTYPED, REVOKED, NOT_YET or COUNTS: what it says by itself. */
SmrClearanceState smr_clearance_get_own_state (const SmrClearance *self, SmrDate date);
/* @months: how long a clearance lasts at most. */
SmrClearanceEffect smr_clearances_judge (SmrClearances *self, guint index, const SmrCondition *condition, int months);
void           smr_clearances_lift (SmrClearances *self, const SmrCondition *condition, int months, SmrLifted *lifted);
/* The earliest last day of the phases that it lifts; SMR_DATE_NONE if there is none. */
SmrDate        smr_lifted_get_last_day (const SmrLifted *self);
/* A letter that lifts @phase names the region, or the muscle. */
gboolean       smr_lifted_names_place  (const SmrLifted *self, SmrPhase phase, const SmrSite *site, SmrSide side);
gboolean       smr_lifted_names_muscle (const SmrLifted *self, SmrPhase phase, const char *muscle);
void           smr_lifted_clear    (SmrLifted *self);

/* --- rules -------------------------------------------------------------------------------------------------- */

/* A raised row while it is judged. */
typedef struct
{
  const SmrCondition *condition;
  const SmrAnswer    *answer;    /* (nullable): set when the row was answered with yes, so that details may count */
  SmrDate             answered;  /* the day of the form */
  SmrRaised           raised;
  const SmrCase      *a_case;
  int                 months;    /* that a clearance lasts at most */
  SmrLifted           lifted;
} SmrRow;

/* FALSE: nothing raises it. */
gboolean       smr_row_init         (SmrRow *row, const SmrCondition *condition, const SmrCircumstances *given);

/* What is lifted of @row by how long its case lets clearances last, and its case. */
void           smr_row_settle       (SmrRow *row, const SmrRecord *record, SmrClearances *clearances, SmrDate date);
/* Chooses @row's case; @row's `lifted` must be there for rows whose cases ask for a clearance. */
const SmrCase *smr_row_choose_case  (const SmrRow *row, const SmrRecord *record, SmrDate date);
/* The row has a case that asks for a clearance itself. */
gboolean       smr_condition_asks_clearance (const SmrCondition *condition);
gboolean       smr_case_asks_clearance      (const SmrCase *a_case);
/* All whens of @effect hold; what is not known counts as holding. */
gboolean       smr_row_has_effect   (const SmrRow *row, const SmrEffect *effect, const SmrRecord *record, SmrDate date);
/* The last day on which @row stays in its present case, as far as the answer's date tells; else SMR_DATE_NONE. */
SmrDate        smr_row_get_case_end (const SmrRow *row, SmrDate date);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrLifted, smr_lifted_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrClearances, smr_clearances_free)

G_END_DECLS
