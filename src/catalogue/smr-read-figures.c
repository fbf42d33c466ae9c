#include "smr-draft.h"

#include <math.h>

#define EXERCISE SMR_ENTRY_BIT (SMR_ENTRY_EXERCISE)
#define MUSCLE   SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE)

/* How far joints go, a little beyond what exercises ask for: what lies outside is a slip of the pen. */
typedef struct
{
  double least, most;
} Range;

typedef struct
{
  Range upper, lower, end;
} LimbRange;

static const LimbRange side_leg = { { -35, 150 }, { 0, 160 }, { -75, 40 } };
static const LimbRange side_arm = { { -90, 200 }, { 0, 160 }, { -90, 90 } };
/* Seen from the front a knee or an elbow bends either way, whatever the limb is turned to. */
static const LimbRange flat_leg = { { -120, 130 }, { -180, 180 }, { -60, 90 } };
static const LimbRange flat_arm = { { -90, 200 }, { -170, 170 }, { -120, 120 } };

static const Range trunk_range = { -180, 180 };
static const Range spine_range = { -30, 60 };
static const Range neck_range = { -50, 60 };
static const Range factor_range = { 0, 1 };
static const Range place_range = { -2.5, 2.5 };

static const char * const side_prefixes[SMR_N_BODY_SIDES] = { "r", "l" };

/* --- numbers and places ----------------------------------------------------------------------------------- */

static double
read_number (SmrDraft *draft, const SmrXmlElement *element, const char *attribute, const char *text, Range range)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    smr_draft_report (draft, element, "%s: \"%s\" is no number", attribute, text);
  else if (number < range.least || number > range.most)
    smr_draft_report (draft, element, "%s: %s is not between %g and %g", attribute, text, range.least, range.most);
  else
    return number;
  return range.least > 0 || range.most < 0 ? range.least : 0;
}

static GStrv
split_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (int i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] != '\0')
        g_strv_builder_add (words, pieces[i]);
    }
  return g_strv_builder_end (words);
}

static double
take_number (SmrDraft *draft, SmrXmlElement *element, const char *attribute, Range range, double otherwise)
{
  const char *text = smr_xml_element_take (element, attribute);

  return text != NULL ? read_number (draft, element, attribute, text, range) : otherwise;
}

/* "0.3 0.26", "r-shin@0.3", or "r-hand 0 0.05": a part and how far from it. */
static gboolean
take_place (SmrDraft *draft, SmrXmlElement *element, const char *attribute, SmrPosePlace *place)
{
  const char *text = smr_xml_element_take (element, attribute);
  g_auto (GStrv) words = split_words (text != NULL ? text : "");
  guint n_words = g_strv_length (words);
  guint first = 0;

  *place = (SmrPosePlace) { 0 };
  if (text == NULL)
    return FALSE;
  if (n_words > 0 && g_ascii_isalpha (*words[0]))
    {
      if (!smr_pose_place_from_string (words[0], place))
        smr_draft_report (draft, element, "%s: no part of the body is called \"%s\"", attribute, words[0]);
      first = 1;
    }
  if (n_words == first + 2)
    {
      place->x = read_number (draft, element, attribute, words[first], place_range);
      place->y = read_number (draft, element, attribute, words[first + 1], place_range);
    }
  else if (n_words != 1 || first != 1)
    smr_draft_report (draft, element, "%s=\"%s\" is no place", attribute, text);
  return TRUE;
}

/* --- props, contacts, highlights, arrows ------------------------------------------------------------------ */

static void
read_props (SmrDraft *draft, SmrXmlElement *parent, GArray *props)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "prop");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      SmrProp prop = { 0 };

      smr_draft_take_word (draft, element, "kind", smr_prop_kind_from_string, &prop.kind);
      prop.at_given = take_place (draft, element, "at", &prop.at);
      take_place (draft, element, "to", &prop.to);
      if (smr_xml_element_peek (element, "toward") != NULL)
        smr_draft_take_word (draft, element, "toward", smr_toward_from_string, &prop.toward);
      else if (prop.kind == SMR_PROP_WALL || prop.kind == SMR_PROP_TABLE)
        prop.toward = SMR_TOWARD_LEFT;
      else if (prop.kind == SMR_PROP_CHAIR)
        prop.toward = SMR_TOWARD_RIGHT;
      prop.size = take_number (draft, element, "size", (Range) { 0.01, 2 }, 0);
      prop.height = take_number (draft, element, "height", (Range) { 0.01, 2 }, 0);
      if (!prop.at_given && prop.kind != SMR_PROP_MAT && prop.kind != SMR_PROP_FLOOR)
        smr_draft_report (draft, element, "where it is (at) is missing");
      g_array_append_val (props, prop);
    }
}

