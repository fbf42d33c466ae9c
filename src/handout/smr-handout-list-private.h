#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* What the files of the "list" layout share, and what the other layouts use of it. */

#define SMR_LIST_MM (72.0 / 25.4)

#define SMR_LIST_HAIRLINE 0.4

/* --- parts (smr-handout-list-parts.c) --------------------------------------------------------------------- */

/* A sign centred on the capitals of a line of @face. */
void      smr_list_add_sign_on     (SmrBlock *block, const SmrSetter *setter, SmrFace face, SmrSign sign, double x, double baseline, double size);
/* Text behind a hanging sign. Returns the y below. */
double    smr_list_add_signed_text (SmrBlock *block, const SmrSetter *setter, SmrFace face, SmrSign sign, double sign_size,
                                    double x, double y, double width, const char *text);
/* The label stands before the text, on its first line. Returns the y below. */
double    smr_list_add_run_in      (SmrBlock *block, const SmrSetter *setter, double x, double y, double width, const char *label, const char *text);
/* A word in a rounded frame. Returns its width; drawn only if @block is given. */
double    smr_list_add_chip        (SmrBlock *block, const SmrSetter *setter, double x, double baseline, const char *text);
/* How far text stands behind a sign or a number. */
double    smr_list_get_indent      (const SmrSetter *setter);

/* The area is too narrow to stand words beside pictures. */
gboolean  smr_list_is_narrow       (const SmrSetter *setter);

/* The first page leaves room for more beneath: cards' steps, an overview's items. */
gboolean  smr_list_is_short        (const SmrSheetText *text);

/* --- first page (smr-handout-list.c) ---------------------------------------------------------------------- */

/* Head and safety. */
void      smr_list_add_first_page  (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter, double height);
SmrBlock *smr_list_new_signatures  (const SmrSheetText *text, const SmrSetter *setter);

/* --- safety (smr-handout-list-safety.c) ------------------------------------------------------------------- */

/* The box as large as it fits into @room, down to the usual size. */
SmrBlock *smr_list_new_stop_box       (const SmrSheetText *text, const SmrSetter *setter, double room);
/* Regions in large print. */
SmrBlock *smr_list_new_excluded       (const SmrSheetList *list, const SmrSetter *setter);
/* What holds always: the client's limits, what nobody rolls. */
SmrBlock *smr_list_new_standing_rules (const SmrSheetText *text, const SmrSetter *setter);

/* --- phases (smr-handout-list-phases.c) ------------------------------------------------------------------- */

/* One hue a phase, all of about the same darkness, so that grey paper shows one grey. */
extern const SmrInk smr_phase_inks[SMR_N_PHASES];

SmrBlock *smr_list_new_phase_title    (const SmrSheetPhase *phase, const SmrSetter *setter);
SmrBlock *smr_list_new_locked_phase   (const SmrSheetPhase *phase, const SmrSetter *setter);
SmrBlock *smr_list_new_after          (const SmrSheetPhase *phase, const SmrSetter *setter);
/* Title, items and what follows them, or the one line of a locked phase. */
void      smr_list_add_phase          (GPtrArray *blocks, const SmrSheetText *text, const SmrSheetPhase *phase, const SmrSetter *setter);

G_END_DECLS
