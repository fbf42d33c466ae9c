#pragma once

#include "smr-body-chart.h"
#include "smr-observation.h"
#include "smr-pose.h"
#include "smr-text.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* The built-in knowledge of the field as immutable values: src/catalogue reads and checks it, the rules of
 * this layer work on it. Entries are plain structs with public members; nobody but the reader writes to them.
 * All ids are interned snake_case strings; lists of ids (`const char **`) end with NULL and are never NULL.
 * Texts may be NULL only where said. Arrays hold entries in file order, which for exercises is order of preference. */

/* --- tools ---------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *id;
  const char *kind;             /* what an exercise may ask for: "roller", "ball" ..., or the id itself */
  SmrLevel    level;            /* from which level on it is used */
  gboolean    household;        /* found in every home; others the client or studio must own */
  gboolean    always_available; /* mat, hands, none */
  gboolean    enabled_by_trainer;
  SmrText    *name;
  SmrText    *note;             /* nullable */
  char       *source;
} SmrTool;

/* --- muscles -------------------------------------------------------------------------------------------- */

typedef struct
{
  const char    *id;
  guint          index;         /* its place in the catalogue's array of muscles */
  gboolean       paired;        /* FALSE: midline */
  SmrBodyView    view;
  const char    *region;
  SmrRole        role;
  int            order;         /* along the body: distal to proximal, lower body first */
  SmrText       *name;          /* for trainers: "Calves (gastrocnemius)" */
  SmrText       *plain_name;    /* for clients: "Calf" */
  SmrText       *anatomical_name;
  GPtrArray     *synonyms;      /* (element-type SmrText) */
  SmrText       *actions;
  SmrPermission  roll;
  SmrText       *roll_reason;   /* nullable when allowed */
  SmrPermission  stretch;
  SmrText       *stretch_reason;/* nullable when allowed */
  const char   **antagonists;   /* in order of preference */
  const char   **substitutes;
  SmrText       *note;          /* nullable */
  char          *source;
} SmrMuscle;

/* --- exercises ------------------------------------------------------------------------------------------ */

typedef enum
{
  SMR_TEMPO_ROLL,   /* slow search, then hold */
  SMR_TEMPO_STATIC, /* held still */
  SMR_TEMPO_4_2_1,  /* seconds lowering / hold / lifting */
  SMR_TEMPO_HOLD,   /* repeated holds of hold_seconds */
  SMR_TEMPO_WALK,   /* a distance */
} SmrTempo;

/* "roll", "static", "4/2/1", "hold", "walk" */
const char *smr_tempo_to_string   (SmrTempo tempo);
gboolean    smr_tempo_from_string (const char *text, SmrTempo *tempo);

typedef struct
{
  const char *tool;             /* id or kind */
  gboolean    beginner;         /* a beginner may use a kind of a higher level here (tennis ball for the sole ...) */
} SmrNeed;

typedef struct
{
  SmrLimb  limb;
  gboolean same;                /* on the side treated */
  gboolean other;               /* on the other side */
} SmrBearing;

typedef struct
{
  const char   *id;
  guint         index;
  SmrPhase      phase;
  SmrPosition   position;
  gboolean      unilateral;
  int           difficulty;     /* 1 to 3 */
  SmrText      *name;
  const char  **targets;        /* muscle ids, the first is the primary target */
  GArray       *needs;          /* (element-type SmrNeed) all of them */
  const char  **forbidden_tools;
  int           hold_seconds;
  int           reps;           /* for inhibit: number of tender spots */
  int           sets;
  SmrTempo      tempo;
  gboolean      own_dose;       /* the dose differs by nature and is kept at every level */
  GArray       *bearings;       /* (element-type SmrBearing) limbs that carry weight */
  const char   *easier;         /* nullable: exercise id */
  const char   *harder;         /* nullable: exercise id */
  const char  **avoid;          /* ids of conditions and restrictions that rule it out */
  const char  **avoid_same;     /* of these, movement rows that concern the side treated alone */
  SmrText      *start;
  GPtrArray    *steps;          /* (element-type SmrText) */
  SmrText      *cue;
  SmrText      *mistake;
  char         *source;
  gboolean      own;            /* of the trainer's own, see SmrOwnExercise */
} SmrExercise;

/* --- conditions: the intake checklist --------------------------------------------------------------------- */

