#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What the records of one client allow on one day: `screening-and-dosage` sections 0, 1 and 3.4. A pure function of
 * catalogue, record and date. Everything that asks "may this be done" asks here or at the gate, which asks here. */

typedef struct
{
  const char *condition;       /* interned condition id, or the rule's: "form", "guardian", "stop_sign", "away", "three_cautions" */
  SmrSeverity severity;
  SmrOutcome  outcomes[SMR_N_SCREENED_PHASES];
  SmrMessage *text;            /* condition, what it does, what would lift it */
  const char *source;          /* keys of the catalogue's sources */
  SmrDate     since;           /* SMR_DATE_NONE: not known */
  SmrDate     until;           /* last day; SMR_DATE_NONE: open */
  gboolean    clearable;       /* a written clearance would lift it */
  gboolean    cleared;         /* lifted by a clearance; what it left behind still counts */
  GArray     *places;          /* (element-type SmrPlace) regions out because of it */
} SmrReason;

/* The doses and tools that are left. 0 and NULL stand for "no limit beyond the level's". */
typedef struct
{
  int       hold_seconds;      /* most per spot */
  int       contact_seconds;   /* most per muscle and side */
  int       contact_cap_seconds; /* most per session */
  int       pain;              /* most, of 10 */
  int       muscles;           /* most per session */
  int       spots;
  int       stretch_hold_seconds;
  int       stretch_reps;
  int       activate_reps;
  int       roll_days;
} SmrLimits;

typedef struct _SmrScreening SmrScreening;

#define SMR_TYPE_SCREENING (smr_screening_get_type ())
GType         smr_screening_get_type (void) G_GNUC_CONST;

SmrScreening *smr_screening_new   (SmrCatalogue *catalogue, const SmrRecord *record, SmrDate date);
SmrScreening *smr_screening_ref   (SmrScreening *self);
void          smr_screening_unref (SmrScreening *self);

SmrDate       smr_screening_get_date        (SmrScreening *self);
/* The earliest last valid day of the form and the clearances used; SMR_DATE_NONE without a valid form. */
SmrDate       smr_screening_get_valid_until (SmrScreening *self);
/* The form that counts today. (nullable) (transfer none): owned by the record that was screened, which must still live */
gboolean      smr_screening_has_valid_form  (SmrScreening *self);

/* What the whole-body rows make of a phase; integrate follows activate. */
SmrOutcome    smr_screening_get_phase       (SmrScreening *self, SmrPhase phase);
/* The outcome for one muscle on one side (LEFT, RIGHT; BOTH is the worse; MIDLINE for midline muscles). */
SmrOutcome    smr_screening_get_muscle      (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side);
gboolean      smr_screening_is_locked       (SmrScreening *self, SmrPhase phase);
/* The gentle profile holds in this phase. */
gboolean      smr_screening_is_gentle       (SmrScreening *self, SmrPhase phase);
/* The gentle profile holds for this muscle (whole body, or limited to its site). */
gboolean      smr_screening_is_gentle_for   (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side);

/* A limb on @side may carry weight in an exercise of @phase. */
gboolean      smr_screening_may_bear        (SmrScreening *self, SmrPhase phase, SmrLimb limb, SmrSide side);
gboolean      smr_screening_allows_tool     (SmrScreening *self, const SmrTool *tool);
/* The same over @muscle on @side. */
gboolean      smr_screening_allows_tool_on  (SmrScreening *self, const SmrTool *tool, const SmrMuscle *muscle, SmrSide side);
gboolean      smr_screening_allows_position (SmrScreening *self, SmrPosition position);
/* The phase is open only at home with the client's own mat and tools: whoever plans for the studio must refuse it. */
gboolean      smr_screening_is_home_only    (SmrScreening *self, SmrPhase phase);
/* In every home, or among the client's own tools; a kit that was never asked for owns nothing. */
gboolean      smr_screening_owns_tool       (SmrScreening *self, const SmrTool *tool);
/* Rolling is locked for no other reason than that today's blood pressure reading is missing. */
gboolean      smr_screening_wants_reading   (SmrScreening *self);
/* (nullable) (transfer none): why exercises listing @id (a condition or restriction) are skipped; NULL: they are not. */
const SmrReason *smr_screening_get_restriction (SmrScreening *self, const char *id);
/* The sides of the body that this concerns: one only for a movement row that names it. NONE: nothing is skipped. */
SmrSide       smr_screening_get_restricted_sides (SmrScreening *self, const char *id);

