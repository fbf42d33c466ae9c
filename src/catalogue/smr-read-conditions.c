#include "smr-draft.h"

#include "smr-screening.h"

/* The checklist: categories, restrictions, conditions, and the words looked for in free text. */

#define TOOL_OR_KIND (SMR_ENTRY_BIT (SMR_ENTRY_TOOL) | SMR_ENTRY_BIT (SMR_ENTRY_TOOL_KIND))
/* Follow-ups whose answer is another one on another day. */
#define TIMED        (SMR_FOLLOW_UP_HEALED | SMR_FOLLOW_UP_WEEKS | SMR_FOLLOW_UP_READING)
#define ALL_PHASES   ((1u << SMR_N_SCREENED_PHASES) - 1)

static gboolean
kind_from_string (const char *text, SmrConditionKind *kind)
{
  if (g_str_equal (text, "health"))
    *kind = SMR_CONDITION_HEALTH;
  else if (g_str_equal (text, "movement"))
    *kind = SMR_CONDITION_MOVEMENT;
  else
    return FALSE;
  return TRUE;
}

static gboolean
effect_kind_from_string (const char *text, SmrEffectKind *kind)
{
  static const char *names[] = {
    "exclude-sites", "exclude-below", "exclude-limb", "exclude-muscles", "only-tools",
    "forbid-tools", "forbid-positions", "max-hold", "gentle", "restrict", "only-tools-there",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
effect_time_from_string (const char *text, SmrEffectTime *time)
{
  static const char *names[] = { "while-raised", "until-cleared", "once-cleared" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *time = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* --- categories and restrictions -------------------------------------------------------------------------- */

void
smr_read_categories (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "category");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      SmrCategory *category = g_new0 (SmrCategory, 1);

      category->id = smr_draft_take_id (self, SMR_ENTRY_CATEGORY, element);
      category->name = smr_draft_take_text (self, element, "name");
      g_ptr_array_add (self->parts.categories, category);
    }
}

void
smr_read_restrictions (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "restriction");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      SmrRestriction *restriction = g_new0 (SmrRestriction, 1);

      restriction->id = smr_draft_take_id (self, SMR_ENTRY_RESTRICTION, element);
      restriction->name = smr_draft_take_text (self, element, "name");
      g_ptr_array_add (self->parts.restrictions, restriction);
    }
}

/* --- conditions ------------------------------------------------------------------------------------------- */

static void
read_follow_ups (SmrDraft *draft, SmrXmlElement *element, SmrCondition *condition)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "asks");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      SmrFollowUp follow_up = 0;

      smr_draft_take_word (draft, child, "follow-up", smr_follow_up_from_string, &follow_up);
      if ((condition->follow_ups & follow_up) != 0)
        smr_draft_report (draft, child, "asks this twice");
      condition->follow_ups |= follow_up;
    }
}

static void
read_facts (SmrDraft *draft, SmrXmlElement *element, SmrCondition *condition)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "fact");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      SmrFact fact = { g_intern_string (smr_draft_take_string (draft, child, "id")) };

      if (smr_condition_find_fact (condition, fact.id) != NULL)
        smr_draft_report (draft, child, "a second fact \"%s\"", fact.id);
      fact.every_session = smr_draft_take_flag (draft, child, "every-session");
      if (fact.every_session && (!condition->every_session || condition->check_question != NULL))
        smr_draft_report (draft, child, "the quick check offers facts only where it asks the row's own question");
      fact.text = smr_draft_take_text (draft, child, "text");
      g_array_append_val (condition->facts, fact);
    }

  if ((condition->facts->len > 0) != ((condition->follow_ups & SMR_FOLLOW_UP_FACTS) != 0))
    smr_draft_report (draft, element, "facts are asked exactly when there are some");
}

static void
require_follow_up (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition, SmrFollowUp follow_up)
{
  if ((condition->follow_ups & follow_up) == 0)
    smr_draft_report (draft, element, "depends on \"%s\", which is not asked", smr_follow_up_to_string (follow_up));
}

/* A <when> names one of these, and what it depends on must be asked. */
static const struct
{
  const char *attribute;
  SmrWhenKind kind;
  SmrFollowUp follow_up;        /* 0: none */
} when_kinds[] = {
  { "fact", SMR_WHEN_FACT, SMR_FOLLOW_UP_FACTS },
  { "not-fact", SMR_WHEN_NOT_FACT, SMR_FOLLOW_UP_FACTS },
  { "healed", SMR_WHEN_HEALED, SMR_FOLLOW_UP_HEALED },
  { "older-days", SMR_WHEN_OLDER_DAYS, SMR_FOLLOW_UP_DATE },
  { "older-months", SMR_WHEN_OLDER_MONTHS, SMR_FOLLOW_UP_DATE },
  { "site", SMR_WHEN_SITE, SMR_FOLLOW_UP_SITES },
  { "weeks-over", SMR_WHEN_WEEKS_OVER, SMR_FOLLOW_UP_WEEKS },
  { "rule", SMR_WHEN_RULE, 0 },
};

