#include "smr-draft.h"

#define TOOL_OR_KIND (SMR_ENTRY_BIT (SMR_ENTRY_TOOL) | SMR_ENTRY_BIT (SMR_ENTRY_TOOL_KIND))
#define RULES_OUT    (SMR_ENTRY_BIT (SMR_ENTRY_CONDITION) | SMR_ENTRY_BIT (SMR_ENTRY_RESTRICTION))

static gboolean
tempo_suits_phase (SmrTempo tempo, SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return tempo == SMR_TEMPO_ROLL;
    case SMR_PHASE_LENGTHEN:
      return tempo == SMR_TEMPO_STATIC;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      return tempo != SMR_TEMPO_ROLL && tempo != SMR_TEMPO_STATIC;
    }
  g_return_val_if_reached (FALSE);
}

static void
read_dose (SmrDraft *draft, SmrXmlElement *parent, SmrExercise *exercise)
{
  SmrXmlElement *element = smr_draft_take_child (draft, parent, "dose");

  if (element == NULL)
    return;
  exercise->hold_seconds = smr_draft_take_int (draft, element, "hold-seconds", 0, 60);
  exercise->reps = smr_draft_take_int (draft, element, "reps", 1, 30);
  exercise->sets = smr_draft_take_int (draft, element, "sets", 1, 4);
  smr_draft_take_word (draft, element, "tempo", smr_tempo_from_string, &exercise->tempo);
  exercise->own_dose = smr_draft_take_yes_no (draft, element, "own");
  if (!tempo_suits_phase (exercise->tempo, exercise->phase))
    smr_draft_report (draft, element, "this tempo does not suit the phase");
  if (exercise->hold_seconds == 0 && exercise->tempo != SMR_TEMPO_4_2_1 && exercise->tempo != SMR_TEMPO_WALK)
    smr_draft_report (draft, element, "a hold of no seconds");
}

static void
read_needs (SmrDraft *draft, SmrXmlElement *parent, SmrExercise *exercise)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "needs");

  exercise->needs = g_array_new (FALSE, FALSE, sizeof (SmrNeed));
  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      SmrNeed need;

      need.tool = smr_draft_take_reference (draft, element, "tool", TOOL_OR_KIND);
      need.beginner = smr_draft_take_flag (draft, element, "beginner");
      g_array_append_val (exercise->needs, need);
    }
}

static void
read_bearings (SmrDraft *draft, SmrXmlElement *parent, SmrExercise *exercise)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "bears");

  exercise->bearings = g_array_new (FALSE, FALSE, sizeof (SmrBearing));
  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      const char *side = smr_draft_take_string (draft, element, "side");
      SmrBearing bearing = { SMR_LIMB_NONE };

      smr_draft_take_word (draft, element, "limb", smr_limb_from_string, &bearing.limb);
      if (bearing.limb == SMR_LIMB_NONE)
        smr_draft_report (draft, element, "an arm or a leg bears weight");
      bearing.same = g_str_equal (side, "same") || g_str_equal (side, "both");
      bearing.other = g_str_equal (side, "other") || g_str_equal (side, "both");
      if (!bearing.same && !bearing.other)
        smr_draft_report (draft, element, "unknown side \"%s\"", side);
      if (!exercise->unilateral && bearing.same != bearing.other)
        smr_draft_report (draft, element, "an exercise for both sides at once bears on both");
      g_array_append_val (exercise->bearings, bearing);
    }
}

/* An easier or a harder form; NULL if there is none. */
static const char *
read_form (SmrDraft *draft, SmrXmlElement *parent, const char *name)
{
  SmrXmlElement *element = smr_draft_take_optional_child (draft, parent, name);
  const char *id;

  if (element == NULL)
    return NULL;
  id = smr_draft_take_reference (draft, element, "exercise", SMR_ENTRY_BIT (SMR_ENTRY_EXERCISE));
  if (g_strcmp0 (id, smr_xml_element_peek (parent, "id")) == 0)
    smr_draft_report (draft, element, "an exercise is not its own %s form", name);
  return id;
}

/* at="same": only the side treated matters. */
static void
read_avoid (SmrDraft *draft, SmrXmlElement *parent, SmrExercise *exercise)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (parent, "avoid");
  g_autoptr (GPtrArray) same = g_ptr_array_new ();

  exercise->avoid = smr_draft_take_references (draft, parent, "avoid", "condition", RULES_OUT);
  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);

      if (smr_xml_element_peek (element, "at") == NULL)
        continue;
      if (!g_str_equal (smr_xml_element_take (element, "at"), "same"))
        smr_draft_report (draft, element, "the only place to avoid is \"same\", the side treated");
      else if (!exercise->unilateral)
        smr_draft_report (draft, element, "an exercise for both sides at once treats no single side");
      else
        g_ptr_array_add (same, (gpointer) exercise->avoid[i]);
    }
  g_ptr_array_add (same, NULL);
  exercise->avoid_same = (const char **) g_ptr_array_steal (same, NULL);
}

