#include "config.h"

#include "smr-outcome.h"

#include <glib/gi18n.h>

const char *
smr_attention_get_icon (SmrAttention attention)
{
  switch (attention)
    {
    case SMR_ATTENTION_NONE:
      return "smr-allowed-symbolic";
    case SMR_ATTENTION_EXPIRING:
      return "smr-expiring-symbolic";
    case SMR_ATTENTION_NO_FORM:
      return "document-edit-symbolic";
    case SMR_ATTENTION_NEEDS_CLEARANCE:
      return "smr-needs-clearance-symbolic";
    case SMR_ATTENTION_BLOCKED:
      return "smr-blocked-symbolic";
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_attention_get_label (SmrAttention attention)
{
  switch (attention)
    {
    case SMR_ATTENTION_NONE:
      return _("Ready");
    case SMR_ATTENTION_EXPIRING:
      return _("Expires soon");
    case SMR_ATTENTION_NO_FORM:
      return _("No valid form");
    case SMR_ATTENTION_NEEDS_CLEARANCE:
      return _("Needs clearance");
    case SMR_ATTENTION_BLOCKED:
      return _("Blocked");
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_attention_get_style (SmrAttention attention)
{
  switch (attention)
    {
    case SMR_ATTENTION_NONE:
      return "success";
    case SMR_ATTENTION_EXPIRING:
    case SMR_ATTENTION_NO_FORM:
    case SMR_ATTENTION_NEEDS_CLEARANCE:
      return "warning";
    case SMR_ATTENTION_BLOCKED:
      return "error";
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_outcome_get_icon (SmrOutcome outcome)
{
  switch (outcome)
    {
    case SMR_OUTCOME_ALLOWED:
      return "smr-allowed-symbolic";
    case SMR_OUTCOME_MODIFIED_DOSAGE:
      return "smr-gentle-symbolic";
    case SMR_OUTCOME_EXCLUDED_REGIONS:
      return "smr-region-out-symbolic";
    case SMR_OUTCOME_NEEDS_CLEARANCE:
      return "smr-needs-clearance-symbolic";
    case SMR_OUTCOME_BLOCKED:
      return "smr-blocked-symbolic";
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_outcome_get_label (SmrOutcome outcome)
{
  switch (outcome)
    {
    case SMR_OUTCOME_ALLOWED:
      return _("Allowed");
    case SMR_OUTCOME_MODIFIED_DOSAGE:
      return _("Gently");
    case SMR_OUTCOME_EXCLUDED_REGIONS:
      return _("Some regions out");
    case SMR_OUTCOME_NEEDS_CLEARANCE:
      return _("Needs clearance");
    case SMR_OUTCOME_BLOCKED:
      return _("Blocked");
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_outcome_get_style (SmrOutcome outcome)
{
  switch (outcome)
    {
    case SMR_OUTCOME_ALLOWED:
      return "success";
    case SMR_OUTCOME_MODIFIED_DOSAGE:
    case SMR_OUTCOME_EXCLUDED_REGIONS:
    case SMR_OUTCOME_NEEDS_CLEARANCE:
      return "warning";
    case SMR_OUTCOME_BLOCKED:
      return "error";
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_phase_get_label (SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return _("Roll");
    case SMR_PHASE_LENGTHEN:
      return _("Stretch");
    case SMR_PHASE_ACTIVATE:
      return _("Activate");
    case SMR_PHASE_INTEGRATE:
      return _("Move");
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_phase_get_icon (SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return "smr-roller-symbolic";
    case SMR_PHASE_LENGTHEN:
      return "smr-stretch-symbolic";
    case SMR_PHASE_ACTIVATE:
      return "smr-activate-symbolic";
    case SMR_PHASE_INTEGRATE:
      return "smr-integrate-symbolic";
    }
  g_return_val_if_reached (NULL);
}

const char *
smr_level_get_label (SmrLevel level)
{
  switch (level)
    {
    case SMR_LEVEL_BEGINNER:
      return _("Beginner");
    case SMR_LEVEL_INTERMEDIATE:
      return _("Intermediate");
    case SMR_LEVEL_ADVANCED:
      return _("Advanced");
    }
  g_return_val_if_reached (NULL);
}

char *
smr_date_format (SmrDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  g_return_val_if_fail (date != SMR_DATE_NONE, NULL);

  smr_date_get_ymd (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  /* Translators: a date such as "22 Nov 2026"; see the manual of g_date_time_format () */
  return g_date_time_format (time, _("%-d %b %Y"));
}