static void
read_when_value (SmrDraft *draft, SmrXmlElement *element, const char *attribute, const SmrCondition *condition, SmrWhen *when)
{
  switch (when->kind)
    {
    case SMR_WHEN_FACT:
    case SMR_WHEN_NOT_FACT:
      when->id = g_intern_string (smr_draft_take_string (draft, element, attribute));
      if (smr_condition_find_fact (condition, when->id) == NULL)
        smr_draft_report (draft, element, "the condition has no fact \"%s\"", when->id);
      break;
    case SMR_WHEN_HEALED:
      if (!smr_draft_take_flag (draft, element, attribute))
        smr_draft_report (draft, element, "healed is yes or left out");
      break;
    case SMR_WHEN_OLDER_DAYS:
      when->amount = smr_draft_take_int (draft, element, attribute, 1, 10000);
      break;
    case SMR_WHEN_OLDER_MONTHS:
      when->amount = smr_draft_take_int (draft, element, attribute, 1, 120);
      break;
    case SMR_WHEN_SITE:
      when->id = smr_draft_take_reference (draft, element, attribute, SMR_ENTRY_BIT (SMR_ENTRY_SITE));
      break;
    case SMR_WHEN_WEEKS_OVER:
      when->amount = smr_draft_take_int (draft, element, attribute, 1, 45);
      break;
    case SMR_WHEN_RULE:
      when->id = g_intern_string (smr_draft_take_string (draft, element, attribute));
      if (!smr_screening_knows_rule (when->id))
        smr_draft_report (draft, element, "unknown rule \"%s\"", when->id);
      if (smr_xml_element_peek (element, "amount") != NULL)
        when->amount = smr_draft_take_int (draft, element, "amount", 0, 1000);
      break;
    }
}

static SmrWhen
read_when (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition)
{
  SmrWhen when = { SMR_WHEN_FACT };
  int n_kinds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (when_kinds); i++)
    {
      if (smr_xml_element_peek (element, when_kinds[i].attribute) == NULL)
        continue;
      n_kinds++;
      when.kind = when_kinds[i].kind;
      read_when_value (draft, element, when_kinds[i].attribute, condition, &when);
      if (when_kinds[i].follow_up != 0)
        require_follow_up (draft, element, condition, when_kinds[i].follow_up);
    }

  if (n_kinds != 1)
    smr_draft_report (draft, element, "<when> names one thing, this one %d", n_kinds);
  return when;
}

static GArray *
read_whens (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "when");
  GArray *whens = g_array_new (FALSE, FALSE, sizeof (SmrWhen));

  for (guint i = 0; i < children->len; i++)
    {
      SmrWhen when = read_when (draft, g_ptr_array_index (children, i), condition);

      g_array_append_val (whens, when);
    }
  return whens;
}

/* What the intake table's severities promise of rolling; a slip here would allow what is locked. */
static gboolean
severity_fits_roll (SmrSeverity severity, SmrPhaseCode roll)
{
  switch (severity)
    {
    case SMR_SEVERITY_ABSOLUTE:
    case SMR_SEVERITY_REFER:
      return roll == SMR_PHASE_CODE_LOCKED;
    case SMR_SEVERITY_REGIONAL:
      return roll == SMR_PHASE_CODE_REGION;
    case SMR_SEVERITY_CAUTION:
      return roll == SMR_PHASE_CODE_GENTLE;
    case SMR_SEVERITY_NONE:
      return roll == SMR_PHASE_CODE_UNCHANGED;
    }
  g_return_val_if_reached (FALSE);
}