static void
read_contacts (SmrDraft *draft, SmrXmlElement *parent, GArray *contacts)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "contact");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      g_auto (GStrv) parts = split_words (smr_draft_take_string (draft, element, "parts"));
      SmrPropKind with = SMR_PROP_FLOOR;

      smr_draft_take_word (draft, element, "with", smr_prop_kind_from_string, &with);
      for (int j = 0; parts[j] != NULL; j++)
        {
          SmrPosePlace place;

          if (smr_pose_place_from_string (parts[j], &place))
            {
              SmrContact contact = { with, place.part, place.side, place.along };

              g_array_append_val (contacts, contact);
            }
          else
            smr_draft_report (draft, element, "no part of the body is called \"%s\"", parts[j]);
        }
    }
}

static void
read_highlights (SmrDraft *draft, SmrXmlElement *parent, SmrFigure *figure)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "highlight");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      const char *side = smr_xml_element_take (element, "side");
      SmrHighlight highlight = { smr_draft_take_reference (draft, element, "muscle", MUSCLE), { TRUE, TRUE } };
      SmrBodySide one;

      if (smr_body_side_from_string (side, &one))
        highlight.sides[one == SMR_BODY_LEFT ? SMR_BODY_RIGHT : SMR_BODY_LEFT] = FALSE;
      else if (side != NULL && !g_str_equal (side, "both"))
        smr_draft_report (draft, element, "unknown side \"%s\"", side);
      highlight.turned = smr_draft_take_flag (draft, element, "turned");
      g_array_append_val (figure->highlights, highlight);
    }
}

static void
read_arrows (SmrDraft *draft, SmrXmlElement *parent, SmrFigure *figure)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "arrow");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      SmrArrow arrow = { 0 };

      arrow.by_motion = take_place (draft, element, "of", &arrow.from);
      if (!arrow.by_motion && (!take_place (draft, element, "from", &arrow.from) || !take_place (draft, element, "to", &arrow.to)))
        smr_draft_report (draft, element, "an arrow is the way of a part (of), or goes from somewhere (from) to somewhere (to)");
      if (arrow.by_motion && (!arrow.from.on_body || figure->poses->len < 2))
        smr_draft_report (draft, element, "only a part of the body has a way, and only from a start to an end");
      arrow.bend = take_number (draft, element, "bend", (Range) { -0.5, 0.5 }, 0);
      arrow.both_ends = smr_draft_take_flag (draft, element, "both-ends");
      g_array_append_val (figure->arrows, arrow);
    }
}

/* --- frames ----------------------------------------------------------------------------------------------- */

/* "r-leg", or "legs" when both are alike. (nullable) */
static const char *
take_limb_text (SmrXmlElement *element, SmrBodySide side, const char *limb, const char *suffix)
{
  g_autofree char *one = g_strconcat (side_prefixes[side], "-", limb, suffix, NULL);
  g_autofree char *both = g_strconcat (limb, "s", suffix, NULL);
  const char *text = smr_xml_element_take (element, one);

  return text != NULL ? text : smr_xml_element_take (element, both);
}

static SmrLimbPose
read_limb (SmrDraft *draft, SmrXmlElement *element, SmrBodySide side, const char *limb, const LimbRange *range)
{
  const char *text = take_limb_text (element, side, limb, "");
  const char *factors = take_limb_text (element, side, limb, "-short");
  g_auto (GStrv) words = split_words (text != NULL ? text : "");
  g_auto (GStrv) factor_words = split_words (factors != NULL ? factors : "1 1");
  guint n_words = g_strv_length (words);
  SmrLimbPose pose = { 0, 0, 0, FALSE, 1, 1 };

  if (n_words < 2 || n_words > 3)
    smr_draft_report (draft, element, "%s-%s: two or three angles", side_prefixes[side], limb);
  else
    {
      pose.upper = read_number (draft, element, limb, words[0], range->upper);
      pose.lower = read_number (draft, element, limb, words[1], range->lower);
      pose.end_given = n_words == 3;
      if (pose.end_given)
        pose.end = read_number (draft, element, limb, words[2], range->end);
    }
  if (g_strv_length (factor_words) != 2)
    smr_draft_report (draft, element, "%s-%s-short: two factors", side_prefixes[side], limb);
  else
    {
      pose.upper_factor = read_number (draft, element, limb, factor_words[0], factor_range);
      pose.lower_factor = read_number (draft, element, limb, factor_words[1], factor_range);
    }
  return pose;
}

