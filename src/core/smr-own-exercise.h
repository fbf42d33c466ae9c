#pragma once

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* An exercise of the trainer's own. A version is never altered: an edit makes a new one with an id of its own, so that
 * what was handed out still reads as it did. What names an earlier version is judged by that one and by the newest. */

#define SMR_OWN_ID_PREFIX "own_"
#define SMR_OWN_NAME_MAX_CHARS 80
#define SMR_OWN_TEXT_MAX_CHARS 500
#define SMR_OWN_MOST_STEPS 8
/* Of the picture as it is kept, and of its longer edge in pixels. */
#define SMR_OWN_PHOTO_MAX_BYTES (2 * 1024 * 1024)
#define SMR_OWN_PHOTO_MAX_EDGE 1200

typedef struct
{
  gatomicrefcount ref_count;
  SmrExercise    *exercise;     /* its id is that of this version: the same on every machine */
  const char     *series;       /* interned: what all its versions share */
  int             version;      /* 1 on */
  gboolean        retired;      /* the series is not offered any more */
  GBytes         *photo;        /* (nullable): a JPEG picture and nothing beside it, see smr_photo_is_plain() */
} SmrOwnExercise;

/* With lists that are empty, as whoever makes it fills in. */
SmrOwnExercise *smr_own_exercise_new   (const char *id, const char *series, int version);
SmrOwnExercise *smr_own_exercise_ref   (SmrOwnExercise *self);
void            smr_own_exercise_unref (SmrOwnExercise *self);
/* They say the same, retired or not. */
gboolean        smr_own_exercise_equal (const SmrOwnExercise *a, const SmrOwnExercise *b);

#define SMR_OWN_EXERCISE_ERROR (smr_own_exercise_error_quark ())
GQuark smr_own_exercise_error_quark (void);

/* Which field is wrong. */
typedef enum
{
  SMR_OWN_EXERCISE_ERROR_ID,
  SMR_OWN_EXERCISE_ERROR_NAME,
  SMR_OWN_EXERCISE_ERROR_TARGETS,
  SMR_OWN_EXERCISE_ERROR_TOOLS,
  SMR_OWN_EXERCISE_ERROR_DIFFICULTY,
  SMR_OWN_EXERCISE_ERROR_DOSE,
  SMR_OWN_EXERCISE_ERROR_START,
  SMR_OWN_EXERCISE_ERROR_STEPS,
  SMR_OWN_EXERCISE_ERROR_CUE,
  SMR_OWN_EXERCISE_ERROR_MISTAKE,
  SMR_OWN_EXERCISE_ERROR_FORMS,
  SMR_OWN_EXERCISE_ERROR_RULE_OUTS,
  SMR_OWN_EXERCISE_ERROR_PHOTO,
} SmrOwnExerciseError;

/* Fit to be kept. Nothing needs to rule it out, but see smr_own_exercise_is_complete(). */
gboolean smr_own_exercise_validate    (const SmrOwnExercise *self, SmrCatalogue *catalogue, GError **error);
/* It names its muscles and what rules it out, so that a screening can judge it; without that it is for nobody with a
 * raised row. */
gboolean smr_exercise_is_complete     (const SmrExercise *self);

/* A whole JPEG picture, within the limits, without anything that tells where, when or with what it was taken. */
gboolean smr_photo_is_plain           (GBytes *photo);

/* @catalogue, and what it has of own exercises already, with @own (element-type SmrOwnExercise) beside it, in the order in
 * which they were made. Every version can be found; the newest of each series that is not retired is listed after the
 * built-in exercises. What names a muscle or tool that @catalogue does not know is left out. (transfer full) */
SmrCatalogue         *smr_catalogue_with_own       (SmrCatalogue *catalogue, GPtrArray *own);
/* (nullable) (transfer none): NULL for a built-in one. */
const SmrOwnExercise *smr_catalogue_find_own       (SmrCatalogue *self, const char *id);
/* The newest version of the exercise; itself for a built-in one. (transfer none) */
const SmrExercise    *smr_catalogue_find_newest    (SmrCatalogue *self, const SmrExercise *exercise);
/* All versions in the order in which they were made; empty for a catalogue without. (transfer none) (element-type SmrOwnExercise) */
GPtrArray            *smr_catalogue_get_own        (SmrCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrOwnExercise, smr_own_exercise_unref)

G_END_DECLS
