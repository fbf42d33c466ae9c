#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What one clearance does on one day, for whoever shows it. Screening judges with the same functions. */

typedef enum
{
  SMR_CLEARANCE_COUNTS,
  SMR_CLEARANCE_NOT_YET,       /* dated later, or not at all */
  SMR_CLEARANCE_EXPIRED,
  SMR_CLEARANCE_REPLACED,      /* by a later letter for the same row */
  SMR_CLEARANCE_MISTYPED,      /* withdrawn */
  SMR_CLEARANCE_REVOKED,       /* withdrawn */
  SMR_CLEARANCE_NO_FORM,       /* no form was signed by then, so nobody can tell what is new */
  SMR_CLEARANCE_VOID,          /* something new came up after it */
  SMR_CLEARANCE_SUSPENDED,     /* something that passes came up after it */
  SMR_CLEARANCE_ANONYMOUS,     /* nobody answers for it */
  SMR_CLEARANCE_NOT_CLEARABLE, /* the row has to be over */
} SmrClearanceState;

typedef struct
{
  const char       *condition;   /* interned */
  SmrClearanceState state;
  guint             phases;      /* bits 1 << SmrPhase that it opens */
  SmrDate           until;       /* its last day, the row's own limit considered; SMR_DATE_NONE if it has none */
  const char       *news;        /* (nullable): the row that makes it void or suspends it; interned */
  int               replacement; /* index among the record's clearances; -1: none */
} SmrClearanceEffect;

/* For each row that the clearance at @index names, in its order. (transfer full) (element-type SmrClearanceEffect) */
GArray *smr_record_judge_clearance (SmrCatalogue *catalogue, const SmrRecord *record, guint index, SmrDate date);

/* Recording @letter on @date: the clearances that would no longer count because of it, and the one (nullable) that takes the
 * place of @letter itself from the start. (transfer container) (element-type SmrClearance) */
GPtrArray *smr_record_find_replaced (SmrCatalogue *catalogue, const SmrRecord *record, const SmrClearance *letter, SmrDate date,
                                     const SmrClearance **by);

G_END_DECLS
