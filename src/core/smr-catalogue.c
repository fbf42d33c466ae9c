#include "smr-catalogue.h"

#include <string.h>

#include "smr-fold.h"
#include "smr-own-exercise.h"
#include "smr-words.h"

struct _SmrCatalogue
{
  gatomicrefcount   ref_count;
  SmrCatalogueParts parts;
  GHashTable       *tools;        /* id -> entry, entries owned by the arrays of `parts` */
  GHashTable       *muscles;
  GHashTable       *exercises;
  GHashTable       *conditions;
  GHashTable       *categories;
  GHashTable       *restrictions;
  GHashTable       *sites;
  GHashTable       *sources;
  SmrWordIndex     *word_index;
  GHashTable       *figures;      /* by the id of their exercise */
  GHashTable       *signs;
  GHashTable       *assessment_parts;
  GHashTable       *observations;
  GHashTable       *movements;
  SmrCatalogue     *base;         /* (nullable): all but the exercises is lent by it */
  GPtrArray        *own;          /* (element-type SmrOwnExercise) all versions */
  GHashTable       *newest;       /* series -> SmrOwnExercise */
};

G_DEFINE_BOXED_TYPE (SmrCatalogue, smr_catalogue, smr_catalogue_ref, smr_catalogue_unref)

/* --- follow-ups ------------------------------------------------------------------------------------------- */

static const struct
{
  SmrFollowUp follow_up;
  const char *name;
} follow_up_names[SMR_N_FOLLOW_UPS] = {
  { SMR_FOLLOW_UP_TEXT, "text" },
  { SMR_FOLLOW_UP_DATE, "date" },
  { SMR_FOLLOW_UP_SITES, "sites" },
  { SMR_FOLLOW_UP_HEALED, "healed_and_sealed" },
  { SMR_FOLLOW_UP_WEEKS, "weeks" },
  { SMR_FOLLOW_UP_FACTS, "facts" },
  { SMR_FOLLOW_UP_READING, "reading" },
};

const char *
smr_follow_up_to_string (SmrFollowUp follow_up)
{
  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      if (follow_up_names[i].follow_up == follow_up)
        return follow_up_names[i].name;
    }
  g_return_val_if_reached ("");
}

gboolean
smr_follow_up_from_string (const char *text, SmrFollowUp *follow_up)
{
  for (guint i = 0; text != NULL && i < SMR_N_FOLLOW_UPS; i++)
    {
      if (g_str_equal (follow_up_names[i].name, text))
        {
          *follow_up = follow_up_names[i].follow_up;
          return TRUE;
        }
    }
  return FALSE;
}

const SmrFact *
smr_condition_find_fact (const SmrCondition *self, const char *id)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (self->facts, SmrFact, i);

      if (g_str_equal (fact->id, id))
        return fact;
    }
  return NULL;
}

/* --- urgency ------------------------------------------------------------------------------------------------ */

static const char * const urgency_names[] = {
  [SMR_URGENCY_NEWS] = "news",
  [SMR_URGENCY_TRAINER] = "trainer",
  [SMR_URGENCY_TODAY] = "today",
  [SMR_URGENCY_EMERGENCY] = "emergency",
};

const char *
smr_urgency_to_string (SmrUrgency urgency)
{
  g_return_val_if_fail (urgency < G_N_ELEMENTS (urgency_names), "");

  return urgency_names[urgency];
}