typedef enum
{
  SMR_CONDITION_HEALTH,         /* silence is yes */
  SMR_CONDITION_MOVEMENT,       /* movement and comfort: rules out single exercises; unanswered means not asked */
} SmrConditionKind;

typedef enum
{
  SMR_FOLLOW_UP_TEXT    = 1 << 0, /* free text: what, which medicine */
  SMR_FOLLOW_UP_DATE    = 1 << 1, /* onset, operation, last episode */
  SMR_FOLLOW_UP_SITES   = 1 << 2, /* region and side */
  SMR_FOLLOW_UP_HEALED  = 1 << 3, /* healed and sealed, yes or no */
  SMR_FOLLOW_UP_WEEKS   = 1 << 4, /* weeks of pregnancy */
  SMR_FOLLOW_UP_FACTS   = 1 << 5, /* the row's facts, each true or not */
  SMR_FOLLOW_UP_READING = 1 << 6, /* a blood pressure reading, kept with the client's readings */
} SmrFollowUp;

#define SMR_N_FOLLOW_UPS 7

/* "text", "date", "sites", "healed_and_sealed", "weeks", "facts", "reading" */
const char *smr_follow_up_to_string   (SmrFollowUp follow_up);
gboolean    smr_follow_up_from_string (const char *text, SmrFollowUp *follow_up);

/* What must hold for a case or an effect. What is not on file does not hold. */
typedef enum
{
  SMR_WHEN_FACT,                /* the fact `id` is on file */
  SMR_WHEN_NOT_FACT,            /* ... is not */
  SMR_WHEN_HEALED,              /* healed and sealed is yes */
  SMR_WHEN_OLDER_DAYS,          /* the answer's date lies more than `amount` days back */
  SMR_WHEN_OLDER_MONTHS,        /* ... months */
  SMR_WHEN_SITE,                /* one of the answer's sites is `id`; for an effect also if no site was given */
  SMR_WHEN_WEEKS_OVER,          /* more than `amount` weeks, or unknown */
  SMR_WHEN_RULE,                /* the rule in C named `id` says so (blood_pressure_below, age_under ...; may use amount) */
} SmrWhenKind;

typedef struct
{
  SmrWhenKind kind;
  const char *id;               /* nullable */
  int         amount;
} SmrWhen;

/* One way in which a raised row weighs. The first case is the first-named severity and has no `whens`;
 * of the others the first one whose whens all hold replaces it. Severity "none": the row is over. */
typedef struct
{
  SmrSeverity  severity;
  SmrPhaseCode codes[SMR_N_SCREENED_PHASES];
  gboolean     must_be_over;    /* no clearance counts while it weighs like this, whatever the row's `clearable` */
  int          clearance_months;/* 0: the row's */
  GArray      *whens;           /* (element-type SmrWhen) */
} SmrCase;

typedef enum
{
  SMR_EFFECT_EXCLUDE_SITES,     /* ids: sites; empty: those of the answer */
  SMR_EFFECT_EXCLUDE_BELOW,     /* the answer's sites and the limb below them */
  SMR_EFFECT_EXCLUDE_LIMB,      /* the whole limb of the answer's sites and the adjoining quarter of the trunk */
  SMR_EFFECT_EXCLUDE_MUSCLES,   /* ids: muscles */
  SMR_EFFECT_ONLY_TOOLS,        /* ids: of the rolling tools only these */
  SMR_EFFECT_FORBID_TOOLS,      /* ids: tools or kinds */
  SMR_EFFECT_FORBID_POSITIONS,  /* ids: positions */
  SMR_EFFECT_MAX_HOLD,          /* amount: seconds */
  SMR_EFFECT_GENTLE,            /* gentle profile in `phases`; ids: only at these sites */
  SMR_EFFECT_RESTRICT,          /* ids: restrictions raised, which rule out the exercises that list them */
  SMR_EFFECT_ONLY_TOOLS_THERE,  /* ids: of the rolling tools only these at the answer's sites; none: everywhere */
} SmrEffectKind;

typedef enum
{
  SMR_EFFECT_WHILE_RAISED,      /* as long as the row is raised, cleared or not */
  SMR_EFFECT_UNTIL_CLEARED,
  SMR_EFFECT_ONCE_CLEARED,      /* what remains after clearance, for good */
} SmrEffectTime;

