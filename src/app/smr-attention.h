#pragma once

#include "smr-gate.h"
#include "smr-store.h"

G_BEGIN_DECLS

/* Who and what needs attention on a day: clients whose form or clearance is missing or ends, letters without a reply,
 * and routines and issued sheets that no longer pass. The command line and the window both ask here. */

#define SMR_TYPE_CONCERN (smr_concern_get_type ())
G_DECLARE_FINAL_TYPE (SmrConcern, smr_concern, SMR, CONCERN, GObject)

/* One thing about one client; not changed any more. */
struct _SmrConcern
{
  GObject      parent_instance;

  gint64       client;
  char        *name;           /* of the client */
  SmrAttention attention;      /* NONE: it is about a routine or a letter */
  SmrDate      until;          /* last valid day of form and clearances; SMR_DATE_NONE: not known, or about a routine */
  gint64       letter;         /* that is without a reply for too long; 0: it is not about one */
  gint64       routine;        /* 0: it is about the client */
  int          version;
  char        *title;          /* (nullable) of the routine */
  SmrDate      issued;         /* when this version was handed out; SMR_DATE_NONE: it was not */
  char        *reason;         /* (nullable): what is behind it, in the language that was asked for */
};

/* "expiring", "no_form", "needs_clearance", "blocked", "letter" or "routine" */
const char *smr_concern_get_what  (SmrConcern *self);
/* What is the matter, in the words of the interface. (transfer full) */
char       *smr_concern_dup_text  (SmrConcern *self);

/* What is to say of the client, whatever was archived left out. (transfer full) (element-type SmrConcern): empty: nothing;
 * NULL and @error: the records cannot be read. */
GPtrArray  *smr_attention_collect (SmrCatalogue *catalogue, SmrStore *store, gint64 client, SmrDate date, const char *language, GError **error);

G_END_DECLS
