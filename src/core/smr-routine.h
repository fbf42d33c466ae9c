#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* --- dose ------------------------------------------------------------------------------------------------- */

/* How much of one exercise, per side where it is done on one side at a time. Times in seconds. */
typedef struct
{
  int      sets;
  int      reps;               /* repetitions, or holds of a stretch; for inhibit the number of spots */
  int      hold_seconds;       /* per spot, stretch or repetition */
  int      search_seconds;     /* inhibit: slow search before the holds */
  SmrTempo tempo;
  int      rest_seconds;       /* between sets (activate, integrate) or holds (lengthen) */
} SmrDose;

gboolean smr_dose_equal (const SmrDose *a, const SmrDose *b);

/* --- selection -------------------------------------------------------------------------------------------- */

/* A muscle that the trainer picked. */
typedef struct
{
  const char *muscle;          /* interned muscle id */
  SmrSide     side;            /* LEFT, RIGHT, BOTH; MIDLINE for midline muscles */
} SmrPick;

/* "lats:left, calves" -> picks; both sides (or midline) where no side is given. Names as
 * smr_catalogue_lookup_muscle() knows them. NULL and SMR_ROUTINE_ERROR_UNKNOWN_MUSCLE or _BAD_SIDE otherwise. */
GArray *smr_picks_parse  (SmrCatalogue *catalogue, const char *text, GError **error);
GArray *smr_picks_copy   (const GArray *picks);
/* SMR_SIDE_NONE: it is not picked. */
SmrSide  smr_picks_get_sides (const GArray *picks, const char *muscle);
gboolean smr_picks_equal (const GArray *a, const GArray *b);

#define SMR_ROUTINE_ERROR (smr_routine_error_quark ())
GQuark smr_routine_error_quark (void);

typedef enum
{
  SMR_ROUTINE_ERROR_UNKNOWN_MUSCLE,
  SMR_ROUTINE_ERROR_BAD_SIDE,
} SmrRoutineError;

/* --- item --------------------------------------------------------------------------------------------------- */

/* Why an item is there: the muscle it serves, and for activation the overactive muscle it answers. */
typedef struct
{
  const char *muscle;          /* interned: treated or activated */
  const char *because;         /* interned, nullable: the overactive muscle; NULL: picked itself; the same as `muscle`:
                                  neither, the exercise was added by hand */
  SmrSide     side;            /* on which side(s) it is served */
  char       *passed_over;     /* nullable: "adductors:overactive tfl:no_exercise", antagonists tried before this one */
} SmrServed;

typedef struct
{
  SmrPhase    phase;
  const char *exercise;        /* interned exercise id */
  SmrItemSide side;
  const char *tool;            /* interned, nullable: the tool chosen for a need such as "roller" */
  SmrDose     dose;
  GPtrArray  *served;          /* (element-type SmrServed) at least one */
  char       *note;            /* nullable: for the client */
} SmrItem;

SmrItem *smr_item_new  (SmrPhase phase, const char *exercise);
/* @because and @passed_over are nullable, see SmrServed. */
void     smr_item_add_served (SmrItem *self, const char *muscle, const char *because, SmrSide side, const char *passed_over);
SmrItem *smr_item_copy (const SmrItem *self);
void     smr_item_free (SmrItem *self);
gboolean smr_item_equal (const SmrItem *a, const SmrItem *b);
/* No pick and no rule put it there. */
gboolean smr_item_is_by_hand (const SmrItem *self);
/* The chain from picked muscle to this item in one sentence. (transfer full) */
char    *smr_item_dup_reason (const SmrItem *self, SmrCatalogue *catalogue, const char *language);
/* Ids of the muscles it serves, each once. (transfer container) (element-type utf8) */
GPtrArray *smr_item_get_muscles (const SmrItem *self);

/* --- routine ------------------------------------------------------------------------------------------------ */

typedef enum
{
  SMR_ROUTINE_DRAFT,
  SMR_ROUTINE_ISSUED,          /* handed out: never changed any more */
  SMR_ROUTINE_SUPERSEDED,
} SmrRoutineStatus;

/* "draft", "issued", "superseded" */
const char *smr_routine_status_to_string   (SmrRoutineStatus status);
gboolean    smr_routine_status_from_string (const char *text, SmrRoutineStatus *status);

/* A routine: what was picked and what came of it. A reference-counted value: the smr_routine_with_* functions
 * return changed copies, so undo is the previous value. */
struct _SmrRoutine
{
  gatomicrefcount   ref_count;
  gint64            id;        /* the routine's row; its versions share it */
  int               version;   /* 1 on */
  SmrRoutineStatus  status;
  char             *title;
  SmrDate           created;
  SmrDate           issued;    /* SMR_DATE_NONE unless issued */
  SmrLevel          level;
  SmrSetting        setting;
  int               minutes;   /* budget; 0: none */
  gboolean          no_floor;  /* nothing for which one goes down to the floor */
  gboolean          accept_substitutes;
  GArray           *overactive;  /* (element-type SmrPick) */
  GArray           *underactive; /* (element-type SmrPick) */
  GPtrArray        *items;     /* (element-type SmrItem) in order, phase by phase */
};

#define SMR_TYPE_ROUTINE (smr_routine_get_type ())
GType       smr_routine_get_type (void) G_GNUC_CONST;

/* Only who has just made a routine and not shared it yet may change its members. */
SmrRoutine *smr_routine_new   (const char *title);
SmrRoutine *smr_routine_copy  (const SmrRoutine *self);
SmrRoutine *smr_routine_ref   (SmrRoutine *self);
void        smr_routine_unref (SmrRoutine *self);
/* They are planned for the same: muscles, level, place, minutes and the like, whatever came of it. */
gboolean    smr_routine_asks_the_same (const SmrRoutine *a, const SmrRoutine *b);
/* What it prescribes; ids, version and status are not compared. */
gboolean    smr_routine_equal (const SmrRoutine *a, const SmrRoutine *b);

/* All (transfer full): a changed copy; out of range indices are a programmer's mistake. */
SmrRoutine *smr_routine_with_title        (const SmrRoutine *self, const char *title);
SmrRoutine *smr_routine_with_item_removed (const SmrRoutine *self, guint index);
/* Only inside the phase: moving over its edge returns an equal copy. */
SmrRoutine *smr_routine_with_item_moved   (const SmrRoutine *self, guint from, guint to);
/* @item at the end of its phase. @index: (out) (optional): where that is */
SmrRoutine *smr_routine_with_item_added   (const SmrRoutine *self, const SmrItem *item, guint *index);
/* @item in place of the one at @index; of the same phase. */
SmrRoutine *smr_routine_with_item         (const SmrRoutine *self, guint index, const SmrItem *item);
SmrRoutine *smr_routine_with_dose         (const SmrRoutine *self, guint index, const SmrDose *dose);
SmrRoutine *smr_routine_with_note         (const SmrRoutine *self, guint index, const char *note);

/* The sides of @muscle as @role (OVERACTIVE or UNDERACTIVE) are @sides from now on, NONE being not picked; a side that is
 * overactive is not underactive, and the other way round. Only on a routine that is not shared yet. */
void        smr_routine_set_pick          (SmrRoutine *self, const char *muscle, SmrRole role, SmrSide sides);

/* A short code over everything that is printed of the plan and the catalogue's version: the same inputs give the
 * same code on every machine. Eight letters and digits in two groups, "K7QM-2F9D". (transfer full) */
char       *smr_routine_dup_plan_code (const SmrRoutine *self, SmrCatalogue *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrItem, smr_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrRoutine, smr_routine_unref)

G_END_DECLS