static SmrCase *
read_case (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition)
{
  SmrCase *a_case = g_new0 (SmrCase, 1);
  gboolean is_first = condition->cases->len == 0;

  smr_draft_take_word (draft, element, "severity", smr_severity_from_string, &a_case->severity);
  smr_draft_take_word (draft, element, "roll", smr_phase_code_from_string, &a_case->codes[SMR_PHASE_INHIBIT]);
  smr_draft_take_word (draft, element, "stretch", smr_phase_code_from_string, &a_case->codes[SMR_PHASE_LENGTHEN]);
  smr_draft_take_word (draft, element, "activate", smr_phase_code_from_string, &a_case->codes[SMR_PHASE_ACTIVATE]);
  a_case->must_be_over = smr_draft_take_flag (draft, element, "must-be-over");
  if (smr_xml_element_peek (element, "clearance-months") != NULL)
    a_case->clearance_months = smr_draft_take_int (draft, element, "clearance-months", 1, 12);
  a_case->whens = read_whens (draft, element, condition);
  if (is_first && a_case->severity == SMR_SEVERITY_NONE)
    smr_draft_report (draft, element, "the first case weighs something");
  if (is_first && a_case->whens->len > 0)
    smr_draft_report (draft, element, "the first case holds unless another replaces it, so it has no <when>");
  if (!is_first && a_case->whens->len == 0)
    smr_draft_report (draft, element, "a case after the first must say <when> it replaces the first");
  if (!severity_fits_roll (a_case->severity, a_case->codes[SMR_PHASE_INHIBIT]))
    smr_draft_report (draft, element, "this roll code does not fit the severity");
  return a_case;
}

/* The kinds of entries that `ids` names. */
static guint
get_ids_kinds (SmrEffectKind kind)
{
  switch (kind)
    {
    case SMR_EFFECT_EXCLUDE_SITES:
    case SMR_EFFECT_GENTLE:
      return SMR_ENTRY_BIT (SMR_ENTRY_SITE);
    case SMR_EFFECT_EXCLUDE_MUSCLES:
      return SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE);
    case SMR_EFFECT_ONLY_TOOLS:
    case SMR_EFFECT_ONLY_TOOLS_THERE:
      return SMR_ENTRY_BIT (SMR_ENTRY_TOOL);
    case SMR_EFFECT_FORBID_TOOLS:
      return TOOL_OR_KIND;
    case SMR_EFFECT_RESTRICT:
      return SMR_ENTRY_BIT (SMR_ENTRY_RESTRICTION) | SMR_ENTRY_BIT (SMR_ENTRY_CONDITION);
    case SMR_EFFECT_EXCLUDE_BELOW:
    case SMR_EFFECT_EXCLUDE_LIMB:
    case SMR_EFFECT_FORBID_POSITIONS:
    case SMR_EFFECT_MAX_HOLD:
      return 0;
    }
  g_return_val_if_reached (0);
}

static guint
read_phases (SmrDraft *draft, SmrXmlElement *element)
{
  g_autofree const char **names = smr_draft_take_id_list (draft, element, "phases", 0);
  guint phases = 0;

  for (int i = 0; names[i] != NULL; i++)
    {
      SmrPhase phase;

      if (smr_phase_from_screen_string (names[i], &phase))
        phases |= 1u << phase;
      else
        smr_draft_report (draft, element, "unknown phase \"%s\"", names[i]);
    }
  return phases != 0 ? phases : ALL_PHASES;
}

static gboolean
is_exclusion (SmrEffectKind kind)
{
  return kind == SMR_EFFECT_EXCLUDE_SITES || kind == SMR_EFFECT_EXCLUDE_BELOW ||
         kind == SMR_EFFECT_EXCLUDE_LIMB || kind == SMR_EFFECT_EXCLUDE_MUSCLES;
}

static void
check_effect (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition, const SmrEffect *effect)
{
  gboolean has_ids = *effect->ids != NULL;
  SmrPosition position;

  switch (effect->kind)
    {
    case SMR_EFFECT_EXCLUDE_SITES:
      if (!has_ids)
        require_follow_up (draft, element, condition, SMR_FOLLOW_UP_SITES);
      break;
    case SMR_EFFECT_EXCLUDE_BELOW:
    case SMR_EFFECT_EXCLUDE_LIMB:
      require_follow_up (draft, element, condition, SMR_FOLLOW_UP_SITES);
      if (has_ids)
        smr_draft_report (draft, element, "this effect takes the answer's sites, not ids");
      break;
    case SMR_EFFECT_ONLY_TOOLS_THERE:
      require_follow_up (draft, element, condition, SMR_FOLLOW_UP_SITES);
      if (!has_ids)
        smr_draft_report (draft, element, "this effect names no ids");
      break;
    case SMR_EFFECT_FORBID_POSITIONS:
      for (int i = 0; effect->ids[i] != NULL; i++)
        {
          if (!smr_position_from_string (effect->ids[i], &position))
            smr_draft_report (draft, element, "unknown position \"%s\"", effect->ids[i]);
        }
      G_GNUC_FALLTHROUGH;
    case SMR_EFFECT_EXCLUDE_MUSCLES:
    case SMR_EFFECT_ONLY_TOOLS:
    case SMR_EFFECT_FORBID_TOOLS:
    case SMR_EFFECT_RESTRICT:
      if (!has_ids)
        smr_draft_report (draft, element, "this effect names no ids");
      break;
    case SMR_EFFECT_MAX_HOLD:
      if (effect->amount == 0)
        smr_draft_report (draft, element, "this effect lacks an amount of seconds");
      if (has_ids)
        smr_draft_report (draft, element, "this effect takes no ids");
      break;
    case SMR_EFFECT_GENTLE:
      break;
    }

  if (effect->may_be_named && !is_exclusion (effect->kind))
    smr_draft_report (draft, element, "a clearance can name only what an exclusion takes out");
}

