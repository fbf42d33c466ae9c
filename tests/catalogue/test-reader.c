#include "smr-catalogue-reader.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
load_sample_text (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "catalogue", "sample.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Reads a catalogue of one or two files; @second may be NULL. */
static SmrCatalogue *
read_texts (const char *first, const char *second, GError **error)
{
  const char *names[] = { "sample.xml", "second.xml" };
  const char *texts[] = { first, second };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("smr-catalogue-XXXXXX", &local_error);
  SmrCatalogue *catalogue;

  g_assert_no_error (local_error);
  for (guint i = 0; i < G_N_ELEMENTS (names) && texts[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_file_set_contents (path, texts[i], -1, &local_error);
      g_assert_no_error (local_error);
    }

  catalogue = smr_catalogue_load_folder (folder, error);

  for (guint i = 0; i < G_N_ELEMENTS (names) && texts[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return catalogue;
}

static SmrCatalogue *
read_text (const char *text, GError **error)
{
  return read_texts (text, NULL, error);
}

/* @text with its only @find turned into @replace. */
static char *
replace_once (const char *text, const char *find, const char *replace)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  g_assert_null (strstr (at + 1, find));
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replace, at + strlen (find));
}

static int
find_line (const char *text, const char *find)
{
  int line = 1;

  for (const char *p = text; p < strstr (text, find); p++)
    line += *p == '\n';
  return line;
}

static SmrCatalogue *
read_sample (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GError) error = NULL;
  SmrCatalogue *catalogue = read_text (text, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* --- a good catalogue ------------------------------------------------------------------------------------- */

static void
test_assessments (void)
{
  g_autoptr (SmrCatalogue) catalogue = read_sample ();
  const SmrAssessmentPart *part = smr_catalogue_find_assessment_part (catalogue, "squat");
  const SmrObservation *lean = smr_catalogue_find_observation (catalogue, "lean");
  const SmrObservation *shift = smr_catalogue_find_observation (catalogue, "shift");
  const SmrObservationMuscle *muscle;

  g_assert_cmpstr (smr_text_get (part->how, NULL), ==, "Slowly.");
  g_assert_cmpuint (part->observations->len, ==, 2);
  g_assert_cmpint (lean->sides, ==, SMR_OBSERVED_MIDLINE);
  g_assert_cmpint (lean->views, ==, SMR_VIEW_SIDE);
  g_assert_null (lean->note);
  g_assert_cmpstr (shift->part, ==, "squat");
  g_assert_cmpint (shift->views, ==, SMR_VIEW_FRONT | SMR_VIEW_BACK);
  g_assert_cmpuint (shift->muscles->len, ==, 3);
  muscle = &g_array_index (shift->muscles, SmrObservationMuscle, 0);
  g_assert_cmpstr (muscle->muscle, ==, "calf");
  g_assert_cmpint (muscle->role, ==, SMR_ROLE_OVERACTIVE);
  g_assert_false (muscle->other_side);
  g_assert_false (muscle->consider);
  muscle = &g_array_index (shift->muscles, SmrObservationMuscle, 1);
  g_assert_cmpstr (muscle->muscle, ==, "shin");
  g_assert_cmpint (muscle->role, ==, SMR_ROLE_UNDERACTIVE);
  g_assert_true (muscle->other_side);
  g_assert_true (muscle->consider);
  g_assert_cmpint (smr_catalogue_find_movement (catalogue, "toes_up")->most, ==, 60);
}

static void
test_tools_and_muscles (void)
{
  g_autoptr (SmrCatalogue) catalogue = read_sample ();
  const SmrTool *tool = smr_catalogue_find_tool (catalogue, "mat");
  const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, "calf");

  g_assert_cmpint (smr_catalogue_get_version (catalogue), ==, 3);

  g_assert_cmpstr (tool->kind, ==, "mat");
  g_assert_true (tool->household);
  g_assert_true (tool->always_available);
  g_assert_false (tool->enabled_by_trainer);
  g_assert_null (tool->note);
  g_assert_cmpstr (tool->source, ==, "SEED");
  tool = smr_catalogue_find_tool (catalogue, "soft_roller");
  g_assert_false (tool->always_available);
  g_assert_cmpstr (smr_text_get (tool->note, NULL), ==, "Rest & roll.");

  g_assert_true (muscle->paired);
  g_assert_cmpint (muscle->view, ==, SMR_BODY_VIEW_BACK);
  g_assert_cmpstr (muscle->region, ==, "lower leg");
  g_assert_cmpint (muscle->role, ==, SMR_ROLE_OVERACTIVE);
  g_assert_cmpint (muscle->order, ==, 20);
  g_assert_cmpint (muscle->roll, ==, SMR_PERMISSION_YES);
  g_assert_null (muscle->roll_reason);
  g_assert_cmpint (muscle->stretch, ==, SMR_PERMISSION_CAUTION);
  g_assert_cmpstr (smr_text_get (muscle->stretch_reason, NULL), ==, "Gently.");
  g_assert_cmpuint (muscle->synonyms->len, ==, 2);
  g_assert_cmpstr (muscle->antagonists[0], ==, "shin");
  g_assert_null (muscle->antagonists[1]);
  g_assert_null (muscle->substitutes[0]);
  g_assert_true (smr_catalogue_lookup_muscle (catalogue, "Back of  lower LEG") == muscle);
}

static void
test_exercises (void)
{
  g_autoptr (SmrCatalogue) catalogue = read_sample ();
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, "roll_calf");
  const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, 0);

  g_assert_cmpint (exercise->phase, ==, SMR_PHASE_INHIBIT);
  g_assert_cmpint (exercise->position, ==, SMR_POSITION_SEATED);
  g_assert_true (exercise->unilateral);
  g_assert_cmpint (exercise->difficulty, ==, 1);
  g_assert_cmpstr (exercise->targets[0], ==, "calf");
  g_assert_cmpuint (exercise->needs->len, ==, 2);
  g_assert_cmpstr (g_array_index (exercise->needs, SmrNeed, 0).tool, ==, "roller");
  g_assert_cmpstr (exercise->forbidden_tools[0], ==, "soft_roller");
  g_assert_cmpint (exercise->hold_seconds, ==, 30);
  g_assert_cmpint (exercise->reps, ==, 2);
  g_assert_cmpint (exercise->sets, ==, 1);
  g_assert_cmpint (exercise->tempo, ==, SMR_TEMPO_ROLL);
  g_assert_false (exercise->own_dose);
  g_assert_cmpint (bearing->limb, ==, SMR_LIMB_ARM);
  g_assert_true (bearing->same);
  g_assert_true (bearing->other);
  g_assert_cmpstr (exercise->avoid[0], ==, "clot");
  g_assert_cmpstr (exercise->avoid[1], ==, "kneeling");
  g_assert_cmpuint (exercise->steps->len, ==, 2);
  g_assert_null (exercise->easier);
  g_assert_null (exercise->harder);

  exercise = smr_catalogue_find_exercise (catalogue, "lift_foot");
  g_assert_cmpstr (exercise->harder, ==, "lift_foot_hard");
}

