#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Sets text in the few faces of a sheet and measures it the same way for every surface. Lengths in points. */

/* From large to small; the sizes of the sheet and no others. */
typedef enum
{
  SMR_FACE_CLIENT,     /* 20 bold */
  SMR_FACE_LARGE,      /* 18 bold: what must be read from a distance */
  SMR_FACE_HEADING,    /* 13 bold */
  SMR_FACE_TITLE,      /* 13 */
  SMR_FACE_DOSE,       /* 13 bold */
  SMR_FACE_NAME,       /* 11 semibold */
  SMR_FACE_LEAD,       /* 11 */
  SMR_FACE_LABEL,      /* 9.5 semibold */
  SMR_FACE_BODY,       /* 9.5 */
  SMR_FACE_CHIP,       /* 8 semibold */
  SMR_FACE_SMALL,      /* 8 */
} SmrFace;

#define SMR_N_FACES 11

#define SMR_LARGE_PRINT_SCALE 1.6

typedef enum
{
  SMR_ALIGN_START,
  SMR_ALIGN_CENTER,
  SMR_ALIGN_END,
} SmrAlign;

typedef struct
{
  PangoContext *context;
  double        width;         /* of the text area */
  double        scale;         /* of all text */
  gboolean      right_to_left; /* everything is mirrored when drawn */
  gboolean      large_print;   /* faces differ less, so that the smallest is large as well */
  double        ascents[SMR_N_FACES]; /* at scale 1 */
} SmrSetter;

void         smr_setter_init    (SmrSetter *self, const char *language, double width, double scale);
void         smr_setter_clear   (SmrSetter *self);
/* From now on in the sizes of large print, which are meant for a scale of SMR_LARGE_PRINT_SCALE: 18 for the body. */
void         smr_setter_use_large_print (SmrSetter *self);
PangoLayout *smr_setter_layout  (const SmrSetter *self, SmrFace face, double width, SmrAlign align, const char *text);
/* Width of the text on one line. */
double       smr_setter_measure (const SmrSetter *self, SmrFace face, const char *text);

/* Where the first baseline of @face lies under its top. */
double       smr_setter_get_ascent (const SmrSetter *self, SmrFace face);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrSetter, smr_setter_clear)

G_END_DECLS