static SmrEffect *
read_effect (SmrDraft *draft, SmrXmlElement *element, const SmrCondition *condition)
{
  SmrEffect *effect = g_new0 (SmrEffect, 1);

  smr_draft_take_word (draft, element, "kind", effect_kind_from_string, &effect->kind);
  smr_draft_take_word (draft, element, "time", effect_time_from_string, &effect->time);
  effect->ids = smr_draft_take_id_list (draft, element, "ids", get_ids_kinds (effect->kind));
  if (smr_xml_element_peek (element, "side") != NULL)
    smr_draft_take_word (draft, element, "side", smr_side_from_string, &effect->side);
  effect->phases = read_phases (draft, element);
  effect->may_be_named = smr_draft_take_flag (draft, element, "named");
  if (smr_xml_element_peek (element, "amount") != NULL)
    effect->amount = smr_draft_take_int (draft, element, "amount", 1, 60);
  effect->whens = read_whens (draft, element, condition);
  check_effect (draft, element, condition, effect);
  return effect;
}

static void
read_cases_and_effects (SmrDraft *draft, SmrXmlElement *element, SmrCondition *condition)
{
  g_autoptr (GPtrArray) cases = smr_draft_take_children (element, "case");
  g_autoptr (GPtrArray) effects = smr_draft_take_children (element, "effect");

  for (guint i = 0; i < cases->len; i++)
    g_ptr_array_add (condition->cases, read_case (draft, g_ptr_array_index (cases, i), condition));
  for (guint i = 0; i < effects->len; i++)
    g_ptr_array_add (condition->effects, read_effect (draft, g_ptr_array_index (effects, i), condition));

  if (condition->kind == SMR_CONDITION_HEALTH && condition->cases->len == 0)
    smr_draft_report (draft, element, "a health row without a <case> would never weigh");
  if (condition->kind == SMR_CONDITION_MOVEMENT && condition->cases->len > 0)
    smr_draft_report (draft, element, "a movement row rules out single exercises and has no <case>");
}

static SmrCondition *
read_condition (SmrDraft *draft, SmrXmlElement *element)
{
  SmrCondition *condition = g_new0 (SmrCondition, 1);

  condition->facts = g_array_new (FALSE, FALSE, sizeof (SmrFact));
  condition->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_case_free);
  condition->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_effect_free);

  condition->id = smr_draft_take_id (draft, SMR_ENTRY_CONDITION, element);
  if (smr_draft_has (draft, SMR_ENTRY_RESTRICTION, condition->id))
    smr_draft_report (draft, element, "a restriction has this id");
  smr_draft_take_word (draft, element, "kind", kind_from_string, &condition->kind);
  condition->category = smr_draft_take_reference (draft, element, "category", SMR_ENTRY_BIT (SMR_ENTRY_CATEGORY));
  condition->computed = smr_draft_take_flag (draft, element, "computed");
  condition->every_session = smr_draft_take_flag (draft, element, "every-session");
  condition->ask_again = smr_draft_take_flag (draft, element, "ask-again");
  condition->region_wide = smr_draft_take_flag (draft, element, "region-wide");
  condition->clearable = smr_draft_take_flag (draft, element, "clearable");
  if (condition->clearable)
    condition->clearance_months = smr_draft_take_int (draft, element, "clearance-months", 1, 12);
  condition->name = smr_draft_take_text (draft, element, "name");
  if (!condition->computed)
    condition->question = smr_draft_take_text (draft, element, "question");
  if (condition->every_session)
    condition->check_question = smr_draft_take_optional_text (draft, element, "check-question");
  if (condition->kind == SMR_CONDITION_HEALTH)
    condition->explanation = smr_draft_take_text (draft, element, "explanation");
  else
    condition->explanation = smr_draft_take_optional_text (draft, element, "explanation");
  read_follow_ups (draft, element, condition);
  if (!condition->ask_again && (condition->every_session || (condition->follow_ups & TIMED) != 0))
    smr_draft_report (draft, element, "time matters in this row: ask-again=\"yes\"");
  read_facts (draft, element, condition);
  read_cases_and_effects (draft, element, condition);
  condition->source = smr_draft_take_source (draft, element);
  return condition;
}