static void
test_conditions (void)
{
  g_autoptr (SmrCatalogue) catalogue = read_sample ();
  const SmrCondition *condition = g_ptr_array_index (smr_catalogue_get_conditions (catalogue), 0);
  const SmrCase *old;
  const SmrEffect *effect;
  const SmrWhen *when;

  /* Health rows come first, wherever they are written. */
  g_assert_cmpstr (condition->id, ==, "clot");
  g_assert_cmpuint (condition->index, ==, 0);
  g_assert_true (condition->clearable);
  g_assert_cmpint (condition->clearance_months, ==, 6);
  g_assert_true (condition->every_session);
  g_assert_true (condition->ask_again);
  g_assert_true (condition->region_wide);
  g_assert_false (condition->computed);
  g_assert_cmpuint (condition->follow_ups, ==, SMR_FOLLOW_UP_DATE | SMR_FOLLOW_UP_SITES | SMR_FOLLOW_UP_FACTS);
  g_assert_nonnull (smr_condition_find_fact (condition, "treatment_ended"));

  g_assert_cmpuint (condition->cases->len, ==, 2);
  old = g_ptr_array_index (condition->cases, 1);
  g_assert_cmpint (old->severity, ==, SMR_SEVERITY_REFER);
  g_assert_cmpint (old->codes[SMR_PHASE_INHIBIT], ==, SMR_PHASE_CODE_LOCKED);
  g_assert_cmpint (old->codes[SMR_PHASE_LENGTHEN], ==, SMR_PHASE_CODE_UNCHANGED);
  g_assert_cmpuint (old->whens->len, ==, 2);
  when = &g_array_index (old->whens, SmrWhen, 0);
  g_assert_cmpint (when->kind, ==, SMR_WHEN_OLDER_MONTHS);
  g_assert_cmpint (when->amount, ==, 6);

  g_assert_cmpuint (condition->effects->len, ==, 5);
  effect = g_ptr_array_index (condition->effects, 1);
  g_assert_cmpint (effect->kind, ==, SMR_EFFECT_EXCLUDE_SITES);
  g_assert_cmpint (effect->time, ==, SMR_EFFECT_ONCE_CLEARED);
  g_assert_cmpstr (effect->ids[0], ==, "lower_leg");
  g_assert_cmpint (effect->side, ==, SMR_SIDE_BOTH);
  g_assert_cmpuint (effect->phases, ==, 1 << SMR_PHASE_INHIBIT);
  effect = g_ptr_array_index (condition->effects, 2);
  g_assert_cmpuint (effect->phases, ==, 1 << SMR_PHASE_INHIBIT | 1 << SMR_PHASE_LENGTHEN);
  g_assert_cmpuint (effect->whens->len, ==, 2);
  effect = g_ptr_array_index (condition->effects, 3);
  g_assert_cmpint (effect->amount, ==, 20);

  condition = smr_catalogue_find_condition (catalogue, "kneeling");
  g_assert_cmpint (condition->kind, ==, SMR_CONDITION_MOVEMENT);
  g_assert_cmpuint (condition->cases->len, ==, 0);
}

