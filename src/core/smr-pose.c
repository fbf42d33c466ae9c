#include "smr-pose.h"

void
smr_pose_free (SmrPose *self)
{
  g_array_unref (self->contacts);
  g_array_unref (self->props);
  g_free (self);
}

SmrFigure *
smr_figure_new (const char *exercise)
{
  SmrFigure *self = g_new0 (SmrFigure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->exercise = g_intern_string (exercise);
  self->poses = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_pose_free);
  self->highlights = g_array_new (FALSE, FALSE, sizeof (SmrHighlight));
  self->arrows = g_array_new (FALSE, FALSE, sizeof (SmrArrow));
  return self;
}

SmrFigure *
smr_figure_ref (const SmrFigure *self)
{
  SmrFigure *figure = (SmrFigure *) self;

  g_atomic_ref_count_inc (&figure->ref_count);
  return figure;
}

void
smr_figure_unref (SmrFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->poses);
  g_array_unref (self->highlights);
  g_array_unref (self->arrows);
  g_free (self);
}

/* --- words ------------------------------------------------------------------------------------------------ */

static const char * const viewpoint_names[] = { "side", "front", "back", "top_prone", "top_supine" };
static const char * const time_names[] = { "hold", "start", "end" };
static const char * const frames_names[] = { "beside", "ghost" };
static const char * const side_names[] = { "right", "left" };
static const char * const toward_names[] = { "down", "up", "left", "right" };

static const char * const prop_names[SMR_N_PROP_KINDS] = {
  "floor", "wall", "doorway", "bench", "chair", "table", "step", "mat",
  "towel", "roller", "ball", "stick", "band", "loop", "strap", "dumbbell",
};

static const char * const part_names[SMR_N_PARTS] = {
  "head", "shoulders", "chest", "waist", "hips",
  "shoulder", "upper-arm", "elbow", "forearm", "wrist", "hand",
  "hip", "thigh", "knee", "shin", "ankle", "heel", "toe", "foot",
};

static int
find_name (const char * const *names, guint n_names, const char *text)
{
  for (guint i = 0; text != NULL && i < n_names; i++)
    {
      if (g_str_equal (names[i], text))
        return (int) i;
    }
  return -1;
}

#define DEFINE_FROM_STRING(function, Type, names) \
  gboolean \
  function (const char *text, Type *value) \
  { \
    int place = find_name (names, G_N_ELEMENTS (names), text); \
\
    if (place >= 0) \
      *value = (Type) place; \
    return place >= 0; \
  }

DEFINE_FROM_STRING (smr_viewpoint_from_string, SmrViewpoint, viewpoint_names)
DEFINE_FROM_STRING (smr_frame_time_from_string, SmrFrameTime, time_names)
DEFINE_FROM_STRING (smr_frames_from_string, SmrFrames, frames_names)
DEFINE_FROM_STRING (smr_body_side_from_string, SmrBodySide, side_names)
DEFINE_FROM_STRING (smr_toward_from_string, SmrToward, toward_names)
DEFINE_FROM_STRING (smr_prop_kind_from_string, SmrPropKind, prop_names)

const char *
smr_prop_kind_to_string (SmrPropKind kind)
{
  g_return_val_if_fail (kind < SMR_N_PROP_KINDS, "");

  return prop_names[kind];
}

const char *
smr_part_to_string (SmrPart part)
{
  g_return_val_if_fail (part < SMR_N_PARTS, "");

  return part_names[part];
}

gboolean
smr_part_is_paired (SmrPart part)
{
  return part >= SMR_PART_SHOULDER;
}

static gboolean
read_along (const char *text, double *along)
{
  char *end = NULL;

  *along = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *along >= 0 && *along <= 1;
}

gboolean
smr_pose_place_from_string (const char *text, SmrPosePlace *place)
{
  g_auto (GStrv) pieces = g_strsplit (text, "@", 2);
  const char *name = pieces[0];
  SmrPosePlace read = { .on_body = TRUE, .along = 0.5 };
  int part;

  if (name == NULL || (pieces[1] != NULL && !read_along (pieces[1], &read.along)))
    return FALSE;
  if (g_str_has_prefix (name, "r-") || g_str_has_prefix (name, "l-"))
    {
      read.side = *name == 'l' ? SMR_BODY_LEFT : SMR_BODY_RIGHT;
      part = find_name (part_names, SMR_N_PARTS, name + 2);
      if (part < SMR_PART_SHOULDER)
        return FALSE;
    }
  else
    {
      part = find_name (part_names, SMR_N_PARTS, name);
      if (part < 0 || part >= SMR_PART_SHOULDER)
        return FALSE;
    }
  read.part = (SmrPart) part;
  *place = read;
  return TRUE;
}
