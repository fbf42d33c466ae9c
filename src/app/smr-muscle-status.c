#include "config.h"

#include "smr-muscle-status.h"

#include <glib/gi18n.h>

static SmrPhase
get_phase (SmrRole role)
{
  return role == SMR_ROLE_UNDERACTIVE ? SMR_PHASE_ACTIVATE : SMR_PHASE_INHIBIT;
}

SmrSide
smr_muscle_get_sides_out (const SmrMuscle *muscle, SmrRole role, SmrScreening *screening)
{
  static const SmrSide each[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };
  SmrPhase phase = get_phase (role);
  SmrSide out = SMR_SIDE_NONE;

  if (!muscle->paired)
    return smr_screening_get_muscle (screening, phase, muscle, SMR_SIDE_MIDLINE) == SMR_OUTCOME_EXCLUDED_REGIONS ? SMR_SIDE_MIDLINE : SMR_SIDE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    {
      if (smr_screening_get_muscle (screening, phase, muscle, each[i]) == SMR_OUTCOME_EXCLUDED_REGIONS)
        out |= each[i];
    }
  return out;
}

/* Which row of the form it is, in a word or two. */
static const char *
get_cause (const SmrMuscle *muscle, SmrPhase phase, SmrSide side, SmrCatalogue *catalogue, SmrScreening *screening, const char *language)
{
  g_autoptr (GPtrArray) reasons = smr_screening_explain (screening, phase, muscle, side);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      const SmrText *name = reason->places->len > 0 ? smr_catalogue_get_rule_name (catalogue, reason->condition) : NULL;

      if (name != NULL)
        return smr_text_get (name, language);
    }
  return _("health form");
}

char *
smr_muscle_dup_out_text (const SmrMuscle *muscle, SmrRole role, SmrSide out, SmrCatalogue *catalogue,
                         SmrScreening *screening, const char *language)
{
  const char *cause = get_cause (muscle, get_phase (role), out, catalogue, screening, language);

  switch (out)
    {
    case SMR_SIDE_LEFT:
      /* Translators: why one side of a muscle is left out: "Left side out: Surgery" */
      return g_strdup_printf (_("Left side out: %s"), cause);
    case SMR_SIDE_RIGHT:
      return g_strdup_printf (_("Right side out: %s"), cause);
    case SMR_SIDE_BOTH:
    case SMR_SIDE_MIDLINE:
      return g_strdup_printf (_("Out: %s"), cause);
    case SMR_SIDE_NONE:
      break;
    }
  g_return_val_if_reached (NULL);
}