gboolean
smr_urgency_from_string (const char *text, SmrUrgency *urgency)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (urgency_names); i++)
    {
      if (g_str_equal (urgency_names[i], text))
        {
          *urgency = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* --- sources ---------------------------------------------------------------------------------------------- */

/* "ANAT (from memory)" is two keys, "SEED (ball)" one with a note. */
static void
add_keys (GStrvBuilder *builder, const char *part)
{
  const char *note = strchr (part, '(');
  g_autofree char *key = note != NULL ? g_strndup (part, note - part) : g_strdup (part);

  g_strstrip (key);
  if (*key != '\0')
    g_strv_builder_add (builder, key);
  if (note != NULL && g_str_has_prefix (note, "(from memory)"))
    g_strv_builder_add (builder, "(from memory)");
}

GStrv
smr_source_split_keys (const char *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (source, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_keys (builder, parts[i]);
  return g_strv_builder_end (builder);
}

/* --- the catalogue ---------------------------------------------------------------------------------------- */

/* Every entry begins with its id. */
static void
add_to_index (GHashTable *index, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const char **entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (index, (gpointer) *entry, entry);
    }
}

static GHashTable *
index_by_id (GPtrArray *entries)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  add_to_index (index, entries);
  return index;
}

/* What is looked at and measured lies a level below the arrays of the parts. */
static void
index_assessments (SmrCatalogue *self)
{
  if (self->parts.assessment_parts == NULL)
    self->parts.assessment_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_part_free);
  if (self->parts.joints == NULL)
    self->parts.joints = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_joint_free);
  self->assessment_parts = index_by_id (self->parts.assessment_parts);
  self->observations = g_hash_table_new (g_str_hash, g_str_equal);
  self->movements = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->parts.assessment_parts->len; i++)
    add_to_index (self->observations, ((SmrAssessmentPart *) g_ptr_array_index (self->parts.assessment_parts, i))->observations);
  for (guint i = 0; i < self->parts.joints->len; i++)
    add_to_index (self->movements, ((SmrJoint *) g_ptr_array_index (self->parts.joints, i))->movements);
}

SmrCatalogue *
smr_catalogue_new_take (SmrCatalogueParts *parts)
{
  SmrCatalogue *self = g_new0 (SmrCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->parts = *parts;
  self->tools = index_by_id (parts->tools);
  self->muscles = index_by_id (parts->muscles);
  self->exercises = index_by_id (parts->exercises);
  self->conditions = index_by_id (parts->conditions);
  self->categories = index_by_id (parts->categories);
  self->restrictions = index_by_id (parts->restrictions);
  self->sites = index_by_id (parts->sites);
  self->sources = index_by_id (parts->sources);
  if (self->parts.ordinary_words == NULL)
    self->parts.ordinary_words = g_new0 (const char *, 1);
  self->word_index = smr_word_index_new (parts->word_lists, self->parts.ordinary_words);
  if (self->parts.figures == NULL)
    self->parts.figures = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_figure_unref);
  self->figures = index_by_id (self->parts.figures);
  self->signs = index_by_id (parts->signs);
  index_assessments (self);
  self->own = g_ptr_array_new ();
  self->newest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->muscles->len; i++)
    ((SmrMuscle *) g_ptr_array_index (parts->muscles, i))->index = i;
  for (guint i = 0; i < parts->exercises->len; i++)
    ((SmrExercise *) g_ptr_array_index (parts->exercises, i))->index = i;
  for (guint i = 0; i < parts->conditions->len; i++)
    ((SmrCondition *) g_ptr_array_index (parts->conditions, i))->index = i;
  return self;
}

/* --- with own exercises ----------------------------------------------------------------------------------- */

/* A later catalogue may know less. */
static gboolean
is_known (SmrCatalogue *self, const SmrExercise *exercise)
{
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      if (smr_catalogue_find_muscle (self, exercise->targets[i]) == NULL)
        return FALSE;
    }
  for (guint i = 0; i < exercise->needs->len; i++)
    {
      const char *need = g_array_index (exercise->needs, SmrNeed, i).tool;
      gboolean found = FALSE;

      for (guint j = 0; j < self->parts.tools->len && !found; j++)
        found = g_str_equal (need, ((SmrTool *) g_ptr_array_index (self->parts.tools, j))->id) ||
                g_str_equal (need, ((SmrTool *) g_ptr_array_index (self->parts.tools, j))->kind);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Of two that claim the same version the one that came first stays the newest. */
static void
add_own (SmrCatalogue *self, GPtrArray *own)
{
  for (guint i = 0; i < own->len; i++)
    {
      SmrOwnExercise *one = g_ptr_array_index (own, i);
      const SmrOwnExercise *newest = g_hash_table_lookup (self->newest, one->series);

      if (g_hash_table_contains (self->exercises, one->exercise->id) || !is_known (self, one->exercise))
        continue;
      one->exercise->index = self->base->parts.exercises->len + self->own->len;
      g_ptr_array_add (self->own, smr_own_exercise_ref (one));
      g_hash_table_insert (self->exercises, (gpointer) one->exercise->id, one->exercise);
      if (newest == NULL || one->version > newest->version)
        g_hash_table_insert (self->newest, (gpointer) one->series, one);
    }
}

SmrCatalogue *
smr_catalogue_with_own (SmrCatalogue *catalogue, GPtrArray *own)
{
  SmrCatalogue *base = catalogue->base != NULL ? catalogue->base : catalogue;
  SmrCatalogue *self = g_memdup2 (base, sizeof *base);

  g_atomic_ref_count_init (&self->ref_count);
  self->base = smr_catalogue_ref (base);
  self->parts.exercises = g_ptr_array_new ();
  g_ptr_array_extend (self->parts.exercises, base->parts.exercises, NULL, NULL);
  self->exercises = index_by_id (base->parts.exercises);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_own_exercise_unref);
  self->newest = g_hash_table_new (g_str_hash, g_str_equal);
  add_own (self, catalogue->own);
  add_own (self, own);
  for (guint i = 0; i < self->own->len; i++)
    {
      const SmrOwnExercise *one = g_ptr_array_index (self->own, i);

      if (!one->retired && g_hash_table_lookup (self->newest, one->series) == one)
        g_ptr_array_add (self->parts.exercises, one->exercise);
    }
  return self;
}

