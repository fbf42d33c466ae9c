#include "smr-types.h"

/* One spelling per value, in both directions. */
typedef struct
{
  int         value;
  const char *name;
} Word;

static const char *
word_of (const Word *words, guint n_words, int value)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].value == value)
        return words[i].name;
    }
  g_return_val_if_reached ("");
}

static gboolean
value_of (const Word *words, guint n_words, const char *text, int *value)
{
  for (guint i = 0; text != NULL && i < n_words; i++)
    {
      if (g_str_equal (words[i].name, text))
        {
          *value = words[i].value;
          return TRUE;
        }
    }
  return FALSE;
}

static const Word phase_words[] = {
  { SMR_PHASE_INHIBIT, "inhibit" },
  { SMR_PHASE_LENGTHEN, "lengthen" },
  { SMR_PHASE_ACTIVATE, "activate" },
  { SMR_PHASE_INTEGRATE, "integrate" },
};

const char *
smr_phase_to_string (SmrPhase phase)
{
  return word_of (phase_words, G_N_ELEMENTS (phase_words), phase);
}

gboolean
smr_phase_from_string (const char *text, SmrPhase *phase)
{
  int value;

  if (!value_of (phase_words, G_N_ELEMENTS (phase_words), text, &value))
    return FALSE;
  *phase = value;
  return TRUE;
}

static const Word screen_phase_words[] = {
  { SMR_PHASE_INHIBIT, "roll" },
  { SMR_PHASE_LENGTHEN, "stretch" },
  { SMR_PHASE_ACTIVATE, "activate" },
};

const char *
smr_phase_to_screen_string (SmrPhase phase)
{
  return word_of (screen_phase_words, G_N_ELEMENTS (screen_phase_words), smr_phase_get_screened (phase));
}

gboolean
smr_phase_from_screen_string (const char *text, SmrPhase *phase)
{
  int value;

  if (!value_of (screen_phase_words, G_N_ELEMENTS (screen_phase_words), text, &value))
    return FALSE;
  *phase = value;
  return TRUE;
}

static const Word outcome_words[] = {
  { SMR_OUTCOME_ALLOWED, "allowed" },
  { SMR_OUTCOME_MODIFIED_DOSAGE, "modified_dosage" },
  { SMR_OUTCOME_EXCLUDED_REGIONS, "excluded_regions" },
  { SMR_OUTCOME_NEEDS_CLEARANCE, "needs_clearance" },
  { SMR_OUTCOME_BLOCKED, "blocked" },
};

const char *
smr_outcome_to_string (SmrOutcome outcome)
{
  return word_of (outcome_words, G_N_ELEMENTS (outcome_words), outcome);
}

static const Word severity_words[] = {
  { SMR_SEVERITY_NONE, "none" },
  { SMR_SEVERITY_CAUTION, "caution" },
  { SMR_SEVERITY_REGIONAL, "regional" },
  { SMR_SEVERITY_REFER, "refer" },
  { SMR_SEVERITY_ABSOLUTE, "absolute" },
};

const char *
smr_severity_to_string (SmrSeverity severity)
{
  return word_of (severity_words, G_N_ELEMENTS (severity_words), severity);
}

gboolean
smr_severity_from_string (const char *text, SmrSeverity *severity)
{
  int value;

  if (!value_of (severity_words, G_N_ELEMENTS (severity_words), text, &value))
    return FALSE;
  *severity = value;
  return TRUE;
}

static const Word phase_code_words[] = {
  { SMR_PHASE_CODE_UNCHANGED, "-" },
  { SMR_PHASE_CODE_GENTLE, "g" },
  { SMR_PHASE_CODE_REGION, "r" },
  { SMR_PHASE_CODE_HOME_ONLY, "q" },
  { SMR_PHASE_CODE_ACTIVE_ONLY, "a" },
  { SMR_PHASE_CODE_LOCKED, "X" },
};

