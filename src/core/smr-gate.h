#pragma once

#include "smr-planner.h"

G_BEGIN_DECLS

/* The one gate. Nothing leaves the program as a plan for a client but through an SmrRelease, and only the gate
 * makes one: screen, preview, printer, PDF and command line all hand theirs to the painter. */

typedef enum
{
  SMR_FINDING_FORM,            /* no valid form */
  SMR_FINDING_PHASE_LOCKED,    /* an item in a locked phase */
  SMR_FINDING_ITEM,            /* an item that this client must not do */
  SMR_FINDING_DOSE,            /* a dose over a cap */
  SMR_FINDING_CAP,             /* muscles or contact over a cap of the session */
  SMR_FINDING_READING,         /* rolling waits for nothing but today's blood pressure reading */
  SMR_FINDING_EMPTY,           /* nothing to hand out */
} SmrFindingKind;

/* "form", "phase_locked", "item", "dose", "cap", "reading", "empty" */
const char *smr_finding_kind_to_string (SmrFindingKind kind);

typedef struct
{
  SmrFindingKind kind;
  int            item;         /* index in the routine; -1: the whole */
  SmrMessage    *text;
} SmrFinding;

char *smr_finding_dup_text (const SmrFinding *self, const char *language);
void  smr_finding_free     (SmrFinding *self);

typedef struct _SmrRelease SmrRelease;

#define SMR_TYPE_RELEASE (smr_release_get_type ())
GType       smr_release_get_type (void) G_GNUC_CONST;

/* @routine for the client of @record on @date. The screening is made here, from the record. NULL, and at least one entry in @findings, if anything speaks against it. A locked phase without items does not.
 * The routine is judged as it stands, by its own level and setting, wherever it came from.
 * @findings: (out) (optional) (element-type SmrFinding) (transfer full). (nullable) (transfer full) */
SmrRelease *smr_gate_release (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, SmrDate date, GPtrArray **findings);
/* The same judgement without a release, with a screening at hand (for live display while editing, and to find plans that
 * no longer pass, see smr_findings_find_recall()).
 * @screening: (nullable): NULL judges what does not depend on a client, as for a template.
 * (transfer full) (element-type SmrFinding), empty when nothing speaks against it. Must not outlive @catalogue */
GPtrArray  *smr_gate_check   (SmrCatalogue *catalogue, SmrScreening *screening, const SmrRoutine *routine);

/* What of @findings is a reason to recall a plan that once passed: neither a missing reading, which is asked for when a
 * sheet is issued, nor that the plan is empty. (nullable) (transfer none) */
const SmrFinding *smr_findings_find_recall (GPtrArray *findings);

SmrRelease   *smr_release_ref           (SmrRelease *self);
void          smr_release_unref         (SmrRelease *self);
SmrCatalogue *smr_release_get_catalogue (SmrRelease *self);
SmrScreening *smr_release_get_screening (SmrRelease *self);
SmrRoutine   *smr_release_get_routine   (SmrRelease *self);
const SmrClient *smr_release_get_client (SmrRelease *self);
SmrDate       smr_release_get_date      (SmrRelease *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrRelease, smr_release_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrFinding, smr_finding_free)

G_END_DECLS
