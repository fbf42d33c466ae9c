#pragma once

#include "smr-handout-blocks.h"
#include "smr-practice.h"

G_BEGIN_DECLS

typedef struct _SmrWriter SmrWriter;

/* What all kinds of paper share: the letterhead of the first page, the foot of every page. */
typedef struct
{
  const char *language;        /* interned: of the texts */
  char       *practice;
  char       *contact;
  GBytes     *logo;            /* nullable */
  char       *sample;          /* nullable: said on top of and under every page of the sample practice */
  char       *sample_foot;     /* nullable */
  char       *foot;            /* whose page this is, and of when */
  char       *page;            /* with the places {page} and {pages} */
} SmrSheetFrame;

/* Takes @foot. */
SmrSheetFrame *smr_sheet_frame_new_take       (SmrWriter *writer, const SmrPractice *practice, char *foot);
SmrSheetFrame *smr_sheet_frame_ref            (SmrSheetFrame *self);
void           smr_sheet_frame_unref          (SmrSheetFrame *self);

/* Logo and practice; returns the y below, 0 if there is neither. */
double         smr_sheet_frame_add_letterhead (const SmrSheetFrame *self, SmrBlock *block, const SmrSetter *setter);
/* @page counts from 0; the height does not depend on the numbers. */
SmrBlock      *smr_sheet_frame_new_foot       (const SmrSheetFrame *self, const SmrSetter *setter, guint page, guint n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSheetFrame, smr_sheet_frame_unref)

/* A PNG or JPEG picture; NULL: it cannot be read. (transfer full) (nullable) */
cairo_surface_t *smr_sheet_image_load (GBytes *bytes);

G_END_DECLS