static void
free_with_own (SmrCatalogue *self)
{
  g_hash_table_unref (self->exercises);
  g_hash_table_unref (self->newest);
  g_ptr_array_unref (self->parts.exercises);
  g_ptr_array_unref (self->own);
  smr_catalogue_unref (self->base);
  g_free (self);
}

const SmrOwnExercise *
smr_catalogue_find_own (SmrCatalogue *self, const char *id)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      const SmrOwnExercise *one = g_ptr_array_index (self->own, i);

      if (g_str_equal (one->exercise->id, id))
        return one;
    }
  return NULL;
}

const SmrExercise *
smr_catalogue_find_newest (SmrCatalogue *self, const SmrExercise *exercise)
{
  const SmrOwnExercise *one = exercise->own ? smr_catalogue_find_own (self, exercise->id) : NULL;
  const SmrOwnExercise *newest = one != NULL ? g_hash_table_lookup (self->newest, one->series) : NULL;

  return newest != NULL ? newest->exercise : exercise;
}

GPtrArray *
smr_catalogue_get_own (SmrCatalogue *self)
{
  return self->own;
}

/* --- questions --------------------------------------------------------------------------------------------- */

SmrCatalogue *
smr_catalogue_ref (SmrCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_dosage (SmrDosage *dosage)
{
  g_free (dosage->tools);
}

void
smr_catalogue_unref (SmrCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->base != NULL)
    {
      free_with_own (self);
      return;
    }

  g_hash_table_unref (self->newest);
  g_ptr_array_unref (self->own);
  g_hash_table_unref (self->tools);
  g_hash_table_unref (self->muscles);
  g_hash_table_unref (self->exercises);
  g_hash_table_unref (self->conditions);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->restrictions);
  g_hash_table_unref (self->sites);
  g_hash_table_unref (self->sources);
  smr_word_index_free (self->word_index);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->signs);
  g_hash_table_unref (self->assessment_parts);
  g_hash_table_unref (self->observations);
  g_hash_table_unref (self->movements);
  g_ptr_array_unref (self->parts.tools);
  g_ptr_array_unref (self->parts.muscles);
  g_ptr_array_unref (self->parts.exercises);
  g_ptr_array_unref (self->parts.conditions);
  g_ptr_array_unref (self->parts.categories);
  g_ptr_array_unref (self->parts.restrictions);
  g_ptr_array_unref (self->parts.sites);
  g_ptr_array_unref (self->parts.never_rolled);
  g_ptr_array_unref (self->parts.word_lists);
  g_ptr_array_unref (self->parts.sources);
  g_free (self->parts.ordinary_words);
  g_ptr_array_unref (self->parts.figures);
  g_ptr_array_unref (self->parts.signs);
  g_clear_pointer (&self->parts.starting_points, g_ptr_array_unref);
  g_ptr_array_unref (self->parts.assessment_parts);
  g_ptr_array_unref (self->parts.joints);
  g_hash_table_unref (self->parts.texts);
  g_clear_pointer (&self->parts.body_chart, smr_body_chart_free);
  for (guint i = 0; i < SMR_N_LEVELS; i++)
    clear_dosage (&self->parts.dosage.levels[i]);
  clear_dosage (&self->parts.dosage.gentle);
  g_free (self);
}

