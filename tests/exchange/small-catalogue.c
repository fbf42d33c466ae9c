#include "small-catalogue.h"

static SmrTool *
new_tool (const char *id, const char *kind)
{
  SmrTool *tool = g_new0 (SmrTool, 1);

  tool->id = g_intern_string (id);
  tool->kind = g_intern_string (kind);
  tool->name = smr_text_new (id);
  return tool;
}

static SmrMuscle *
new_muscle (const char *id, gboolean paired)
{
  SmrMuscle *muscle = g_new0 (SmrMuscle, 1);

  muscle->id = g_intern_string (id);
  muscle->paired = paired;
  muscle->name = smr_text_new (id);
  muscle->plain_name = smr_text_new (id);
  muscle->antagonists = g_new0 (const char *, 1);
  muscle->substitutes = g_new0 (const char *, 1);
  return muscle;
}

static SmrExercise *
new_exercise (const char *id, SmrPhase phase)
{
  SmrExercise *exercise = g_new0 (SmrExercise, 1);

  exercise->id = g_intern_string (id);
  exercise->phase = phase;
  exercise->name = smr_text_new (id);
  return exercise;
}

static SmrCondition *
new_condition (const char *id, const char *fact)
{
  SmrCondition *condition = g_new0 (SmrCondition, 1);

  condition->id = g_intern_string (id);
  condition->name = smr_text_new (id);
  condition->facts = g_array_new (FALSE, FALSE, sizeof (SmrFact));
  if (fact != NULL)
    {
      SmrFact entry = { g_intern_string (fact), smr_text_new (fact) };

      g_array_append_val (condition->facts, entry);
    }
  return condition;
}

static SmrSite *
new_site (const char *id, gboolean paired)
{
  SmrSite *site = g_new0 (SmrSite, 1);

  site->id = g_intern_string (id);
  site->paired = paired;
  site->name = smr_text_new (id);
  return site;
}

static SmrStopSign *
new_sign (const char *id)
{
  SmrStopSign *sign = g_new0 (SmrStopSign, 1);

  sign->id = g_intern_string (id);
  sign->name = smr_text_new (id);
  return sign;
}

static SmrAssessmentPart *
new_part (const char *id, const char *observation, SmrObservedSides sides)
{
  SmrAssessmentPart *part = g_new0 (SmrAssessmentPart, 1);
  SmrObservation *seen = g_new0 (SmrObservation, 1);

  part->id = g_intern_string (id);
  part->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_observation_free);
  seen->id = g_intern_string (observation);
  seen->part = part->id;
  seen->sides = sides;
  seen->muscles = g_array_new (FALSE, FALSE, sizeof (SmrObservationMuscle));
  g_ptr_array_add (part->observations, seen);
  return part;
}

static SmrJoint *
new_joint (const char *id, const char *movement)
{
  SmrJoint *joint = g_new0 (SmrJoint, 1);
  SmrMovement *measured = g_new0 (SmrMovement, 1);

  joint->id = g_intern_string (id);
  joint->movements = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_movement_free);
  measured->id = g_intern_string (movement);
  measured->most = 60;
  g_ptr_array_add (joint->movements, measured);
  return joint;
}

SmrCatalogue *
small_catalogue_new (void)
{
  SmrCatalogueParts parts = { .version = 1 };
  SmrCondition *asked_every_session = new_condition ("cv_symptoms", "only_once");
  SmrCondition *computed = new_condition ("age_band", NULL);

  asked_every_session->every_session = TRUE;
  g_array_index (asked_every_session->facts, SmrFact, 0).every_session = TRUE;
  computed->computed = TRUE;

  parts.tools = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_tool_free);
  g_ptr_array_add (parts.tools, new_tool ("soft_roller", "roller"));
  g_ptr_array_add (parts.tools, new_tool ("band", "band"));

  parts.muscles = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_muscle_free);
  g_ptr_array_add (parts.muscles, new_muscle ("gastrocnemius", TRUE));
  g_ptr_array_add (parts.muscles, new_muscle ("tibialis_anterior", TRUE));
  g_ptr_array_add (parts.muscles, new_muscle ("thoracic_spine", FALSE));

  parts.exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_exercise_free);
  g_ptr_array_add (parts.exercises, new_exercise ("smr_calf_roller", SMR_PHASE_INHIBIT));
  g_ptr_array_add (parts.exercises, new_exercise ("act_tibialis_anterior_band", SMR_PHASE_ACTIVATE));

  parts.conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_condition_free);
  g_ptr_array_add (parts.conditions, new_condition ("heart_failure", NULL));
  g_ptr_array_add (parts.conditions, asked_every_session);
  g_ptr_array_add (parts.conditions, new_condition ("blood_clot", "treatment_ended"));
  g_ptr_array_add (parts.conditions, new_condition ("surgery", NULL));
  g_ptr_array_add (parts.conditions, new_condition ("pregnant_or_postpartum", NULL));
  g_ptr_array_add (parts.conditions, computed);

  parts.sites = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_site_free);
  g_ptr_array_add (parts.sites, new_site ("knee", TRUE));
  g_ptr_array_add (parts.sites, new_site ("neck_head", FALSE));

  parts.assessment_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_part_free);
  g_ptr_array_add (parts.assessment_parts, new_part ("overhead_squat", "ohs_knees_in", SMR_OBSERVED_EACH_SIDE));
  g_ptr_array_add (parts.assessment_parts, new_part ("posture", "static_head_tilted", SMR_OBSERVED_ONE_SIDE));
  parts.joints = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_joint_free);
  g_ptr_array_add (parts.joints, new_joint ("ankle", "ankle_dorsiflexion"));

  parts.categories = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_category_free);
  parts.restrictions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_restriction_free);
  parts.never_rolled = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_never_rolled_free);
  parts.word_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_word_list_free);
  parts.signs = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_stop_sign_free);
  g_ptr_array_add (parts.signs, new_sign ("swollen_limb"));
  parts.sources = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_source_free);
  parts.texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) smr_text_free);
  return smr_catalogue_new_take (&parts);
}
