#pragma once

#include <glib-object.h>

#include "smr-date.h"

G_BEGIN_DECLS

/* A letter that asked a physician for a clearance, and what became of it. The letter and its events are only ever added. */

typedef enum
{
  SMR_LETTER_SENT,             /* or handed over */
  SMR_LETTER_RECEIVED,         /* a clearance came */
  SMR_LETTER_REFUSED,          /* the physician does not agree */
  SMR_LETTER_NO_ANSWER,        /* nobody waits for one any more */
} SmrLetterEventKind;

#define SMR_N_LETTER_EVENTS 4

/* "sent", "received", "refused", "no_answer" */
const char *smr_letter_event_kind_to_string   (SmrLetterEventKind kind);
gboolean    smr_letter_event_kind_from_string (const char *text, SmrLetterEventKind *kind);

typedef struct
{
  SmrLetterEventKind kind;
  SmrDate            date;
  char              *how;      /* by post, by hand, by fax */
  gint64             clearance;/* `id` of the record's clearance that came; 0: none */
} SmrLetterEvent;

typedef struct
{
  gint64     id;
  SmrDate    dated;
  char      *physician;
  char      *address;          /* practice and address, a few lines */
  GPtrArray *conditions;       /* (element-type utf8) interned ids of the rows it asks about */
  GPtrArray *events;           /* (element-type SmrLetterEvent) as they were added */
} SmrLetter;

/* A reply that takes longer is worth a call. */
#define SMR_LETTER_REPLY_DAYS 14

SmrLetterEvent *smr_letter_event_new  (SmrLetterEventKind kind, SmrDate date);
SmrLetterEvent *smr_letter_event_copy (const SmrLetterEvent *self);
void            smr_letter_event_free (SmrLetterEvent *self);

SmrLetter      *smr_letter_new  (SmrDate dated);
SmrLetter      *smr_letter_copy (const SmrLetter *self);
void            smr_letter_free (SmrLetter *self);

/* The day on which it was last sent; SMR_DATE_NONE when it was never sent, or when an end was noted after that. */
SmrDate         smr_letter_get_waiting_since (const SmrLetter *self);
/* Sent over SMR_LETTER_REPLY_DAYS ago, and still without a reply. */
gboolean        smr_letter_is_overdue        (const SmrLetter *self, SmrDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrLetterEvent, smr_letter_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrLetter, smr_letter_free)

G_END_DECLS