void
smr_read_conditions (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "condition");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.conditions, read_condition (self, g_ptr_array_index (children, i)));
}

/* --- words ------------------------------------------------------------------------------------------------ */

static SmrWordList *
read_words (SmrDraft *draft, SmrXmlElement *element)
{
  SmrWordList *list = g_new0 (SmrWordList, 1);
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, "word");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *id = NULL;

  list->condition = smr_draft_take_reference (draft, element, "condition", SMR_ENTRY_BIT (SMR_ENTRY_CONDITION));
  list->least = 1;
  if (smr_xml_element_peek (element, "least") != NULL)
    list->least = smr_draft_take_int (draft, element, "least", 1, 5);
  if (smr_xml_element_peek (element, "with") != NULL)
    list->with = smr_draft_take_reference (draft, element, "with", SMR_ENTRY_BIT (SMR_ENTRY_CONDITION));
  id = g_strdup_printf ("%s/%d/%s", list->condition, list->least, list->with != NULL ? list->with : "");
  smr_draft_define (draft, SMR_ENTRY_WORDS, id, element);

  /* Translations are further words: people write in their own language whatever the desktop's is. */
  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      g_autofree char *text = smr_xml_element_take_text (child);
      g_autofree char *lower = g_utf8_strdown (text, -1);
      gboolean translated = smr_xml_element_take (child, "xml:lang") != NULL;

      if (*text == '\0')
        smr_draft_report (draft, child, "<word> is empty");
      else if (!g_ptr_array_find (words, g_intern_string (lower), NULL))
        g_ptr_array_add (words, (gpointer) g_intern_string (lower));
      else if (!translated)
        smr_draft_report (draft, child, "\"%s\" twice", text);
    }
  if (words->len == 0)
    smr_draft_report (draft, element, "<word> is missing");
  g_ptr_array_add (words, NULL);
  list->words = (const char **) g_ptr_array_steal (words, NULL);
  list->source = smr_draft_take_source (draft, element);
  return list;
}

void
smr_read_word_lists (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "words");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.word_lists, read_words (self, g_ptr_array_index (children, i)));
}

/* Translations are further words, as above. */
void
smr_read_ordinary_words (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "word");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < children->len; i++)
    {
      g_autofree char *text = smr_xml_element_take_text (g_ptr_array_index (children, i));
      g_autofree char *lower = g_utf8_strdown (text, -1);

      smr_xml_element_take (g_ptr_array_index (children, i), "xml:lang");
      if (*text == '\0')
        smr_draft_report (self, g_ptr_array_index (children, i), "<word> is empty");
      g_ptr_array_add (words, (gpointer) g_intern_string (lower));
    }
  if (self->parts.ordinary_words != NULL)
    {
      smr_draft_report (self, section, "a second <ordinary-words>");
      return;
    }
  g_ptr_array_add (words, NULL);
  self->parts.ordinary_words = (const char **) g_ptr_array_steal (words, NULL);
}

/* --- checks ----------------------------------------------------------------------------------------------- */

static gboolean
some_effect_raises (SmrDraft *draft, const char *restriction)
{
  for (guint i = 0; i < draft->parts.conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (draft->parts.conditions, i);

      for (guint j = 0; j < condition->effects->len; j++)
        {
          const SmrEffect *effect = g_ptr_array_index (condition->effects, j);

          if (effect->kind == SMR_EFFECT_RESTRICT && g_strv_contains (effect->ids, restriction))
            return TRUE;
        }
    }
  return FALSE;
}

/* An exercise that lists a restriction which nothing raises would never be ruled out by it. */
void
smr_check_conditions (SmrDraft *self)
{
  for (guint i = 0; i < self->parts.restrictions->len; i++)
    {
      const SmrRestriction *restriction = g_ptr_array_index (self->parts.restrictions, i);
      const SmrXmlElement *element = smr_draft_find (self, SMR_ENTRY_RESTRICTION, restriction->id);

      if (element == NULL)
        continue;
      if (smr_draft_has (self, SMR_ENTRY_CONDITION, restriction->id))
        smr_draft_report (self, element, "a condition has the same id");
      if (!some_effect_raises (self, restriction->id))
        smr_draft_report (self, element, "no effect raises this restriction");
    }
}
