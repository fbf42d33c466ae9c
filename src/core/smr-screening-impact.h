#pragma once

#include "smr-screening-private.h"

G_BEGIN_DECLS

/* What screening gathers while it judges row by row: a reason each, with what it does to the body. */

#define SMR_ALL_PHASES ((1u << SMR_N_SCREENED_PHASES) - 1)

/* Sides out and sides gentle of each muscle, and sides out of each site, in each phase. */
typedef struct
{
  guint8 *muscles_out[SMR_N_SCREENED_PHASES];
  guint8 *muscles_gentle[SMR_N_SCREENED_PHASES];
  guint8 *sites_out[SMR_N_SCREENED_PHASES];
} SmrMarks;

/* A reason with what it does; the public part comes first. */
typedef struct
{
  SmrReason reason;
  SmrMarks  marks;
  guint     gentle;             /* bits of the phases that are gentle for the whole body */
  gboolean  whole_body_caution;
  gboolean  caution_cleared;
  gboolean  lacks_reading;       /* locked for want of today's blood pressure reading alone */
  gboolean  movement;
  gboolean  clearable;          /* a letter would lift it */
  guint     order;              /* its place on the checklist */
} SmrImpact;

/* Exercises that list a condition or restriction are skipped. */
typedef struct
{
  SmrImpact *impact;             /* the first that says so */
  SmrSide    sides;              /* of the body that it is about */
} SmrRestricted;

/* Of the rolling tools only these where @where has muscles out of rolling. */
typedef struct
{
  const char **ids;             /* the effect's */
  SmrMarks     where;
} SmrLocalTools;

struct _SmrScreening
{
  gatomicrefcount ref_count;
  SmrCatalogue   *catalogue;
  SmrDate         date;
  SmrDate         valid_until;
  gboolean        has_valid_form;
  gboolean        home_only[SMR_N_SCREENED_PHASES];
  GStrv           kit;          /* the client's own tools */
  gboolean        wants_reading;
  gboolean        has_raised_rows;
  GPtrArray      *reasons;      /* (element-type SmrImpact) worst first */
  SmrMarks        marks;
  SmrOutcome      outcomes[SMR_N_SCREENED_PHASES];
  guint           gentle;
  guint           forbidden_positions; /* bits 1 << SmrPosition */
  GPtrArray      *only_tools;   /* (element-type GPtrArray of ids) a rolling tool must be on each of these lists */
  GPtrArray      *forbidden_tools; /* ids or kinds */
  GPtrArray      *local_tools;  /* (element-type SmrLocalTools) */
  GHashTable     *restrictions; /* id -> SmrRestricted */
  SmrLimits       limits;
};

/* --- regions ------------------------------------------------------------------------------------------------ */

void smr_marks_init (SmrMarks *self, SmrCatalogue *catalogue);
void smr_marks_clear (SmrMarks *self);
void smr_marks_add (SmrMarks *self, const SmrMarks *other, SmrCatalogue *catalogue);
/* Some entry of @bytes is set. */
gboolean smr_sides_any (const guint8 *bytes, guint length);
/* The tools of @effect are the only ones at the answer's sites. */
void smr_screening_limit_tools_there (SmrScreening *self, const SmrRow *row, const SmrEffect *effect);
void smr_local_tools_free (gpointer data);
void smr_screening_exclude_whole_body (SmrScreening *self, SmrMarks *marks, guint phases);
/* What an effect of kind EXCLUDE_* takes out, less what a letter names. */
void smr_screening_apply_exclusion (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const SmrEffect *effect, guint phases);
/* The whole body, or the places of the row and @sites where it is limited to them. */
void smr_screening_make_gentle (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const char **sites, guint phases);

/* --- judging ------------------------------------------------------------------------------------------------ */

void smr_impact_free (gpointer data);
/* Every row of the form, the cautions together, and movement. */
void smr_screening_judge_rows (SmrScreening *self, const SmrRecord *record, const SmrIntake *form);
/* One reason that locks every phase; takes ownership of @text. */
void smr_screening_block_everything (SmrScreening *self, const char *condition, SmrMessage *text, SmrDate since, const char *source);
/* Blocks everything when something ended @form before its time. */
void smr_screening_judge_rescreen (SmrScreening *self, const SmrRecord *record, const SmrIntake *form);
/* FALSE: no form counts, and everything is blocked. */
gboolean smr_screening_judge_form (SmrScreening *self, const SmrRecord *record, const SmrIntake *form);

G_END_DECLS
