#include "smr-record.h"

SmrIncident *
smr_incident_new (SmrDate date, const char *sign)
{
  SmrIncident *self = g_new0 (SmrIncident, 1);

  self->date = date;
  self->sign = g_intern_string (sign);
  self->places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  self->done = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

SmrIncident *
smr_incident_copy (const SmrIncident *self)
{
  SmrIncident *copy = g_memdup2 (self, sizeof *self);

  copy->places = g_array_copy (self->places);
  copy->done = g_strdup (self->done);
  copy->note = g_strdup (self->note);
  return copy;
}

void
smr_incident_free (SmrIncident *self)
{
  g_array_unref (self->places);
  g_free (self->done);
  g_free (self->note);
  g_free (self);
}

void
smr_incident_add_place (SmrIncident *self, const char *site, SmrSide side)
{
  SmrPlace place = { g_intern_string (site), side };

  g_array_append_val (self->places, place);
}