int
smr_catalogue_get_version (SmrCatalogue *self)
{
  return self->parts.version;
}

GPtrArray *
smr_catalogue_get_tools (SmrCatalogue *self)
{
  return self->parts.tools;
}

GPtrArray *
smr_catalogue_get_muscles (SmrCatalogue *self)
{
  return self->parts.muscles;
}

GPtrArray *
smr_catalogue_get_exercises (SmrCatalogue *self)
{
  return self->parts.exercises;
}

GPtrArray *
smr_catalogue_get_conditions (SmrCatalogue *self)
{
  return self->parts.conditions;
}

GPtrArray *
smr_catalogue_get_categories (SmrCatalogue *self)
{
  return self->parts.categories;
}

GPtrArray *
smr_catalogue_get_restrictions (SmrCatalogue *self)
{
  return self->parts.restrictions;
}

GPtrArray *
smr_catalogue_get_sites (SmrCatalogue *self)
{
  return self->parts.sites;
}

GPtrArray *
smr_catalogue_get_never_rolled (SmrCatalogue *self)
{
  return self->parts.never_rolled;
}

GPtrArray *
smr_catalogue_get_word_lists (SmrCatalogue *self)
{
  return self->parts.word_lists;
}

const char **
smr_catalogue_get_ordinary_words (SmrCatalogue *self)
{
  return self->parts.ordinary_words;
}

const SmrWordIndex *
smr_catalogue_get_word_index (SmrCatalogue *self)
{
  return self->word_index;
}

GPtrArray *
smr_catalogue_get_figures (SmrCatalogue *self)
{
  return self->parts.figures;
}

GPtrArray *
smr_catalogue_get_starting_points (SmrCatalogue *self)
{
  return self->parts.starting_points;
}

GPtrArray *
smr_catalogue_get_signs (SmrCatalogue *self)
{
  return self->parts.signs;
}

GPtrArray *
smr_catalogue_get_assessment_parts (SmrCatalogue *self)
{
  return self->parts.assessment_parts;
}

GPtrArray *
smr_catalogue_get_joints (SmrCatalogue *self)
{
  return self->parts.joints;
}

GPtrArray *
smr_catalogue_get_sources (SmrCatalogue *self)
{
  return self->parts.sources;
}

const SmrDosageTable *
smr_catalogue_get_dosage (SmrCatalogue *self)
{
  return &self->parts.dosage;
}

SmrBodyChart *
smr_catalogue_get_body_chart (SmrCatalogue *self)
{
  return self->parts.body_chart;
}

const SmrTool *
smr_catalogue_find_tool (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->tools, id);
}

const SmrMuscle *
smr_catalogue_find_muscle (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->muscles, id);
}

const SmrExercise *
smr_catalogue_find_exercise (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->exercises, id);
}

const SmrCondition *
smr_catalogue_find_condition (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->conditions, id);
}

const SmrCategory *
smr_catalogue_find_category (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->categories, id);
}

const SmrRestriction *
smr_catalogue_find_restriction (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->restrictions, id);
}

const SmrSite *
smr_catalogue_find_site (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->sites, id);
}

const SmrFigure *
smr_catalogue_find_figure (SmrCatalogue *self, const char *exercise)
{
  return g_hash_table_lookup (self->figures, exercise);
}

const SmrStopSign *
smr_catalogue_find_sign (SmrCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->signs, id);
}

static gboolean
is_spelled (const char *text, const char *folded)
{
  g_autofree char *name = smr_fold (text);

  return g_str_equal (name, folded);
}

const SmrMuscle *
smr_catalogue_lookup_muscle (SmrCatalogue *self, const char *name)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (self, name);
  g_autofree char *folded = NULL;

  if (muscle != NULL)
    return muscle;

  folded = smr_fold (name);
  for (guint i = 0; i < self->parts.muscles->len; i++)
    {
      muscle = g_ptr_array_index (self->parts.muscles, i);
      if (is_spelled (muscle->id, folded) || smr_text_is_folded (muscle->name, folded) || smr_text_is_folded (muscle->plain_name, folded))
        return muscle;
      for (guint j = 0; j < muscle->synonyms->len; j++)
        {
          if (smr_text_is_folded (g_ptr_array_index (muscle->synonyms, j), folded))
            return muscle;
        }
    }
  return NULL;
}

