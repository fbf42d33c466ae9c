#pragma once

#include "smr-catalogue.h"
#include "smr-screening.h"
#include "smr-store.h"

G_BEGIN_DECLS

/* What every page of the window works with: the open practice, the catalogue, today. Changes of records go through
 * the store and are then told here, so that the other pages follow. */

#define SMR_TYPE_WORKSPACE (smr_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SmrWorkspace, smr_workspace, SMR, WORKSPACE, GObject)

/* NULL and @error when the practice cannot be read. */
SmrWorkspace      *smr_workspace_new           (SmrCatalogue *catalogue, SmrStore *store, GError **error);

/* With the exercises of the practice's own. Valid as long as @self, also when another one takes its place. */
SmrCatalogue      *smr_workspace_get_catalogue (SmrWorkspace *self);
SmrStore          *smr_workspace_get_store     (SmrWorkspace *self);
/* Valid until it is saved the next time. */
const SmrPractice *smr_workspace_get_practice  (SmrWorkspace *self);
gboolean           smr_workspace_save_practice (SmrWorkspace *self, const SmrPractice *practice, GError **error);
/* What the print dialog was left with, for the next time. */
void               smr_workspace_remember_printer (SmrWorkspace *self, const char *settings, const char *page_setup);
SmrDate            smr_workspace_get_today     (SmrWorkspace *self);
/* Of the interface, for texts of the catalogue. */
const char        *smr_workspace_get_language  (SmrWorkspace *self);
/* The language of this client's sheets; NULL: of papers that are for nobody in particular. @client: (nullable) */
const char        *smr_workspace_get_sheet_language (SmrWorkspace *self, const SmrClient *client);

/* --- own exercises and favourites; whatever changes them emits "exercises-changed" */
gboolean           smr_workspace_add_own_exercise (SmrWorkspace *self, const SmrOwnExercise *own, GError **error);
gboolean           smr_workspace_set_own_retired  (SmrWorkspace *self, const char *series, gboolean retired, GError **error);
gboolean           smr_workspace_is_favourite     (SmrWorkspace *self, const SmrExercise *exercise);
gboolean           smr_workspace_set_favourite    (SmrWorkspace *self, const SmrExercise *exercise, gboolean favourite, GError **error);
/* Files brought clients, and perhaps exercises that their routines name. */
void               smr_workspace_exercises_imported (SmrWorkspace *self);

/* Emits "client-changed" with the id; 0: it may be any client. */
void               smr_workspace_client_changed (SmrWorkspace *self, gint64 client);
/* Follows what another program wrote meanwhile; costs next to nothing when it did not. */
void               smr_workspace_look_for_changes (SmrWorkspace *self);

/* What the store could not do, in words for the reader and with a way out. (transfer full) */
char              *smr_workspace_describe_error (const GError *error);

G_END_DECLS
