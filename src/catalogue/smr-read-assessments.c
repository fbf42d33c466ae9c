#include "smr-draft.h"

/* What is looked for in posture and movement, and what is measured. */

static void
read_muscles (SmrDraft *draft, SmrXmlElement *element, const char *name, SmrRole role, GArray *muscles)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, name);

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      g_autofree const char **ids = smr_draft_take_id_list (draft, child, "muscles", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
      const char *at = smr_xml_element_peek (child, "at") != NULL ? smr_draft_take_string (draft, child, "at") : NULL;
      gboolean consider = smr_draft_take_flag (draft, child, "consider");

      if (at != NULL && !g_str_equal (at, "other"))
        smr_draft_report (draft, child, "unknown at \"%s\"", at);
      if (*ids == NULL)
        smr_draft_report (draft, child, "no muscles");
      for (guint j = 0; ids[j] != NULL; j++)
        {
          SmrObservationMuscle muscle = { ids[j], role, at != NULL, consider };

          g_array_append_val (muscles, muscle);
        }
    }
}

static SmrViews
read_views (SmrDraft *draft, SmrXmlElement *element)
{
  g_auto (GStrv) words = g_strsplit (smr_draft_take_string (draft, element, "views"), " ", -1);
  SmrViews views = 0, view;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (smr_views_from_string (words[i], &view))
        views |= view;
      else
        smr_draft_report (draft, element, "unknown view \"%s\"", words[i]);
    }
  return views;
}

static SmrObservation *
read_observation (SmrDraft *draft, SmrXmlElement *element, const char *part)
{
  SmrObservation *observation = g_new0 (SmrObservation, 1);

  observation->id = smr_draft_take_id (draft, SMR_ENTRY_OBSERVATION, element);
  observation->part = part;
  observation->views = read_views (draft, element);
  smr_draft_take_word (draft, element, "sides", smr_observed_sides_from_string, &observation->sides);
  observation->name = smr_draft_take_text (draft, element, "name");
  observation->muscles = g_array_new (FALSE, FALSE, sizeof (SmrObservationMuscle));
  read_muscles (draft, element, "overactive", SMR_ROLE_OVERACTIVE, observation->muscles);
  read_muscles (draft, element, "underactive", SMR_ROLE_UNDERACTIVE, observation->muscles);
  observation->note = smr_draft_take_optional_text (draft, element, "note");
  observation->source = smr_draft_take_source (draft, element);

  if (observation->muscles->len == 0)
    smr_draft_report (draft, element, "an observation names the muscles that go with it");
  for (guint i = 0; i < observation->muscles->len; i++)
    {
      if (g_array_index (observation->muscles, SmrObservationMuscle, i).other_side && observation->sides == SMR_OBSERVED_MIDLINE)
        smr_draft_report (draft, element, "what is seen without a side has no other side");
    }
  return observation;
}

static SmrAssessmentPart *
read_part (SmrDraft *draft, SmrXmlElement *element)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "observation");
  SmrAssessmentPart *part = g_new0 (SmrAssessmentPart, 1);

  part->id = smr_draft_take_id (draft, SMR_ENTRY_ASSESSMENT, element);
  part->name = smr_draft_take_text (draft, element, "name");
  part->how = smr_draft_take_text (draft, element, "how");
  part->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_observation_free);
  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (part->observations, read_observation (draft, g_ptr_array_index (children, i), part->id));
  return part;
}

void
smr_read_assessments (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "assessment");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.assessment_parts, read_part (self, g_ptr_array_index (children, i)));
}

static SmrMovement *
read_movement (SmrDraft *draft, SmrXmlElement *element)
{
  SmrMovement *movement = g_new0 (SmrMovement, 1);

  movement->id = smr_draft_take_id (draft, SMR_ENTRY_MOVEMENT, element);
  movement->most = smr_draft_take_int (draft, element, "most", 1, SMR_RANGE_MAX_DEGREES);
  movement->name = smr_draft_take_text (draft, element, "name");
  movement->source = smr_draft_take_source (draft, element);
  return movement;
}

void
smr_read_joints (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "joint");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      g_autoptr (GPtrArray) movements = smr_draft_take_children (element, "movement");
      SmrJoint *joint = g_new0 (SmrJoint, 1);

      joint->id = smr_draft_take_id (self, SMR_ENTRY_JOINT, element);
      joint->name = smr_draft_take_text (self, element, "name");
      joint->movements = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_movement_free);
      for (guint j = 0; j < movements->len; j++)
        g_ptr_array_add (joint->movements, read_movement (self, g_ptr_array_index (movements, j)));
      g_ptr_array_add (self->parts.joints, joint);
    }
}