const SmrAssessmentPart *
smr_catalogue_find_assessment_part (SmrCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->assessment_parts, id);
}

const SmrObservation *
smr_catalogue_find_observation (SmrCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->observations, id);
}

const SmrMovement *
smr_catalogue_find_movement (SmrCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->movements, id);
}

const SmrSource *
smr_catalogue_find_source (SmrCatalogue *self, const char *key)
{
  return g_hash_table_lookup (self->sources, key);
}

const SmrText *
smr_catalogue_get_rule_name (SmrCatalogue *self, const char *id)
{
  const SmrCondition *condition = smr_catalogue_find_condition (self, id);
  const SmrRestriction *restriction = smr_catalogue_find_restriction (self, id);

  if (condition != NULL)
    return condition->name;
  return restriction != NULL ? restriction->name : NULL;
}

const SmrText *
smr_catalogue_get_text (SmrCatalogue *self, const char *id)
{
  const SmrText *text = g_hash_table_lookup (self->parts.texts, id);

  if (G_UNLIKELY (text == NULL))
    g_error ("The catalogue has no text \"%s\"", id);
  return text;
}

/* --- freeing of entries ----------------------------------------------------------------------------------- */

void
smr_tool_free (SmrTool *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->note, smr_text_free);
  g_free (self->source);
  g_free (self);
}

void
smr_muscle_free (SmrMuscle *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->plain_name, smr_text_free);
  g_clear_pointer (&self->anatomical_name, smr_text_free);
  g_clear_pointer (&self->synonyms, g_ptr_array_unref);
  g_clear_pointer (&self->actions, smr_text_free);
  g_clear_pointer (&self->roll_reason, smr_text_free);
  g_clear_pointer (&self->stretch_reason, smr_text_free);
  g_clear_pointer (&self->note, smr_text_free);
  g_free (self->antagonists);
  g_free (self->substitutes);
  g_free (self->source);
  g_free (self);
}

void
smr_exercise_free (SmrExercise *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->needs, g_array_unref);
  g_clear_pointer (&self->bearings, g_array_unref);
  g_clear_pointer (&self->start, smr_text_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->cue, smr_text_free);
  g_clear_pointer (&self->mistake, smr_text_free);
  g_free (self->targets);
  g_free (self->forbidden_tools);
  g_free (self->avoid);
  g_free (self->avoid_same);
  g_free (self->source);
  g_free (self);
}

void
smr_case_free (SmrCase *self)
{
  g_clear_pointer (&self->whens, g_array_unref);
  g_free (self);
}

void
smr_effect_free (SmrEffect *self)
{
  g_clear_pointer (&self->whens, g_array_unref);
  g_free (self->ids);
  g_free (self);
}

void
smr_condition_free (SmrCondition *self)
{
  for (guint i = 0; self->facts != NULL && i < self->facts->len; i++)
    g_clear_pointer (&g_array_index (self->facts, SmrFact, i).text, smr_text_free);
  g_clear_pointer (&self->facts, g_array_unref);
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->question, smr_text_free);
  g_clear_pointer (&self->check_question, smr_text_free);
  g_clear_pointer (&self->explanation, smr_text_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->effects, g_ptr_array_unref);
  g_free (self->source);
  g_free (self);
}

void
smr_category_free (SmrCategory *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_free (self);
}

void
smr_restriction_free (SmrRestriction *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_free (self);
}

void
smr_site_free (SmrSite *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_free (self->muscles);
  g_free (self->below);
  g_free (self->whole_limb);
  g_free (self->source);
  g_free (self);
}

void
smr_never_rolled_free (SmrNeverRolled *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->reason, smr_text_free);
  g_free (self->source);
  g_free (self);
}

void
smr_word_list_free (SmrWordList *self)
{
  g_free (self->words);
  g_free (self->source);
  g_free (self);
}

void
smr_stop_sign_free (SmrStopSign *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_free (self->source);
  g_free (self);
}

void
smr_starting_point_free (SmrStartingPoint *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->note, smr_text_free);
  g_free (self->overactive);
  g_free (self->underactive);
  g_free (self->source);
  g_free (self);
}

void
smr_source_free (SmrSource *self)
{
  g_clear_pointer (&self->citation, smr_text_free);
  g_clear_pointer (&self->use, smr_text_free);
  g_free (self);
}