static void
test_the_rest (void)
{
  g_autoptr (SmrCatalogue) catalogue = read_sample ();
  const SmrSite *site = smr_catalogue_find_site (catalogue, "lower_leg");
  const SmrNeverRolled *region = g_ptr_array_index (smr_catalogue_get_never_rolled (catalogue), 0);
  const SmrWordList *words = g_ptr_array_index (smr_catalogue_get_word_lists (catalogue), 0);
  const SmrDosageTable *table = smr_catalogue_get_dosage (catalogue);

  g_assert_cmpint (site->limb, ==, SMR_LIMB_LEG);
  g_assert_cmpstr (site->muscles[1], ==, "shin");
  g_assert_null (site->below[0]);
  g_assert_cmpstr (site->whole_limb[0], ==, "lower_leg");
  g_assert_cmpstr (region->id, ==, "joints");
  g_assert_cmpstr (words->condition, ==, "clot");
  g_assert_cmpstr (words->words[0], ==, "thrombosis");
  g_assert_cmpstr (words->words[1], ==, "blood clot");
  g_assert_null (words->words[2]);
  g_assert_cmpint (table->levels[SMR_LEVEL_ADVANCED].contact_seconds, ==, 120);
  g_assert_cmpint (table->gentle.pain_most, ==, 3);
  g_assert_cmpint (table->muscle_side_day_cap_seconds, ==, 180);
  g_assert_cmpstr (smr_text_get (smr_catalogue_get_text (catalogue, "reason_not_rolled"), NULL), ==,
                   "{muscle} is not rolled & not pressed.");
}

static void
test_translations (void)
{
  g_autofree char *text = load_sample_text ();
  g_autofree char *first = replace_once (text, "<step>Lift your hips.</step>",
                                         "<step>Lift your hips.</step><step xml:lang=\"de\">Becken heben.</step>");
  g_autofree char *second = replace_once (first, "<name>Calf roll</name>",
                                          "<name>Calf roll</name>\n<name xml:lang=\"de\">Wade  rollen</name>"
                                          "<name xml:lang=\"pt-BR\">Rolar a panturrilha</name>");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrCatalogue) catalogue = read_text (second, &error);
  const SmrExercise *exercise;

  g_assert_no_error (error);
  exercise = smr_catalogue_find_exercise (catalogue, "roll_calf");
  g_assert_cmpstr (smr_text_get (exercise->name, "de_AT"), ==, "Wade rollen");
  g_assert_cmpstr (smr_text_get (exercise->name, "pt_BR"), ==, "Rolar a panturrilha");
  g_assert_cmpstr (smr_text_get (exercise->name, "pt_PT"), ==, "Calf roll");
  g_assert_cmpuint (exercise->steps->len, ==, 2);
  g_assert_cmpstr (smr_text_get (g_ptr_array_index (exercise->steps, 0), "de"), ==, "Becken heben.");
  g_assert_cmpstr (smr_text_get (g_ptr_array_index (exercise->steps, 1), "de"), ==, "Roll slowly.");
}

