#include "config.h"

#include "smr-routine-words.h"

#include <glib/gi18n.h>

/* More names than this in a title tell less, not more. */
#define TITLE_MUSCLES 3

char *
smr_muscle_dup_label (const SmrMuscle *muscle, SmrSide side, const char *language)
{
  const char *name = smr_text_get (muscle->plain_name, language);

  switch (side)
    {
    case SMR_SIDE_LEFT:
      /* Translators: a muscle and its side: "Calf, left" */
      return g_strdup_printf (_("%s, left"), name);
    case SMR_SIDE_RIGHT:
      return g_strdup_printf (_("%s, right"), name);
    case SMR_SIDE_BOTH:
      return g_strdup_printf (_("%s, both sides"), name);
    case SMR_SIDE_NONE:
    case SMR_SIDE_MIDLINE:
      return g_strdup (name);
    }
  g_return_val_if_reached (NULL);
}

/* --- doses ------------------------------------------------------------------------------------------------ */

static char *
dup_repetitions (int repetitions)
{
  return g_strdup_printf (ngettext ("%d repetition", "%d repetitions", repetitions), repetitions);
}

static char *
dup_holds (const SmrDose *dose)
{
  if (dose->reps == 1)
    return g_strdup_printf (_("Hold %d s, once"), dose->hold_seconds);
  /* Translators: seconds, then how often */
  return g_strdup_printf (ngettext ("Hold %1$d s, %2$d time", "Hold %1$d s, %2$d times", dose->reps), dose->hold_seconds, dose->reps);
}

/* One set, on one side. */
static char *
dup_amount (const SmrDose *dose)
{
  switch (dose->tempo)
    {
    case SMR_TEMPO_ROLL:
      if (dose->reps == 1)
        return g_strdup_printf (_("Hold %d s on one tender spot"), dose->hold_seconds);
      /* Translators: seconds, then number of spots */
      return g_strdup_printf (ngettext ("Hold %1$d s on %2$d tender spot", "Hold %1$d s on each of %2$d tender spots", dose->reps),
                              dose->hold_seconds, dose->reps);
    case SMR_TEMPO_STATIC:
    case SMR_TEMPO_HOLD:
      return dup_holds (dose);
    case SMR_TEMPO_4_2_1:
      return dup_repetitions (dose->reps);
    case SMR_TEMPO_WALK:
      return g_strdup_printf (ngettext ("Walk %d length", "Walk %d lengths", dose->reps), dose->reps);
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_sets (const SmrDose *dose)
{
  g_autofree char *amount = dup_amount (dose);

  if (dose->sets == 1)
    return g_steal_pointer (&amount);
  /* Translators: number of sets, then what one set is: "2 sets: 12 repetitions" */
  return g_strdup_printf (ngettext ("%1$d set: %2$s", "%1$d sets: %2$s", dose->sets), dose->sets, amount);
}

char *
smr_item_dup_dose_label (const SmrItem *item)
{
  g_autofree char *dose = dup_sets (&item->dose);

  switch (item->side)
    {
    case SMR_ITEM_SIDE_LEFT:
      /* Translators: a dose and the side: "Hold 30 s, 2 times, left side only" */
      return g_strdup_printf (_("%s, left side only"), dose);
    case SMR_ITEM_SIDE_RIGHT:
      return g_strdup_printf (_("%s, right side only"), dose);
    case SMR_ITEM_SIDE_EACH:
      return g_strdup_printf (_("%s, each side"), dose);
    case SMR_ITEM_SIDE_TOGETHER:
      return g_strdup_printf (_("%s, both sides together"), dose);
    }
  g_return_val_if_reached (NULL);
}

char *
smr_seconds_dup_label (int seconds)
{
  /* Translators: minutes and seconds: "2:15 min" */
  return g_strdup_printf (_("%d:%02d min"), seconds / 60, seconds % 60);
}

/* --- the whole -------------------------------------------------------------------------------------------- */

char *
smr_routine_dup_default_title (const SmrRoutine *routine, SmrCatalogue *catalogue, const char *language)
{
  const GArray *picks = routine->overactive->len > 0 ? routine->overactive : routine->underactive;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;
  guint named = picks->len <= TITLE_MUSCLES ? picks->len : TITLE_MUSCLES - 1;
  guint others = picks->len - named;

  for (guint i = 0; i < named; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, g_array_index (picks, SmrPick, i).muscle);

      if (muscle != NULL)
        g_strv_builder_add (builder, smr_text_get (muscle->plain_name, language));
    }
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);
  if (others == 0)
    return g_steal_pointer (&list);
  /* Translators: names of muscles, then how many are not named: "Calf, Chest and 2 more" */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", others), list, others);
}

const char *
smr_setting_get_label (SmrSetting setting)
{
  switch (setting)
    {
    case SMR_SETTING_HOME:
      return _("At home");
    case SMR_SETTING_STUDIO:
      return _("In the studio");
    }
  g_return_val_if_reached (NULL);
}
