#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that every layer shares. Each enumeration has one spelling as text, the one that client files,
 * the command line's JSON and the database use; smr_*_from_string() returns FALSE for anything else. */

/* The corrective continuum, always in this order. Screening speaks of the first three; integrate follows activate. */
typedef enum
{
  SMR_PHASE_INHIBIT,
  SMR_PHASE_LENGTHEN,
  SMR_PHASE_ACTIVATE,
  SMR_PHASE_INTEGRATE,
} SmrPhase;

#define SMR_N_PHASES 4
#define SMR_N_SCREENED_PHASES 3

/* The phase whose screening decides over @phase. */
SmrPhase smr_phase_get_screened (SmrPhase phase);

/* From most to least permissive, so that the worse of two is the greater. */
typedef enum
{
  SMR_OUTCOME_ALLOWED,
  SMR_OUTCOME_MODIFIED_DOSAGE,
  SMR_OUTCOME_EXCLUDED_REGIONS,
  SMR_OUTCOME_NEEDS_CLEARANCE,
  SMR_OUTCOME_BLOCKED,
} SmrOutcome;

typedef enum
{
  SMR_SEVERITY_NONE,
  SMR_SEVERITY_CAUTION,
  SMR_SEVERITY_REGIONAL,
  SMR_SEVERITY_REFER,
  SMR_SEVERITY_ABSOLUTE,
} SmrSeverity;

/* The letters of the intake table's R/S/A column. */
typedef enum
{
  SMR_PHASE_CODE_UNCHANGED,   /* - */
  SMR_PHASE_CODE_GENTLE,      /* g: gentle profile only */
  SMR_PHASE_CODE_REGION,      /* r: region excluded */
  SMR_PHASE_CODE_HOME_ONLY,   /* q: only at home with own mat and tools; else locked */
  SMR_PHASE_CODE_ACTIVE_ONLY, /* a: locked unless regularly active and free of symptoms, then gentle */
  SMR_PHASE_CODE_LOCKED,      /* X: locked until cleared or over */
} SmrPhaseCode;

/* Sides of the body. Left and right are bits; a midline muscle has the one side midline, which overlaps with every side. */
typedef enum
{
  SMR_SIDE_NONE    = 0,
  SMR_SIDE_LEFT    = 1 << 0,
  SMR_SIDE_RIGHT   = 1 << 1,
  SMR_SIDE_BOTH    = SMR_SIDE_LEFT | SMR_SIDE_RIGHT,
  SMR_SIDE_MIDLINE = 1 << 2,
} SmrSide;

gboolean smr_side_overlaps (SmrSide a, SmrSide b);

/* How an item is done: on one side, each side in turn, or both together. */
typedef enum
{
  SMR_ITEM_SIDE_LEFT,
  SMR_ITEM_SIDE_RIGHT,
  SMR_ITEM_SIDE_EACH,
  SMR_ITEM_SIDE_TOGETHER,
} SmrItemSide;

typedef enum
{
  SMR_LEVEL_BEGINNER,
  SMR_LEVEL_INTERMEDIATE,
  SMR_LEVEL_ADVANCED,
} SmrLevel;

#define SMR_N_LEVELS 3

typedef enum
{
  SMR_SETTING_HOME,
  SMR_SETTING_STUDIO,
} SmrSetting;

/* In the order of going down to the floor. */
typedef enum
{
  SMR_POSITION_STANDING,
  SMR_POSITION_WALL,
  SMR_POSITION_SEATED,
  SMR_POSITION_KNEELING,
  SMR_POSITION_PRONE,
  SMR_POSITION_SIDE_LYING,
  SMR_POSITION_SUPINE,
} SmrPosition;

typedef enum
{
  SMR_LIMB_NONE,
  SMR_LIMB_ARM,
  SMR_LIMB_LEG,
} SmrLimb;

/* An answer on the checklist. Only NO is not a yes (screening rule 1). */
typedef enum
{
  SMR_REPLY_UNANSWERED,
  SMR_REPLY_NO,
  SMR_REPLY_YES,
  SMR_REPLY_NOT_SURE,
} SmrReply;

typedef enum
{
  SMR_PERMISSION_NO,
  SMR_PERMISSION_CAUTION,
  SMR_PERMISSION_YES,
} SmrPermission;

typedef enum
{
  SMR_ROLE_OVERACTIVE,
  SMR_ROLE_UNDERACTIVE,
  SMR_ROLE_BOTH,
} SmrRole;

typedef enum
{
  SMR_BODY_VIEW_FRONT,
  SMR_BODY_VIEW_BACK,
  SMR_BODY_VIEW_BOTH,
} SmrBodyView;

/* "inhibit", "lengthen", "activate", "integrate" */
const char *smr_phase_to_string          (SmrPhase phase);
gboolean    smr_phase_from_string        (const char *text, SmrPhase *phase);
/* "roll", "stretch", "activate": the names of the screened phases */
const char *smr_phase_to_screen_string   (SmrPhase phase);
gboolean    smr_phase_from_screen_string (const char *text, SmrPhase *phase);
/* "allowed", "modified_dosage", "excluded_regions", "needs_clearance", "blocked" */
const char *smr_outcome_to_string        (SmrOutcome outcome);
/* "none", "caution", "regional", "refer", "absolute" */
const char *smr_severity_to_string       (SmrSeverity severity);
gboolean    smr_severity_from_string     (const char *text, SmrSeverity *severity);
/* "-", "g", "r", "q", "a", "X" */
const char *smr_phase_code_to_string     (SmrPhaseCode code);
gboolean    smr_phase_code_from_string   (const char *text, SmrPhaseCode *code);
/* "left", "right", "both", "midline" */
const char *smr_side_to_string           (SmrSide side);
gboolean    smr_side_from_string         (const char *text, SmrSide *side);
/* "left", "right", "each", "together" */
const char *smr_item_side_to_string      (SmrItemSide side);
gboolean    smr_item_side_from_string    (const char *text, SmrItemSide *side);
/* The sides of the body that an item treats; "each" and "together" are both. */
SmrSide     smr_item_side_get_sides      (SmrItemSide side);
/* "beginner", "intermediate", "advanced" */
const char *smr_level_to_string          (SmrLevel level);
gboolean    smr_level_from_string        (const char *text, SmrLevel *level);
/* "home", "studio" */
const char *smr_setting_to_string        (SmrSetting setting);
gboolean    smr_setting_from_string      (const char *text, SmrSetting *setting);
/* "standing", "wall", "seated", "kneeling", "prone", "side_lying", "supine" */
const char *smr_position_to_string       (SmrPosition position);
gboolean    smr_position_from_string     (const char *text, SmrPosition *position);
/* "none", "arm", "leg" */
const char *smr_limb_to_string           (SmrLimb limb);
gboolean    smr_limb_from_string         (const char *text, SmrLimb *limb);
/* "unanswered", "no", "yes", "not_sure" */
const char *smr_reply_to_string          (SmrReply reply);
gboolean    smr_reply_from_string        (const char *text, SmrReply *reply);
/* "no", "caution", "yes" */
const char *smr_permission_to_string     (SmrPermission permission);
gboolean    smr_permission_from_string   (const char *text, SmrPermission *permission);
/* "overactive", "underactive", "both" */
const char *smr_role_to_string           (SmrRole role);
gboolean    smr_role_from_string         (const char *text, SmrRole *role);
/* "front", "back", "both" */
const char *smr_body_view_to_string      (SmrBodyView view);
gboolean    smr_body_view_from_string    (const char *text, SmrBodyView *view);

G_END_DECLS