typedef struct
{
  SmrEffectKind  kind;
  SmrEffectTime  time;
  const char   **ids;
  SmrSide        side;          /* for EXCLUDE_SITES with ids: which sides; NONE: the answer's */
  guint          phases;        /* bits 1 << SmrPhase of the screened phases that it concerns */
  gboolean       may_be_named;  /* an exclusion that a clearance lifts where it names the region or muscle */
  int            amount;
  GArray        *whens;         /* (element-type SmrWhen) */
} SmrEffect;

typedef struct
{
  const char *id;
  SmrText    *text;
  gboolean    every_session;    /* the quick check offers it too */
} SmrFact;

typedef struct
{
  const char       *id;
  guint             index;
  SmrConditionKind  kind;
  const char       *category;
  gboolean          computed;          /* never asked; follows from the client (age_band) */
  gboolean          every_session;     /* asked in the quick check */
  gboolean          ask_again;         /* time matters: a new form asks it anew instead of copying the last answer */
  gboolean          clearable;         /* FALSE for the rows marked with a dagger: must be over */
  gboolean          region_wide;       /* FALSE: a caution of this row is limited to one site (rule 3) */
  int               clearance_months;  /* how long a clearance lasts at most */
  SmrText          *name;              /* short: "Blood clot" */
  SmrText          *question;          /* worded so that yes raises the row; nullable when computed */
  SmrText          *check_question;    /* nullable: what the quick check asks instead, about what is new since the form */
  SmrText          *explanation;       /* what the row does and why, one sentence; nullable for movement */
  guint             follow_ups;        /* bits of SmrFollowUp */
  GArray           *facts;             /* (element-type SmrFact) */
  GPtrArray        *cases;             /* (element-type SmrCase) health rows: at least one */
  GPtrArray        *effects;           /* (element-type SmrEffect) */
  char             *source;
} SmrCondition;

const SmrFact *smr_condition_find_fact (const SmrCondition *self, const char *id);

typedef struct
{
  const char *id;               /* "cardiovascular" */
  SmrText    *name;
} SmrCategory;

/* What an effect can raise and an exercise can list beside the ids of conditions: "pregnancy_supine" ... */
typedef struct
{
  const char *id;
  SmrText    *name;
} SmrRestriction;

/* --- regions ---------------------------------------------------------------------------------------------- */

typedef struct
{
  const char  *id;              /* "knee" */
  SmrText     *name;            /* "Knee" */
  gboolean     paired;          /* FALSE: always both sides (belly_low_back, upper_back_ribs, neck_head) */
  SmrLimb      limb;
  const char **muscles;         /* excluded with it, same side */
  const char **below;           /* the sites of the limb below this one */
  const char **whole_limb;      /* the sites of the whole limb and the adjoining quarter of the trunk */
  char        *source;
} SmrSite;

typedef struct
{
  const char *id;
  SmrText    *name;             /* "Joints: hips, knees ..." for paper */
  SmrText    *reason;
  char       *source;
} SmrNeverRolled;

/* --- words looked for in free text ---------------------------------------------------------------------- */

typedef struct
{
  const char  *condition;       /* the row that a hit raises */
  const char **words;           /* interned, lower case; may be two words */
  int          least;           /* how many different ones it takes to raise the row, usually 1 */
  const char  *with;            /* (nullable): a row; they raise only while this one is raised as well */
  char        *source;
} SmrWordList;

/* --- signs -------------------------------------------------------------------------------------------------- */

/* How soon somebody has to do something, the least urgent first. */
typedef enum
{
  SMR_URGENCY_NEWS,             /* no stop sign: something is new about the client's health */
  SMR_URGENCY_TRAINER,          /* stop the session, tell the trainer before any more */
  SMR_URGENCY_TODAY,            /* stop, get medical help today */
  SMR_URGENCY_EMERGENCY,        /* stop, call emergency services */
} SmrUrgency;

/* "news", "trainer", "today", "emergency" */
const char *smr_urgency_to_string   (SmrUrgency urgency);
gboolean    smr_urgency_from_string (const char *text, SmrUrgency *urgency);

