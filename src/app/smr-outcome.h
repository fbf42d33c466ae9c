#pragma once

#include "smr-screening.h"

G_BEGIN_DECLS

/* How outcomes look: always an icon, a word and a colour together. */
const char *smr_attention_get_icon  (SmrAttention attention);
/* "Ready", "Form expires soon" ... */
const char *smr_attention_get_label (SmrAttention attention);
/* "success", "warning" or "error": a style class of libadwaita. */
const char *smr_attention_get_style (SmrAttention attention);

const char *smr_outcome_get_icon    (SmrOutcome outcome);
/* "Allowed", "Gently", "Some regions out" ... */
const char *smr_outcome_get_label   (SmrOutcome outcome);
const char *smr_outcome_get_style   (SmrOutcome outcome);

/* "Roll", "Stretch", "Activate", "Move" */
const char *smr_phase_get_label     (SmrPhase phase);
const char *smr_phase_get_icon      (SmrPhase phase);
const char *smr_level_get_label     (SmrLevel level);

/* A day as the locale writes it, with the month as a word. (transfer full) */
char       *smr_date_format         (SmrDate date);

G_END_DECLS