/* What is left of dose for @phase: the gentle profile and every cap that rows set, lowest figure each. */
const SmrLimits *smr_screening_get_limits   (SmrScreening *self);

/* All reasons, worst first. (transfer none) (element-type SmrReason) */
GPtrArray    *smr_screening_get_reasons     (SmrScreening *self);
/* Those that decide over one muscle and phase; muscle NULL: over the phase. (transfer container) */
GPtrArray    *smr_screening_explain         (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side);
/* Regions out of @phase, each site once with its sides. (transfer full) (element-type SmrPlace) */
GArray       *smr_screening_get_excluded    (SmrScreening *self, SmrPhase phase);

/* The rows that keep a phase locked until a physician agrees in writing, worst first: what a letter asks about. Those that
 * have to be over are not among them. (transfer container) (element-type SmrCondition) */
GPtrArray    *smr_screening_list_to_clear   (SmrScreening *self);

/* --- showing a reason: asked by every place that does so ---------------------------------------------------- */

/* Condition, what it does and what would lift it, in a sentence or two; dates as YYYY-MM-DD. */
char         *smr_reason_dup_text           (const SmrReason *self, const char *language);
/* The same with the dates as @dates writes them, and in @details what goes with it: regions out, since when, until when,
 * and who says so. @details: (out) (optional) */
char         *smr_reason_dup_shown          (const SmrReason *self, SmrCatalogue *catalogue, const char *language, SmrDateFunc dates, char **details);
/* "Blood clot (Since ... · Until ... · Source: ...)", for the sentences of gate and planner. @name: of the condition or
 * restriction. (transfer full) */
SmrMessage   *smr_reason_new_mention        (const SmrReason *self, SmrCatalogue *catalogue, const SmrText *name);
/* "Knee, left; Neck", and "the whole body" for all of them. @places: (element-type SmrPlace). (transfer full) */
char         *smr_places_dup_text           (GArray *places, SmrCatalogue *catalogue, const char *language);

/* The quick check of @date is on file, every row that is asked each time with an answer: one from a file may have less. */
gboolean      smr_record_has_check           (const SmrRecord *self, SmrCatalogue *catalogue, SmrDate date);
/* (transfer full): no to every row that is asked each time */
SmrCheck     *smr_check_new_all_no           (SmrCatalogue *catalogue, SmrDate date);
/* A stop sign, of whatever urgency, came up on @since or later; news are none. */
gboolean      smr_record_had_stop_sign_since (const SmrRecord *self, SmrCatalogue *catalogue, SmrDate since);

/* The rules in C that the catalogue's <when rule=""> may name. */
gboolean      smr_screening_knows_rule      (const char *id);

/* --- the form itself --------------------------------------------------------------------------------------- */

/* Dated and with a name under it. */
gboolean         smr_intake_is_signed    (const SmrIntake *self);
/* The last day on which a signed form is valid. */
SmrDate          smr_intake_get_last_day (const SmrIntake *self);
/* The latest signed form not after @date, valid or not. (nullable) (transfer none) */
const SmrIntake *smr_record_find_form    (const SmrRecord *record, SmrDate date);

/* The row's answer opens follow-ups that are neither filled nor marked not known: their bits of SmrFollowUp. */
guint         smr_intake_get_missing_follow_ups (const SmrIntake *self, const SmrCondition *condition);
/* Health rows without an answer or with an open follow-up, and every row with an offer that is not confirmed. (transfer container) (element-type SmrCondition)
 * Empty: the form is complete and may be signed. */
GPtrArray    *smr_intake_get_open_rows      (const SmrIntake *self, SmrCatalogue *catalogue);
/* Health rows of @catalogue that the form says nothing about: a later catalogue brought them, or a file left them out.
 * Silence is yes. (transfer container) (element-type SmrCondition) */
GPtrArray    *smr_intake_get_unasked_rows   (const SmrIntake *self, SmrCatalogue *catalogue);

/* --- attention ---------------------------------------------------------------------------------------------- */

typedef enum
{
  SMR_ATTENTION_NONE,
  SMR_ATTENTION_EXPIRING,      /* within SMR_EXPIRING_DAYS */
  SMR_ATTENTION_NO_FORM,
  SMR_ATTENTION_NEEDS_CLEARANCE,
  SMR_ATTENTION_BLOCKED,
} SmrAttention;

#define SMR_EXPIRING_DAYS 28

/* The one mark that stands for a client in lists. */
SmrAttention  smr_screening_get_attention   (SmrScreening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrScreening, smr_screening_unref)

G_END_DECLS
