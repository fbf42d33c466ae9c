#pragma once

#include <glib.h>

#include "smr-date.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* Something that came up after a form was signed and asks for a new one: a stop sign, or news about the client's health.
 * Which there are, and what each does, stands in the catalogue: see SmrStopSign. */
typedef struct
{
  gint64      id;
  gint64      added_at;        /* when the store took it, in seconds since 1970; 0: not known */
  SmrDate     date;            /* when it came up */
  const char *sign;            /* interned id of the catalogue's sign */
  GArray     *places;          /* (element-type SmrPlace) where; empty: not said */
  char       *done;            /* what was done about it */
  char       *note;
  gint64      session;         /* the row of the session in which it came up; 0: none */
} SmrIncident;

SmrIncident *smr_incident_new       (SmrDate date, const char *sign);
SmrIncident *smr_incident_copy      (const SmrIncident *self);
void         smr_incident_free      (SmrIncident *self);
void         smr_incident_add_place (SmrIncident *self, const char *site, SmrSide side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrIncident, smr_incident_free)

G_END_DECLS