/* What ends a health form before its time when it comes up; see SmrIncident. */
typedef struct
{
  const char *id;               /* "chest_pain" */
  SmrUrgency  urgency;
  gboolean    pregnancy;        /* a stop sign in pregnancy only */
  gboolean    asks_place;       /* it makes sense to say where on the body */
  gboolean    voids_clearances; /* letters that were written before it count no more */
  const char *raises;           /* (nullable): the row of the checklist that it corresponds to */
  const char *paper;            /* (nullable): id of the text that the client reads on the sheet */
  SmrText    *name;             /* for the trainer */
  char       *source;
} SmrStopSign;

/* --- starting points -------------------------------------------------------------------------------------- */

/* Muscles that are often found together, for a routine to begin with; all on both sides. */
typedef struct
{
  const char  *id;              /* "desk_worker" */
  SmrText     *name;
  SmrText     *note;
  const char **overactive;
  const char **underactive;
  char        *source;
} SmrStartingPoint;

/* --- sources ---------------------------------------------------------------------------------------------- */

/* What a key in the `source` of an entry stands for. Such a source is a list of keys with ";" between, each with a note
 * in parentheses where it needs one; "(from memory)" and "project default" are keys like the others. */
typedef struct
{
  const char *key;
  SmrText    *citation;         /* for people: what it is */
  SmrText    *use;              /* what it was used for */
} SmrSource;

/* The keys that @source names, each once. (transfer full) */
GStrv smr_source_split_keys (const char *source);

/* --- dosage ----------------------------------------------------------------------------------------------- */

/* One column of the level table, or the gentle profile. All times in seconds. */
typedef struct
{
  int hold_seconds;             /* per tender spot */
  int hold_least_seconds;       /* the range of the level: 20-30, 30-45, 30-60 */
  int hold_most_seconds;
  int spots;
  int search_seconds;
  int contact_seconds;          /* per muscle and side: default */
  int muscles_default;          /* picked muscles per session */
  int muscles_most;
  int contact_cap_seconds;      /* per session */
  int stretch_hold_seconds;
  int stretch_reps;
  int activate_sets;
  int activate_reps;
  int rest_seconds;             /* between activation sets */
  int integrate_sets;
  int integrate_reps;
  int roll_days_least;          /* days a week */
  int roll_days_most;
  int pain_most;                /* of 10 */
  const char **tools;           /* ids of the rolling tools */
} SmrDosage;

typedef struct
{
  SmrDosage levels[SMR_N_LEVELS];
  SmrDosage gentle;
  int       day_contact_cap_seconds;         /* 1800 */
  int       muscle_side_session_cap_seconds; /* 120 */
  int       muscle_side_day_cap_seconds;     /* 180 */
  int       spot_cap_seconds;                /* 60 */
  int       stretch_cap_seconds;             /* 60 per muscle and side before training */
} SmrDosageTable;

/* --- the catalogue ------------------------------------------------------------------------------------- */

typedef struct _SmrCatalogue SmrCatalogue;

/* What the reader hands over; every member is taken. Arrays free their entries. */
typedef struct
{
  int             version;
  GPtrArray      *tools;        /* (element-type SmrTool) */
  GPtrArray      *muscles;      /* (element-type SmrMuscle) */
  GPtrArray      *exercises;    /* (element-type SmrExercise) */
  GPtrArray      *conditions;   /* (element-type SmrCondition) in the order of the checklist */
  GPtrArray      *categories;   /* (element-type SmrCategory) */
  GPtrArray      *restrictions; /* (element-type SmrRestriction) */
  GPtrArray      *sites;        /* (element-type SmrSite) */
  GPtrArray      *never_rolled; /* (element-type SmrNeverRolled) */
  GPtrArray      *word_lists;   /* (element-type SmrWordList) */
  const char    **ordinary_words; /* (nullable): interned; never taken for a misspelt name */
  GPtrArray      *figures;      /* (element-type SmrFigure) (nullable) the pictures of exercises */
  GPtrArray      *signs;        /* (element-type SmrStopSign) the most urgent first, news last */
  GPtrArray      *assessment_parts; /* (element-type SmrAssessmentPart) (nullable) in the order in which they are done */
  GPtrArray      *joints;       /* (element-type SmrJoint) (nullable) from the ground up */
  GPtrArray      *sources;      /* (element-type SmrSource) */
  GPtrArray      *starting_points; /* (element-type SmrStartingPoint) (nullable) */
  SmrDosageTable  dosage;
  SmrBodyChart   *body_chart;   /* (nullable) */
  GHashTable     *texts;        /* id -> SmrText: what rules, paper and checklists say */
} SmrCatalogueParts;