const char *
smr_phase_code_to_string (SmrPhaseCode code)
{
  return word_of (phase_code_words, G_N_ELEMENTS (phase_code_words), code);
}

gboolean
smr_phase_code_from_string (const char *text, SmrPhaseCode *code)
{
  int value;

  if (!value_of (phase_code_words, G_N_ELEMENTS (phase_code_words), text, &value))
    return FALSE;
  *code = value;
  return TRUE;
}

static const Word side_words[] = {
  { SMR_SIDE_LEFT, "left" },
  { SMR_SIDE_RIGHT, "right" },
  { SMR_SIDE_BOTH, "both" },
  { SMR_SIDE_MIDLINE, "midline" },
};

const char *
smr_side_to_string (SmrSide side)
{
  return word_of (side_words, G_N_ELEMENTS (side_words), side);
}

gboolean
smr_side_from_string (const char *text, SmrSide *side)
{
  int value;

  if (!value_of (side_words, G_N_ELEMENTS (side_words), text, &value))
    return FALSE;
  *side = value;
  return TRUE;
}

static const Word item_side_words[] = {
  { SMR_ITEM_SIDE_LEFT, "left" },
  { SMR_ITEM_SIDE_RIGHT, "right" },
  { SMR_ITEM_SIDE_EACH, "each" },
  { SMR_ITEM_SIDE_TOGETHER, "together" },
};

const char *
smr_item_side_to_string (SmrItemSide side)
{
  return word_of (item_side_words, G_N_ELEMENTS (item_side_words), side);
}

gboolean
smr_item_side_from_string (const char *text, SmrItemSide *side)
{
  int value;

  if (!value_of (item_side_words, G_N_ELEMENTS (item_side_words), text, &value))
    return FALSE;
  *side = value;
  return TRUE;
}

static const Word level_words[] = {
  { SMR_LEVEL_BEGINNER, "beginner" },
  { SMR_LEVEL_INTERMEDIATE, "intermediate" },
  { SMR_LEVEL_ADVANCED, "advanced" },
};

const char *
smr_level_to_string (SmrLevel level)
{
  return word_of (level_words, G_N_ELEMENTS (level_words), level);
}

gboolean
smr_level_from_string (const char *text, SmrLevel *level)
{
  int value;

  if (!value_of (level_words, G_N_ELEMENTS (level_words), text, &value))
    return FALSE;
  *level = value;
  return TRUE;
}

static const Word setting_words[] = {
  { SMR_SETTING_HOME, "home" },
  { SMR_SETTING_STUDIO, "studio" },
};

const char *
smr_setting_to_string (SmrSetting setting)
{
  return word_of (setting_words, G_N_ELEMENTS (setting_words), setting);
}

gboolean
smr_setting_from_string (const char *text, SmrSetting *setting)
{
  int value;

  if (!value_of (setting_words, G_N_ELEMENTS (setting_words), text, &value))
    return FALSE;
  *setting = value;
  return TRUE;
}

static const Word position_words[] = {
  { SMR_POSITION_STANDING, "standing" },
  { SMR_POSITION_WALL, "wall" },
  { SMR_POSITION_SEATED, "seated" },
  { SMR_POSITION_KNEELING, "kneeling" },
  { SMR_POSITION_PRONE, "prone" },
  { SMR_POSITION_SIDE_LYING, "side_lying" },
  { SMR_POSITION_SUPINE, "supine" },
};

const char *
smr_position_to_string (SmrPosition position)
{
  return word_of (position_words, G_N_ELEMENTS (position_words), position);
}

gboolean
smr_position_from_string (const char *text, SmrPosition *position)
{
  int value;

  if (!value_of (position_words, G_N_ELEMENTS (position_words), text, &value))
    return FALSE;
  *position = value;
  return TRUE;
}

static const Word limb_words[] = {
  { SMR_LIMB_NONE, "none" },
  { SMR_LIMB_ARM, "arm" },
  { SMR_LIMB_LEG, "leg" },
};

