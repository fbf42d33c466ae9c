#pragma once

#include "smr-gate.h"
#include "smr-trio.h"
#include "smr-workspace.h"

G_BEGIN_DECLS

/* Everything that the view of a routine is made from. */
typedef struct
{
  SmrCatalogue *catalogue;
  const char   *language;
  SmrScreening *screening;
  SmrRoutine   *routine;
  SmrPlan      *plan;          /* what the rules make of the routine's picks, with their notices */
  SmrPlan      *fit;           /* (nullable): what was left out just now, beside what the plan leaves out */
  GPtrArray    *findings;      /* (element-type SmrFinding) what the gate has against it */
  SmrPlanRequest request;      /* what it is planned for */
  gboolean      editable;
} SmrRoutineState;

/* One routine of one client while somebody works on it, without a widget. The routine is a value in a history: every edit
 * makes a new value and pushes it; plan and findings are made from that value and the client's record. The draft is
 * stored about a second after a change, and follows when the record changes. */

#define SMR_TYPE_DESIGNER (smr_designer_get_type ())
G_DECLARE_FINAL_TYPE (SmrDesigner, smr_designer, SMR, DESIGNER, GObject)

/* @routine: 0 for a new one. NULL and @error when client or routine cannot be read. */
SmrDesigner     *smr_designer_new         (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error);

/* Emitted when anything that is shown may be another: "changed".
 * Emitted when the draft was planned anew because the record changed: "followed".
 * Emitted after "changed" when something done by hand could not be kept in it: "lost" (const char *names).
 * Emitted once when the draft cannot be stored, and again only after it could: "save-failed" (const GError *error). */

/* All (transfer none), valid until the next change. */
SmrRoutine      *smr_designer_get_routine  (SmrDesigner *self);
SmrRoutineState  smr_designer_get_state    (SmrDesigner *self);
/* What a plan of @routine for this client is asked for with. */
SmrPlanRequest   smr_designer_get_request  (SmrDesigner *self, const SmrRoutine *routine);
SmrPlan         *smr_designer_get_plan     (SmrDesigner *self);
SmrScreening    *smr_designer_get_screening (SmrDesigner *self);
GPtrArray       *smr_designer_get_findings (SmrDesigner *self);
const SmrRecord *smr_designer_get_record   (SmrDesigner *self);
const SmrClient *smr_designer_get_client   (SmrDesigner *self);
SmrCatalogue    *smr_designer_get_catalogue (SmrDesigner *self);
const char      *smr_designer_get_language (SmrDesigner *self);
SmrWorkspace    *smr_designer_get_workspace (SmrDesigner *self);
gint64           smr_designer_get_client_id (SmrDesigner *self);
/* Where the store keeps the routine; 0: nowhere yet. */
gint64           smr_designer_get_routine_id (SmrDesigner *self);
int              smr_designer_get_version  (SmrDesigner *self);
/* A draft: what was handed out is not changed any more. */
gboolean         smr_designer_is_editable  (SmrDesigner *self);
gboolean         smr_designer_has_picks    (SmrDesigner *self);
gboolean         smr_designer_is_changed_by_hand (SmrDesigner *self);

/* Whether each overactive muscle is rolled, stretched and answered; valid until the next change.
 * (transfer full) (element-type SmrTrio) */
GPtrArray       *smr_designer_check_trios  (SmrDesigner *self);

/* @routine as it stands is the next step. @label and @join: as for smr_history_push(). */
void             smr_designer_change       (SmrDesigner *self, SmrRoutine *routine, const char *label, gboolean join);
/* Plans anew for the picks and options of @wanted, and keeps what was done by hand where it still makes sense. */
void             smr_designer_replan       (SmrDesigner *self, const SmrRoutine *wanted, const char *label, gboolean join);
/* What smr_designer_replan() makes of @wanted. (transfer full) */
SmrRoutine      *smr_designer_plan_for     (SmrDesigner *self, const SmrRoutine *wanted);
/* Plans anew within @minutes (0: no limit), and what was changed by hand is shortened and dropped with the rest. */
void             smr_designer_fit_minutes  (SmrDesigner *self, int minutes);
/* What the rules make of the picks, without what was done by hand. */
void             smr_designer_plan_anew    (SmrDesigner *self);
/* A draft that follows what was handed out, which stays; begins a new history. */
void             smr_designer_begin_version (SmrDesigner *self);

/* FALSE when there is nothing. */
gboolean         smr_designer_undo         (SmrDesigner *self);
gboolean         smr_designer_redo         (SmrDesigner *self);
/* (nullable) */
const char      *smr_designer_get_undo_label (SmrDesigner *self);
const char      *smr_designer_get_redo_label (SmrDesigner *self);

/* Stores at once what is not stored yet. FALSE: it could not be. */
gboolean         smr_designer_save         (SmrDesigner *self);

G_END_DECLS