/* --- broken catalogues ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *find;             /* stands once in the sample */
  const char *replace;
  const char *message;          /* "id: problem" */
  const char *at;               /* what stands on the line that is named; NULL: `find` */
} Broken;

static const Broken broken[] = {
  /* shape */
  { "unknown-element", "<plain-name>Calf</plain-name>", "<plain-name>Calf</plain-name><colour>red</colour>",
    "calf: <colour> does not belong here" },
  { "unknown-section", "<never-rolled>", "<colours/><never-rolled>", "colours: <colours> does not belong here" },
  { "unknown-attribute", "<target muscle=\"calf\"/>", "<target muscle=\"calf\" side=\"left\"/>",
    "roll_calf: attribute \"side\" does not belong to <target>" },
  { "stray-text", "<muscles>", "<muscles>and bones", "muscles: text in <muscles>, which holds none" },
  { "markup-in-text", "<cue>Breathe.</cue>", "<cue>Breathe <b>slowly</b>.</cue>", "roll_calf: <b> does not belong here" },
  { "missing-attribute", "<bears limb=\"arm\" side=\"both\"/>", "<bears side=\"both\"/>",
    "roll_calf: <bears> lacks the attribute \"limb\"" },
  { "missing-version", "<catalogue version=\"3\">", "<catalogue>", "catalogue: <catalogue> lacks the attribute \"version\"" },
  { "bad-version", "<catalogue version=\"3\">", "<catalogue version=\"three\">",
    "catalogue: version=\"three\" is not a number from 1 to 2147483647" },
  { "missing-text", "<exercise id=\"roll_calf\" phase=\"inhibit\" position=\"seated\" unilateral=\"yes\" difficulty=\"1\">\n      <name>Calf roll</name>",
    "<exercise id=\"roll_calf\" phase=\"inhibit\" position=\"seated\" unilateral=\"yes\" difficulty=\"1\">", "roll_calf: <name> is missing" },
  { "empty-text", "<name>Calf roll</name>", "<name> </name>", "roll_calf: <name> is empty" },
  { "two-texts", "<name>Calf roll</name>", "<name>Calf roll</name><name>Roll</name>",
    "roll_calf: more than one <name>", "<exercise id=\"roll_calf\"" },
  { "unknown-source", "<source>project default</source>", "<source>project default; NOBODY (page 2)</source>", "lower_leg: no source is called \"NOBODY\"" },
  { "missing-source", "<source>project default</source>", "", "lower_leg: <source> is missing", "<site id=" },
  { "empty-source", "<source>project default</source>", "<source/>", "lower_leg: <source> is empty" },
  { "ids", "<region id=\"joints\">", "<region id=\"Joints\">", "Joints: an id is made of small letters, digits and _" },
  { "twice", "<tool id=\"mat\" kind", "<tool id=\"soft_roller\"  kind", "soft_roller: there is such a tool already, at sample.xml:5" },
  { "translation-first", "<name>Calf roll</name>", "<name xml:lang=\"de\">Wade rollen</name><name>Calf roll</name>",
    "roll_calf: a translation before its text" },
  { "translated-places", "<text>{muscle} is not rolled &amp; not pressed.</text>",
    "<text>{muscle} is not rolled</text><text xml:lang=\"de\">{Muskel} wird nicht gerollt</text>",
    "reason_not_rolled: the translation to \"de\" has other {places} than the text" },

  /* words and numbers */
  { "level", "level=\"beginner\" household=\"yes\"", "level=\"novice\" household=\"yes\"", "mat: unknown level \"novice\"" },
  { "flag", "always-available=\"yes\"", "always-available=\"true\"", "mat: always-available=\"true\" is neither yes nor no" },
  { "view", "view=\"back\"", "view=\"side\"", "calf: unknown view \"side\"" },
  { "order", "order=\"20\"", "order=\"2o\"", "calf: order=\"2o\" is not a number from 0 to 10000" },
  { "phase", "phase=\"inhibit\"", "phase=\"roll\"", "roll_calf: unknown phase \"roll\"" },
  { "too-long-a-hold", "hold-seconds=\"30\" reps=\"2\"", "hold-seconds=\"90\" reps=\"2\"",
    "roll_calf: hold-seconds=\"90\" is not a number from 0 to 60" },

  /* references */
  { "no-such-muscle", "<antagonist muscle=\"shin\"/>", "<antagonist muscle=\"thigh\"/>", "calf: no muscle is called \"thigh\"" },
  { "no-such-tool", "<needs tool=\"roller\"/>", "<needs tool=\"rollers\"/>",
    "roll_calf: no tool or kind of tool is called \"rollers\"" },
  { "no-such-condition", "<avoid condition=\"clot\"/>", "<avoid condition=\"clots\"/>",
    "roll_calf: no condition or restriction is called \"clots\"" },
  { "no-single-side-of-health", "<avoid condition=\"clot\"/>", "<avoid condition=\"clot\" at=\"same\"/>",
    "roll_calf: clot concerns no single side" },
  { "no-such-place", "<avoid condition=\"clot\"/>", "<avoid condition=\"kneeling\" at=\"left\"/>",
    "roll_calf: the only place to avoid is \"same\", the side treated" },
  { "no-such-exercise", "<harder exercise=\"lift_foot_hard\"/>", "<harder exercise=\"lift_leg\"/>",
    "lift_foot: no exercise is called \"lift_leg\"" },
  { "no-such-category", "category=\"vessels\"", "category=\"vessel\"", "clot: no category is called \"vessel\"" },
  { "no-such-site", "<when site=\"lower_leg\"/>", "<when site=\"leg\"/>", "clot: no site is called \"leg\"" },
  { "no-such-row", "<words condition=\"clot\">", "<words condition=\"clots\">", "clots: no condition is called \"clots\"" },
  { "target-twice", "<target muscle=\"calf\"/>", "<target muscle=\"calf\"/><target muscle=\"calf\"/>",
    "roll_calf: a second <target> for \"calf\"" },

  /* sense */
  { "own-antagonist", "<antagonist muscle=\"shin\"/>", "<antagonist muscle=\"calf\"/>",
    "calf: a muscle is not its own antagonist or substitute", "<muscle id=\"calf\"" },
  { "name-of-two", "<synonym>back of lower leg</synonym>", "<synonym>SHIN</synonym>", "shin: \"shin\" also means calf",
    "<muscle id=\"shin\"" },
  { "no-reason", "<stretch allowed=\"caution\"><reason>Gently.</reason></stretch>", "<stretch allowed=\"caution\"/>",
    "calf: <stretch> is not plainly allowed and gives no <reason>" },
  { "tempo-of-another-phase", "tempo=\"roll\"", "tempo=\"static\"", "roll_calf: this tempo does not suit the phase" },
  { "no-hold", "hold-seconds=\"30\" reps=\"2\"", "hold-seconds=\"0\" reps=\"2\"", "roll_calf: a hold of no seconds" },
  { "one-sided-bearing", "<bears limb=\"leg\" side=\"both\"/>", "<bears limb=\"leg\" side=\"same\"/>",
    "lift_foot: an exercise for both sides at once bears on both" },
  { "own-harder-form", "<harder exercise=\"lift_foot_hard\"/>", "<harder exercise=\"lift_foot\"/>",
    "lift_foot: an exercise is not its own harder form" },
  { "harder-form-of-another-phase", "<harder exercise=\"lift_foot_hard\"/>", "<harder exercise=\"roll_calf\"/>",
    "lift_foot: its easier or harder form belongs to another phase", "<exercise id=\"lift_foot\"" },
  { "easier-and-more-difficult", "difficulty=\"3\"", "difficulty=\"1\"",
    "lift_foot_hard: its easier form is more difficult, or its harder form less", "<exercise id=\"lift_foot_hard\"" },
  { "never-rolled", "<target muscle=\"calf\"/>", "<target muscle=\"calf\"/><target muscle=\"shin\"/>",
    "roll_calf: rolls shin, which is never rolled", "<exercise id=\"roll_calf\"" },
  { "one-name-for-two-things", "<restriction id=\"on_the_back\">", "<restriction id=\"clot\">", "clot: a condition has the same id" },
  { "nobody-raises", "<restriction id=\"on_the_back\"><name>", "<restriction id=\"on_the_front\"><name>On the front</name></restriction><restriction id=\"on_the_back\"><name>",
    "on_the_front: no effect raises this restriction" },

  /* conditions */
  { "no-case", "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"/>", "",
    "clot: the first case holds unless another replaces it, so it has no <when>", "<case severity=\"refer\"" },
  { "first-case-depends", "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"/>",
    "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"><when older-months=\"6\"/></case>",
    "clot: the first case holds unless another replaces it, so it has no <when>" },
  { "later-case-depends-on-nothing", "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"/>",
    "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"/><case severity=\"refer\" roll=\"X\" stretch=\"-\" activate=\"-\"/>",
    "clot: a case after the first must say <when> it replaces the first" },
  { "absolute-and-open", "<case severity=\"absolute\" roll=\"X\"", "<case severity=\"absolute\" roll=\"g\"",
    "clot: this roll code does not fit the severity" },
  { "first-case-weighs-nothing", "<case severity=\"absolute\" roll=\"X\" stretch=\"X\" activate=\"X\"/>",
    "<case severity=\"none\" roll=\"-\" stretch=\"-\" activate=\"-\"/>", "clot: the first case weighs something" },
  { "none-and-locked", "<case severity=\"refer\" roll=\"X\"", "<case severity=\"none\" roll=\"X\"",
    "clot: this roll code does not fit the severity" },
  { "tool-named", "ids=\"soft_roller\" phases=\"roll\"", "ids=\"soft_roller\" phases=\"roll\" named=\"yes\"",
    "clot: a clearance can name only what an exclusion takes out" },
  { "movement-with-case", "<question>Does kneeling hurt?</question>",
    "<question>Does kneeling hurt?</question><case severity=\"caution\" roll=\"g\" stretch=\"g\" activate=\"g\"/>",
    "kneeling: a movement row rules out single exercises and has no <case>", "<condition id=\"kneeling\"" },
  { "when-of-two", "<when older-months=\"6\"/>", "<when older-months=\"6\" older-days=\"7\"/>", "clot: <when> names one thing, this one 2" },
  { "when-of-none", "<when older-months=\"6\"/>", "<when/>", "clot: <when> names one thing, this one 0" },
  { "when-without-date", "<when older-months=\"6\"/>", "<when healed=\"yes\"/>", "clot: depends on \"healed_and_sealed\", which is not asked" },
  { "when-without-fact", "<when fact=\"treatment_ended\"/>", "<when fact=\"treated\"/>", "clot: the condition has no fact \"treated\"" },
  { "when-of-no-rule", "<when older-months=\"6\"/>", "<when rule=\"full_moon\"/>", "clot: unknown rule \"full_moon\"" },
  { "asks-twice", "<asks follow-up=\"sites\"/>", "<asks follow-up=\"date\"/><asks follow-up=\"sites\"/>", "clot: asks this twice" },
  { "facts-unasked", "<asks follow-up=\"facts\"/>", "", "clot: facts are asked exactly when there are some", "<condition id=\"clot\"" },
  { "effect-kind", "kind=\"max-hold\"", "kind=\"short-hold\"", "clot: unknown kind \"short-hold\"" },
  { "effect-without-ids", "<effect kind=\"restrict\" time=\"while-raised\" ids=\"on_the_back\"/>",
    "<effect kind=\"restrict\" time=\"while-raised\"/>", "clot: this effect names no ids" },
  { "effect-without-amount", "phases=\"roll\" amount=\"20\"/>", "phases=\"roll\"/>", "clot: this effect lacks an amount of seconds",
    "<effect kind=\"max-hold\"" },
  { "effect-of-another-phase", "phases=\"roll stretch\"", "phases=\"roll lengthen\"", "clot: unknown phase \"lengthen\"" },

  /* assessments */
  { "observation-view", "views=\"front back\"", "views=\"front top\"", "shift: unknown view \"top\"" },
  { "observation-sides", "sides=\"one\"", "sides=\"some\"", "shift: unknown sides \"some\"" },
  { "observation-of-no-muscle", "<overactive muscles=\"calf\"/>", "<overactive muscles=\"calves\"/>", "shift: no muscle is called \"calves\"" },
  { "observation-without-muscles", "<underactive muscles=\"shin\"/>", "", "lean: an observation names the muscles that go with it", "<observation id=\"lean\"" },
  { "observation-at", "at=\"other\"", "at=\"elsewhere\"", "shift: unknown at \"elsewhere\"" },
  { "observation-without-sides", "sides=\"one\"", "sides=\"none\"", "shift: what is seen without a side has no other side",
    "<observation id=\"shift\"" },
  { "movement-too-far", "most=\"60\"", "most=\"400\"", "toes_up: most=\"400\" is not a number from 1 to 200" },

  /* dosage */
  { "level-missing", "<level id=\"intermediate\"", "<level  id=\"beginner\"", "beginner: this level is there already" },
  { "contact-does-not-add-up", "spots=\"1\" search-seconds=\"30\"", "spots=\"2\" search-seconds=\"30\"",
    "beginner: contact is the search and all spots' holds together" },
  { "cap-above-the-limit", "<caps day-contact-seconds=\"1800\"", "<caps day-contact-seconds=\"3600\"",
    "caps: day-contact-seconds=\"3600\" is not a number from 1 to 1800" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *row = data;
  g_autofree char *good = load_sample_text ();
  g_autofree char *bad = replace_once (good, row->find, row->replace);
  g_autofree char *line = g_strdup_printf ("sample.xml:%d: %s", find_line (bad, row->at != NULL ? row->at : row->replace), row->message);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrCatalogue) catalogue = read_text (bad, &error);
  g_auto (GStrv) problems = NULL;

  g_assert_null (catalogue);
  g_assert_error (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_INVALID);
  problems = g_strsplit (error->message, "\n", -1);
  if (!g_strv_contains ((const char * const *) problems, line))
    g_test_fail_printf ("expected \"%s\" among:\n%s", line, error->message);
}