static SmrPose *
read_pose (SmrDraft *draft, SmrXmlElement *element, SmrViewpoint viewpoint)
{
  gboolean from_side = viewpoint == SMR_VIEWPOINT_SIDE;
  SmrPose *pose = g_new0 (SmrPose, 1);
  SmrPosePlace hips;

  smr_draft_take_word (draft, element, "at", smr_frame_time_from_string, &pose->time);
  if (!take_place (draft, element, "hips", &hips) || hips.on_body)
    smr_draft_report (draft, element, "hips: where the hip joint is");
  pose->x = hips.x;
  pose->y = hips.y;
  pose->trunk = take_number (draft, element, "trunk", trunk_range, 0);
  pose->spine = take_number (draft, element, "spine", spine_range, 0);
  pose->neck = take_number (draft, element, "neck", neck_range, 0);
  for (int side = 0; side < SMR_N_BODY_SIDES; side++)
    {
      pose->legs[side] = read_limb (draft, element, side, "leg", from_side ? &side_leg : &flat_leg);
      pose->arms[side] = read_limb (draft, element, side, "arm", from_side ? &side_arm : &flat_arm);
    }
  pose->contacts = g_array_new (FALSE, FALSE, sizeof (SmrContact));
  pose->props = g_array_new (FALSE, FALSE, sizeof (SmrProp));
  return pose;
}

static void
read_poses (SmrDraft *draft, SmrXmlElement *element, SmrFigure *figure)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "frame");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      SmrPose *pose = read_pose (draft, child, figure->viewpoint);

      g_ptr_array_add (figure->poses, pose);
      read_props (draft, child, pose->props);
      read_contacts (draft, child, pose->contacts);
      if ((children->len == 1) != (pose->time == SMR_FRAME_HOLD) || (i == 0) == (pose->time == SMR_FRAME_END))
        smr_draft_report (draft, child, "a figure is a hold, or a start and then an end");
    }
  if (children->len < 1 || children->len > 2)
    smr_draft_report (draft, element, "a figure has one frame or two");
}

/* What stands in the figure itself holds in every frame. */
static void
read_common (SmrDraft *draft, SmrXmlElement *element, SmrFigure *figure)
{
  g_autoptr (GArray) props = g_array_new (FALSE, FALSE, sizeof (SmrProp));
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (SmrContact));

  read_props (draft, element, props);
  read_contacts (draft, element, contacts);
  for (guint i = 0; i < figure->poses->len; i++)
    {
      SmrPose *pose = g_ptr_array_index (figure->poses, i);

      if (props->len > 0)
        g_array_prepend_vals (pose->props, props->data, props->len);
      if (contacts->len > 0)
        g_array_prepend_vals (pose->contacts, contacts->data, contacts->len);
    }
}

/* Limbs behind the trunk: those named, or the left ones of a figure seen from its right. */
static void
read_far_limbs (SmrDraft *draft, SmrXmlElement *element, SmrFigure *figure)
{
  const char *text = smr_xml_element_take (element, "far");
  g_auto (GStrv) words = split_words (text != NULL ? text : figure->viewpoint == SMR_VIEWPOINT_SIDE ? "l-arm l-leg" : "");

  for (int i = 0; words[i] != NULL; i++)
    {
      SmrBodySide side = *words[i] == 'l' ? SMR_BODY_LEFT : SMR_BODY_RIGHT;

      if (g_str_equal (words[i], "r-arm") || g_str_equal (words[i], "l-arm"))
        figure->far_arms[side] = TRUE;
      else if (g_str_equal (words[i], "r-leg") || g_str_equal (words[i], "l-leg"))
        figure->far_legs[side] = TRUE;
      else
        smr_draft_report (draft, element, "far: \"%s\" is no limb", words[i]);
    }
}

static SmrFigure *
read_figure (SmrDraft *draft, SmrXmlElement *element)
{
  SmrFigure *figure = smr_figure_new (smr_draft_take_reference (draft, element, "exercise", EXERCISE));
  const char *floor = smr_xml_element_take (element, "floor");

  smr_draft_define (draft, SMR_ENTRY_FIGURE, figure->exercise, element);
  smr_draft_take_word (draft, element, "view", smr_viewpoint_from_string, &figure->viewpoint);
  if (smr_xml_element_peek (element, "frames") != NULL)
    smr_draft_take_word (draft, element, "frames", smr_frames_from_string, &figure->frames);
  if (smr_xml_element_peek (element, "drawn") != NULL)
    smr_draft_take_word (draft, element, "drawn", smr_body_side_from_string, &figure->drawn_side);
  figure->floor = floor != NULL ? g_str_equal (floor, "yes") : figure->viewpoint <= SMR_VIEWPOINT_BACK;
  read_far_limbs (draft, element, figure);
  read_poses (draft, element, figure);
  read_common (draft, element, figure);
  read_highlights (draft, element, figure);
  read_arrows (draft, element, figure);
  if (figure->highlights->len == 0)
    smr_draft_report (draft, element, "no muscle is highlighted");
  return figure;
}

void
smr_read_figures (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "figure");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.figures, read_figure (self, g_ptr_array_index (children, i)));
}
