#include "config.h"

#include "smr-clearance-words.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-screening.h"

static const char *
get_condition_name (SmrCatalogue *catalogue, const char *id, const char *language)
{
  const SmrText *name = smr_catalogue_get_rule_name (catalogue, id);

  /* One from a newer catalogue: its id is better than nothing. */
  return name != NULL ? smr_text_get (name, language) : id;
}

char *
smr_clearance_describe_conditions (SmrCatalogue *catalogue, GPtrArray *conditions, const char *language)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < conditions->len; i++)
    g_strv_builder_add (names, get_condition_name (catalogue, g_ptr_array_index (conditions, i), language));
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

char *
smr_clearance_describe_phases (guint phases)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & 1u << phase) != 0)
        g_strv_builder_add (names, smr_phase_get_label (phase));
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

static gboolean
expires_soon (const SmrClearanceEffect *effect, SmrDate today)
{
  return effect->until != SMR_DATE_NONE && effect->until < smr_date_add_days (today, SMR_EXPIRING_DAYS);
}

static char *
describe_open (const SmrClearanceEffect *effect, SmrDate today)
{
  g_autofree char *phases = smr_clearance_describe_phases (effect->phases);
  g_autofree char *day = smr_date_format (effect->until);
  int days = effect->until - today;

  if (effect->phases == 0)
    return g_strdup (_("Opens nothing: it allows no phase."));
  if (days == 0)
    return g_strdup_printf (_("Opens %s. Today is its last day."), phases);
  if (expires_soon (effect, today))
    return g_strdup_printf (ngettext ("Opens %s until %s, for %d more day.", "Opens %s until %s, for %d more days.", days),
                            phases, day, days);
  /* Translators: phases and a day: "Opens Roll, Stretch until 3 May 2026." */
  return g_strdup_printf (_("Opens %s until %s."), phases, day);
}

char *
smr_clearance_describe_effect (SmrCatalogue             *catalogue,
                               const SmrRecord          *record,
                               const SmrClearance       *clearance,
                               const SmrClearanceEffect *effect,
                               SmrDate                   today,
                               const char               *language)
{
  const char *news = effect->news != NULL ? get_condition_name (catalogue, effect->news, language) : "";
  g_autofree char *until = effect->until != SMR_DATE_NONE ? smr_date_format (effect->until) : g_strdup ("");
  g_autofree char *other = NULL;

  switch (effect->state)
    {
    case SMR_CLEARANCE_COUNTS:
      return describe_open (effect, today);
    case SMR_CLEARANCE_NOT_YET:
      return g_strdup (_("Does not count yet."));
    case SMR_CLEARANCE_EXPIRED:
      return g_strdup_printf (_("Expired: %s was its last day."), until);
    case SMR_CLEARANCE_REPLACED:
      other = smr_date_format (((const SmrClearance *) g_ptr_array_index (record->clearances, effect->replacement))->dated);
      return g_strdup_printf (_("Replaced by the clearance of %s."), other);
    case SMR_CLEARANCE_MISTYPED:
      return g_strdup (_("Withdrawn: it was recorded by mistake and never counts."));
    case SMR_CLEARANCE_REVOKED:
      other = smr_date_format (clearance->withdrawal->date);
      return g_strdup_printf (_("Withdrawn: the physician took it back on %s."), other);
    case SMR_CLEARANCE_NO_FORM:
      return g_strdup (_("Does not count: no health form was signed by then, so nobody can tell what is new."));
    case SMR_CLEARANCE_VOID:
      return g_strdup_printf (_("Void: this came up after it: %s. Ask the physician again."), news);
    case SMR_CLEARANCE_SUSPENDED:
      return g_strdup_printf (_("Waits while this lasts: %s."), news);
    case SMR_CLEARANCE_ANONYMOUS:
      return g_strdup (_("Does not count: it does not say who gave it."));
    case SMR_CLEARANCE_NOT_CLEARABLE:
      return g_strdup (_("No letter lifts this. It has to be over first."));
    }
  g_assert_not_reached ();
}

static SmrClearanceMark
get_mark_of_one (const SmrClearanceEffect *effect, SmrDate today)
{
  switch (effect->state)
    {
    case SMR_CLEARANCE_COUNTS:
      return expires_soon (effect, today) ? (SmrClearanceMark) { "smr-expiring-symbolic", _("Expires soon"), "warning" }
                                          : (SmrClearanceMark) { "smr-allowed-symbolic", _("Counts"), "success" };
    case SMR_CLEARANCE_NOT_YET:
      return (SmrClearanceMark) { "smr-expiring-symbolic", _("Not yet"), "warning" };
    case SMR_CLEARANCE_EXPIRED:
      return (SmrClearanceMark) { "smr-expiring-symbolic", _("Expired"), "error" };
    case SMR_CLEARANCE_REPLACED:
      return (SmrClearanceMark) { "edit-copy-symbolic", _("Replaced"), "dimmed" };
    case SMR_CLEARANCE_MISTYPED:
    case SMR_CLEARANCE_REVOKED:
      return (SmrClearanceMark) { "smr-blocked-symbolic", _("Withdrawn"), "error" };
    case SMR_CLEARANCE_SUSPENDED:
      return (SmrClearanceMark) { "smr-expiring-symbolic", _("Waits"), "warning" };
    case SMR_CLEARANCE_VOID:
      return (SmrClearanceMark) { "smr-blocked-symbolic", _("Void"), "error" };
    case SMR_CLEARANCE_NO_FORM:
    case SMR_CLEARANCE_ANONYMOUS:
    case SMR_CLEARANCE_NOT_CLEARABLE:
      return (SmrClearanceMark) { "smr-blocked-symbolic", _("Does not count"), "error" };
    }
  g_assert_not_reached ();
}

SmrClearanceMark
smr_clearance_get_mark (const SmrClearanceEffect *effects, guint n_effects, SmrDate today)
{
  const SmrClearanceEffect *first = &effects[0];
  guint n_counting = 0;

  for (guint i = 0; i < n_effects; i++)
    {
      if (effects[i].state != SMR_CLEARANCE_COUNTS)
        continue;
      n_counting++;
      /* What ends first is said. */
      if (first->state != SMR_CLEARANCE_COUNTS || effects[i].until < first->until)
        first = &effects[i];
    }
  if (n_counting > 0 && n_counting < n_effects)
    return (SmrClearanceMark) { "smr-expiring-symbolic", _("Counts in part"), "warning" };
  return get_mark_of_one (first, today);
}