/* --- files that are no catalogue -------------------------------------------------------------------------- */

static void
assert_refused (const char *first, const char *second, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrCatalogue) catalogue = read_texts (first, second, &error);

  g_assert_null (catalogue);
  g_assert_error (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_INVALID);
  if (strstr (error->message, message) == NULL)
    g_test_fail_printf ("expected \"%s\" in:\n%s", message, error->message);
}

static void
test_no_xml (void)
{
  g_autofree char *text = load_sample_text ();
  g_autofree char *truncated = g_strndup (text, strstr (text, "<step>Roll") - text);
  g_autofree char *where = g_strdup_printf ("sample.xml:%d: ", find_line (text, "<step>Roll"));

  assert_refused (truncated, NULL, where);
  assert_refused ("", NULL, "sample.xml:1: ");
  assert_refused ("<catalogue version=\"1\"><tools>\n<tool id=\"\xff\"/></tools></catalogue>", NULL, "sample.xml:2: ");
  assert_refused ("<!-- nothing -->\n<poem version=\"1\"/>", NULL,
                  "sample.xml:2: poem: the outermost element of a catalogue file is <catalogue>");
}

static void
test_several_files (void)
{
  g_autofree char *text = load_sample_text ();
  g_autofree char *broken_text = replace_once (text, "<needs tool=\"mat\"/>", "<needs tool=\"rug\"/>");
  const char *good = "<catalogue version=\"3\"><texts><text-entry id=\"more\"><text>More</text></text-entry></texts></catalogue>";
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrCatalogue) catalogue = read_texts (text, good, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (smr_text_get (smr_catalogue_get_text (catalogue, "more"), NULL), ==, "More");

  assert_refused (text, "<catalogue version=\"2\"/>", "second.xml:1: catalogue: the files have different versions");
  assert_refused (text, "<catalogue version=\"3\">\n<dosage/></catalogue>", "second.xml:2: dosage: a second <dosage>");
  assert_refused (text, text, "second.xml:10: mat: there is such a tool already, at sample.xml:10");
  /* A file that cannot be read at all does not hide what is wrong with the others. */
  assert_refused (broken_text, "<catalogue", "roll_calf: no tool or kind of tool is called \"rug\"\nsecond.xml:1: ");
}

static void
test_no_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-catalogue-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (smr_catalogue_load_folder (folder, &error));
  g_assert_error (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_READ);
  g_clear_error (&error);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_null (smr_catalogue_load_folder (folder, &error));
  g_assert_error (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_READ);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/tools-and-muscles", test_tools_and_muscles);
  g_test_add_func ("/reader/assessments", test_assessments);
  g_test_add_func ("/reader/exercises", test_exercises);
  g_test_add_func ("/reader/conditions", test_conditions);
  g_test_add_func ("/reader/sites-words-dosage-and-texts", test_the_rest);
  g_test_add_func ("/reader/translations", test_translations);
  g_test_add_func ("/reader/no-xml", test_no_xml);
  g_test_add_func ("/reader/several-files", test_several_files);
  g_test_add_func ("/reader/no-folder", test_no_folder);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }

  return g_test_run ();
}