static SmrExercise *
read_exercise (SmrDraft *draft, SmrXmlElement *element)
{
  SmrExercise *exercise = g_new0 (SmrExercise, 1);

  exercise->id = smr_draft_take_id (draft, SMR_ENTRY_EXERCISE, element);
  smr_draft_take_word (draft, element, "phase", smr_phase_from_string, &exercise->phase);
  smr_draft_take_word (draft, element, "position", smr_position_from_string, &exercise->position);
  exercise->unilateral = smr_draft_take_yes_no (draft, element, "unilateral");
  exercise->difficulty = smr_draft_take_int (draft, element, "difficulty", 1, 3);
  exercise->name = smr_draft_take_text (draft, element, "name");
  exercise->targets = smr_draft_take_references (draft, element, "target", "muscle", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
  if (*exercise->targets == NULL)
    smr_draft_report (draft, element, "<target> is missing");
  read_needs (draft, element, exercise);
  exercise->forbidden_tools = smr_draft_take_references (draft, element, "forbids", "tool", TOOL_OR_KIND);
  read_dose (draft, element, exercise);
  read_bearings (draft, element, exercise);
  exercise->easier = read_form (draft, element, "easier");
  exercise->harder = read_form (draft, element, "harder");
  read_avoid (draft, element, exercise);
  exercise->start = smr_draft_take_text (draft, element, "start");
  exercise->steps = smr_draft_take_texts (draft, element, "step");
  if (exercise->steps->len == 0)
    smr_draft_report (draft, element, "<step> is missing");
  exercise->cue = smr_draft_take_text (draft, element, "cue");
  exercise->mistake = smr_draft_take_text (draft, element, "mistake");
  exercise->source = smr_draft_take_source (draft, element);
  return exercise;
}

void
smr_read_exercises (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "exercise");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.exercises, read_exercise (self, g_ptr_array_index (children, i)));
}

/* --- checks ----------------------------------------------------------------------------------------------- */

static const SmrMuscle *
find_muscle (SmrDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->parts.muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (draft->parts.muscles, i);

      if (muscle->id == id)
        return muscle;
    }
  return NULL;
}

/* Nothing that may not be rolled or stretched has an exercise that does so. */
static void
check_targets (SmrDraft *draft, const SmrExercise *exercise, const SmrXmlElement *element)
{
  for (int i = 0; exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = find_muscle (draft, exercise->targets[i]);

      if (muscle == NULL)
        continue;
      if (exercise->phase == SMR_PHASE_INHIBIT && muscle->roll == SMR_PERMISSION_NO)
        smr_draft_report (draft, element, "rolls %s, which is never rolled", muscle->id);
      if (exercise->phase == SMR_PHASE_LENGTHEN && muscle->stretch == SMR_PERMISSION_NO)
        smr_draft_report (draft, element, "stretches %s, which is not stretched", muscle->id);
    }
}

static const SmrExercise *
find_exercise (SmrDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->parts.exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (draft->parts.exercises, i);

      if (exercise->id == id)
        return exercise;
    }
  return NULL;
}

/* An easier form is not harder, and neither belongs to another phase. */
static void
check_forms (SmrDraft *draft, const SmrExercise *exercise, const SmrXmlElement *element)
{
  const SmrExercise *easier = find_exercise (draft, exercise->easier);
  const SmrExercise *harder = find_exercise (draft, exercise->harder);

  if ((easier != NULL && easier->phase != exercise->phase) || (harder != NULL && harder->phase != exercise->phase))
    smr_draft_report (draft, element, "its easier or harder form belongs to another phase");
  if ((easier != NULL && easier->difficulty > exercise->difficulty) ||
      (harder != NULL && harder->difficulty < exercise->difficulty))
    smr_draft_report (draft, element, "its easier form is more difficult, or its harder form less");
}

static gboolean
has_single_side (SmrDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->parts.conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (draft->parts.conditions, i);

      if (g_strcmp0 (condition->id, id) == 0)
        return condition->kind == SMR_CONDITION_MOVEMENT && (condition->follow_ups & SMR_FOLLOW_UP_SITES) != 0;
    }
  return FALSE;
}

/* Only rows of movement that ask for a side may concern one side alone. */
static void
check_avoid_same (SmrDraft *draft, SmrXmlElement *element)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "avoid");

  for (guint i = 0; i < children->len; i++)
    {
      const SmrXmlElement *child = g_ptr_array_index (children, i);
      const char *id = smr_xml_element_peek (child, "condition");

      if (smr_xml_element_peek (child, "at") != NULL && !has_single_side (draft, id))
        smr_draft_report (draft, child, "%s concerns no single side", id);
    }
}

void
smr_check_exercises (SmrDraft *self)
{
  for (guint i = 0; i < self->parts.exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (self->parts.exercises, i);
      SmrXmlElement *element = smr_draft_find (self, SMR_ENTRY_EXERCISE, exercise->id);

      if (element == NULL)
        continue;
      check_targets (self, exercise, element);
      check_forms (self, exercise, element);
      check_avoid_same (self, element);
    }
}
