#pragma once

#include "smr-handout.h"
#include "smr-sheet-frame.h"

G_BEGIN_DECLS

/* Everything a sheet says, in the words and the order of its language, before any layout. Made from a release
 * alone. Strings are owned; nullable where said. */

typedef struct
{
  char *label;
  char *value;
  char *note;                  /* nullable */
  gboolean evident;            /* without its label too */
} SmrSheetFact;

typedef struct
{
  char      *heading;
  GPtrArray *lines;            /* (element-type utf8) */
} SmrSheetList;

typedef struct
{
  guint      item;             /* index in the routine */
  char      *number;           /* through the whole sheet */
  char      *name;
  char      *side;             /* nullable: "Left only" */
  char      *gentle;           /* nullable: "Extra gently" where only this item is */
  char      *change;           /* nullable: "New" or "Changed" since the version before */
  char      *dose;
  GPtrArray *facts;            /* (element-type SmrSheetFact) muscle, tool, position, tempo, rest */
  char      *start;
  GPtrArray *steps;            /* (element-type utf8) */
  char      *cue;
  char      *mistake;
  GPtrArray *cares;            /* (element-type utf8) what to take care of at this muscle */
  char      *note;             /* nullable: from the trainer */
  SmrFigure *figure;           /* nullable: its picture */
  GBytes    *photo;            /* nullable: the photo of an own exercise, in place of a picture */
  SmrItemSide shown_side;
} SmrSheetItem;

typedef struct
{
  SmrPhase   phase;
  char      *number;
  char      *name;
  char      *purpose;
  char      *how;              /* nullable */
  char      *minutes;          /* nullable when locked */
  char      *locked;           /* nullable: then there are no items */
  GPtrArray *items;            /* (element-type SmrSheetItem) */
  char      *after;            /* nullable: what to do when the phase is over */
} SmrSheetPhase;

/* What the diary says beside the names of the items. */
typedef struct
{
  char *heading;
  char *how;
  char *week;                  /* with the place {week} */
  char *days[7];
  char *pain;
  char *notes;
} SmrSheetDiary;

/* What only the trainer reads. */
typedef struct
{
  char      *heading;
  char      *warning;
  GPtrArray *lists;            /* (element-type SmrSheetList) screening, items, quick check; after a line break the details of a line */
  const SmrSheetList *items;   /* the one with a line for each item */
} SmrSheetTrainer;

typedef struct
{
  SmrHandoutLayout layout;
  SmrSheetFrame *frame;
  struct _SmrSheetBody *body;  /* nullable */
  char         *client;
  char         *title;
  char         *colophon;      /* printed, version, plan code */
  char         *disclaimer;
  GPtrArray    *facts;         /* (element-type SmrSheetFact) time, how often, pain, valid until, trainer */
  char         *stop;
  GPtrArray    *stops;         /* (element-type SmrSheetList) most urgent first */
  GPtrArray    *excluded;      /* (element-type SmrSheetList) regions by what must not be done there */
  SmrSheetFact *never;
  SmrSheetList *limits;        /* nullable */
  SmrSheetList *changes;       /* nullable: what is new, changed, gone since the version before */
  SmrSheetDiary *diary;        /* nullable */
  SmrSheetTrainer *trainer;    /* nullable: it is the trainer's copy */
  GPtrArray    *phases;        /* (element-type SmrSheetPhase) */
  char         *shown;
  char         *label_client;
  char         *label_trainer;
  char         *label_date;
  char         *start;         /* labels of an item */
  char         *note;
} SmrSheetText;

SmrSheetText *smr_sheet_text_new  (const SmrHandoutContent *content);
void          smr_sheet_text_free (SmrSheetText *self);

void          smr_sheet_fact_free  (SmrSheetFact *self);
void          smr_sheet_list_free  (SmrSheetList *self);
void          smr_sheet_trainer_free (SmrSheetTrainer *self);
void          smr_sheet_diary_free (SmrSheetDiary *self);
void          smr_sheet_item_free  (SmrSheetItem *self);
void          smr_sheet_phase_free (SmrSheetPhase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSheetText, smr_sheet_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSheetList, smr_sheet_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSheetPhase, smr_sheet_phase_free)

G_END_DECLS