#define SMR_TYPE_CATALOGUE (smr_catalogue_get_type ())
GType         smr_catalogue_get_type (void) G_GNUC_CONST;

SmrCatalogue *smr_catalogue_new_take (SmrCatalogueParts *parts);
SmrCatalogue *smr_catalogue_ref      (SmrCatalogue *self);
void          smr_catalogue_unref    (SmrCatalogue *self);

int           smr_catalogue_get_version      (SmrCatalogue *self);
/* All (transfer none). */
GPtrArray    *smr_catalogue_get_tools        (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_muscles      (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_exercises    (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_conditions   (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_categories   (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_restrictions (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_sites        (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_never_rolled (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_word_lists   (SmrCatalogue *self);
const char  **smr_catalogue_get_ordinary_words (SmrCatalogue *self);
/* The lists ready to be looked for, see smr_intake_find_words(). */
const struct _SmrWordIndex *smr_catalogue_get_word_index (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_figures      (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_signs        (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_assessment_parts (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_joints       (SmrCatalogue *self);
GPtrArray    *smr_catalogue_get_sources      (SmrCatalogue *self);
/* (nullable): the built-in catalogue has some. */
GPtrArray    *smr_catalogue_get_starting_points (SmrCatalogue *self);
const SmrDosageTable *smr_catalogue_get_dosage (SmrCatalogue *self);
/* (nullable): the built-in catalogue has one. */
SmrBodyChart *smr_catalogue_get_body_chart (SmrCatalogue *self);

/* (nullable) (transfer none): NULL for an unknown id. */
const SmrTool        *smr_catalogue_find_tool        (SmrCatalogue *self, const char *id);
const SmrMuscle      *smr_catalogue_find_muscle      (SmrCatalogue *self, const char *id);
const SmrExercise    *smr_catalogue_find_exercise    (SmrCatalogue *self, const char *id);
const SmrCondition   *smr_catalogue_find_condition   (SmrCatalogue *self, const char *id);
const SmrCategory    *smr_catalogue_find_category    (SmrCatalogue *self, const char *id);
const SmrRestriction *smr_catalogue_find_restriction (SmrCatalogue *self, const char *id);
const SmrSite        *smr_catalogue_find_site        (SmrCatalogue *self, const char *id);
/* The picture of an exercise; exercises of the trainer's own have none. */
const SmrFigure      *smr_catalogue_find_figure      (SmrCatalogue *self, const char *exercise);
const SmrStopSign    *smr_catalogue_find_sign        (SmrCatalogue *self, const char *id);
const SmrAssessmentPart *smr_catalogue_find_assessment_part (SmrCatalogue *self, const char *id);
const SmrObservation *smr_catalogue_find_observation (SmrCatalogue *self, const char *id);
const SmrMovement    *smr_catalogue_find_movement    (SmrCatalogue *self, const char *id);
const SmrSource      *smr_catalogue_find_source (SmrCatalogue *self, const char *key);

/* A muscle by its id, name or any everyday name in any language, case and accents ignored. (nullable) */
const SmrMuscle      *smr_catalogue_lookup_muscle    (SmrCatalogue *self, const char *name);

/* The name of a condition or restriction, for sentences. (nullable) */
const SmrText        *smr_catalogue_get_rule_name    (SmrCatalogue *self, const char *id);
/* A text that must be there: a missing id is a mistake in the catalogue and aborts in tests. Never NULL. */
const SmrText        *smr_catalogue_get_text         (SmrCatalogue *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrCatalogue, smr_catalogue_unref)

/* Freeing of entries, for the reader and the arrays. */
void smr_tool_free         (SmrTool *self);
void smr_muscle_free       (SmrMuscle *self);
void smr_exercise_free     (SmrExercise *self);
void smr_case_free         (SmrCase *self);
void smr_effect_free       (SmrEffect *self);
void smr_condition_free    (SmrCondition *self);
void smr_category_free     (SmrCategory *self);
void smr_restriction_free  (SmrRestriction *self);
void smr_site_free         (SmrSite *self);
void smr_never_rolled_free (SmrNeverRolled *self);
void smr_word_list_free    (SmrWordList *self);
void smr_stop_sign_free    (SmrStopSign *self);
void smr_source_free (SmrSource *self);
void smr_starting_point_free (SmrStartingPoint *self);

G_END_DECLS