const char *
smr_limb_to_string (SmrLimb limb)
{
  return word_of (limb_words, G_N_ELEMENTS (limb_words), limb);
}

gboolean
smr_limb_from_string (const char *text, SmrLimb *limb)
{
  int value;

  if (!value_of (limb_words, G_N_ELEMENTS (limb_words), text, &value))
    return FALSE;
  *limb = value;
  return TRUE;
}

static const Word reply_words[] = {
  { SMR_REPLY_UNANSWERED, "unanswered" },
  { SMR_REPLY_NO, "no" },
  { SMR_REPLY_YES, "yes" },
  { SMR_REPLY_NOT_SURE, "not_sure" },
};

const char *
smr_reply_to_string (SmrReply reply)
{
  return word_of (reply_words, G_N_ELEMENTS (reply_words), reply);
}

gboolean
smr_reply_from_string (const char *text, SmrReply *reply)
{
  int value;

  if (!value_of (reply_words, G_N_ELEMENTS (reply_words), text, &value))
    return FALSE;
  *reply = value;
  return TRUE;
}

static const Word permission_words[] = {
  { SMR_PERMISSION_NO, "no" },
  { SMR_PERMISSION_CAUTION, "caution" },
  { SMR_PERMISSION_YES, "yes" },
};

const char *
smr_permission_to_string (SmrPermission permission)
{
  return word_of (permission_words, G_N_ELEMENTS (permission_words), permission);
}

gboolean
smr_permission_from_string (const char *text, SmrPermission *permission)
{
  int value;

  if (!value_of (permission_words, G_N_ELEMENTS (permission_words), text, &value))
    return FALSE;
  *permission = value;
  return TRUE;
}

static const Word role_words[] = {
  { SMR_ROLE_OVERACTIVE, "overactive" },
  { SMR_ROLE_UNDERACTIVE, "underactive" },
  { SMR_ROLE_BOTH, "both" },
};

const char *
smr_role_to_string (SmrRole role)
{
  return word_of (role_words, G_N_ELEMENTS (role_words), role);
}

gboolean
smr_role_from_string (const char *text, SmrRole *role)
{
  int value;

  if (!value_of (role_words, G_N_ELEMENTS (role_words), text, &value))
    return FALSE;
  *role = value;
  return TRUE;
}

static const Word body_view_words[] = {
  { SMR_BODY_VIEW_FRONT, "front" },
  { SMR_BODY_VIEW_BACK, "back" },
  { SMR_BODY_VIEW_BOTH, "both" },
};

const char *
smr_body_view_to_string (SmrBodyView view)
{
  return word_of (body_view_words, G_N_ELEMENTS (body_view_words), view);
}

gboolean
smr_body_view_from_string (const char *text, SmrBodyView *view)
{
  int value;

  if (!value_of (body_view_words, G_N_ELEMENTS (body_view_words), text, &value))
    return FALSE;
  *view = value;
  return TRUE;
}

SmrPhase
smr_phase_get_screened (SmrPhase phase)
{
  return phase == SMR_PHASE_INTEGRATE ? SMR_PHASE_ACTIVATE : phase;
}

gboolean
smr_side_overlaps (SmrSide a, SmrSide b)
{
  if (a == SMR_SIDE_NONE || b == SMR_SIDE_NONE)
    return FALSE;
  return ((a | b) & SMR_SIDE_MIDLINE) != 0 || (a & b) != 0;
}

SmrSide
smr_item_side_get_sides (SmrItemSide side)
{
  switch (side)
    {
    case SMR_ITEM_SIDE_LEFT:
      return SMR_SIDE_LEFT;
    case SMR_ITEM_SIDE_RIGHT:
      return SMR_SIDE_RIGHT;
    case SMR_ITEM_SIDE_EACH:
    case SMR_ITEM_SIDE_TOGETHER:
      return SMR_SIDE_BOTH;
    }
  g_return_val_if_reached (SMR_SIDE_NONE);
}
