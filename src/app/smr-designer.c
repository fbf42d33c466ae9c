#include "config.h"

#include "smr-designer.h"

#include <glib/gi18n.h>

#include "smr-history.h"
#include "smr-plan-merge.h"
#include "smr-routine-words.h"

#define SAVE_DELAY_MILLISECONDS 1000

struct _SmrDesigner
{
  GObject       parent_instance;

  SmrWorkspace *workspace;
  gint64        client;
  gint64        id;            /* where the store keeps the routine; 0: nowhere yet */
  int           version;
  SmrRecord    *record;
  SmrScreening *screening;
  SmrHistory   *history;
  SmrRoutine   *saved;         /* (nullable): as the store has it */
  SmrPlan      *plan;          /* for the picks of the current routine */
  SmrPlan      *whole_plan;    /* (nullable): the same without a budget of minutes, once it was asked for */
  SmrPlan      *fit;           /* (nullable): of the last step, if that was fitting it into minutes */
  GPtrArray    *findings;
  guint         save_source;
  gboolean      saving;
  gboolean      save_failed;   /* said once, until it works again */
};

G_DEFINE_FINAL_TYPE (SmrDesigner, smr_designer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FOLLOWED,
  LOST,
  SAVE_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- looking ---------------------------------------------------------------------------------------------- */

SmrRoutine *
smr_designer_get_routine (SmrDesigner *self)
{
  return smr_history_get_current (self->history);
}

SmrPlan *
smr_designer_get_plan (SmrDesigner *self)
{
  return self->plan;
}

SmrScreening *
smr_designer_get_screening (SmrDesigner *self)
{
  return self->screening;
}

GPtrArray *
smr_designer_get_findings (SmrDesigner *self)
{
  return self->findings;
}

const SmrRecord *
smr_designer_get_record (SmrDesigner *self)
{
  return self->record;
}

const SmrClient *
smr_designer_get_client (SmrDesigner *self)
{
  return self->record->client;
}

SmrCatalogue *
smr_designer_get_catalogue (SmrDesigner *self)
{
  return smr_workspace_get_catalogue (self->workspace);
}

const char *
smr_designer_get_language (SmrDesigner *self)
{
  return smr_workspace_get_language (self->workspace);
}

SmrWorkspace *
smr_designer_get_workspace (SmrDesigner *self)
{
  return self->workspace;
}

gint64
smr_designer_get_client_id (SmrDesigner *self)
{
  return self->client;
}

gint64
smr_designer_get_routine_id (SmrDesigner *self)
{
  return self->id;
}

int
smr_designer_get_version (SmrDesigner *self)
{
  return self->version;
}

gboolean
smr_designer_is_editable (SmrDesigner *self)
{
  return smr_designer_get_routine (self)->status == SMR_ROUTINE_DRAFT;
}

gboolean
smr_designer_has_picks (SmrDesigner *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self);

  return routine->overactive->len + routine->underactive->len > 0;
}

gboolean
smr_designer_is_changed_by_hand (SmrDesigner *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self);
  g_autoptr (SmrRoutine) planned = smr_routine_with_title (self->plan->routine, routine->title);

  return !smr_routine_equal (planned, routine);
}

SmrRoutineState
smr_designer_get_state (SmrDesigner *self)
{
  return (SmrRoutineState) {
    .catalogue = smr_designer_get_catalogue (self),
    .language = smr_designer_get_language (self),
    .screening = self->screening,
    .routine = smr_designer_get_routine (self),
    .plan = self->plan,
    .fit = self->fit,
    .findings = self->findings,
    .request = smr_designer_get_request (self, smr_designer_get_routine (self)),
    .editable = smr_designer_is_editable (self),
  };
}

/* --- planning --------------------------------------------------------------------------------------------- */

SmrPlanRequest
smr_designer_get_request (SmrDesigner *self, const SmrRoutine *routine)
{
  return (SmrPlanRequest) {
    .overactive = routine->overactive,
    .underactive = routine->underactive,
    .level = routine->level,
    .setting = routine->setting,
    .kit = (const char * const *) self->record->client->kit,
    .no_floor = routine->no_floor,
    .accept_substitutes = routine->accept_substitutes,
    .minutes = routine->minutes,
  };
}

static SmrPlan *
make_plan (SmrDesigner *self, const SmrRoutine *routine)
{
  SmrPlanRequest request = smr_designer_get_request (self, routine);

  return smr_plan_new (smr_designer_get_catalogue (self), self->screening, &request);
}

/* Everything that follows from the routine and the record. */
static void
derive (SmrDesigner *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self);
  SmrCatalogue *catalogue = smr_designer_get_catalogue (self);
  SmrDate today = smr_workspace_get_today (self->workspace);

  /* An edit changes nothing about the client. */
  if (self->screening == NULL || smr_screening_get_date (self->screening) != today)
    {
      g_clear_pointer (&self->screening, smr_screening_unref);
      self->screening = smr_screening_new (catalogue, self->record, today);
    }
  g_clear_pointer (&self->whole_plan, smr_plan_free);
  g_clear_pointer (&self->plan, smr_plan_free);
  self->plan = make_plan (self, routine);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = smr_gate_check (catalogue, self->screening, routine);
}

GPtrArray *
smr_designer_check_trios (SmrDesigner *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self);
  SmrPlanRequest request = smr_designer_get_request (self, routine);

  request.minutes = 0;
  if (self->whole_plan == NULL && routine->minutes > 0)
    self->whole_plan = smr_plan_new (smr_designer_get_catalogue (self), self->screening, &request);
  return smr_trio_check (smr_designer_get_catalogue (self), routine, self->whole_plan != NULL ? self->whole_plan : self->plan);
}

static void
update (SmrDesigner *self)
{
  derive (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- saving ----------------------------------------------------------------------------------------------- */

static gboolean
needs_saving (SmrDesigner *self)
{
  if (!smr_designer_is_editable (self) || (self->id == 0 && !smr_designer_has_picks (self)))
    return FALSE;
  return self->saved == NULL || !smr_routine_equal (self->saved, smr_designer_get_routine (self));
}

/* (transfer full) */
static SmrRoutine *
make_stored (SmrDesigner *self)
{
  SmrRoutine *stored = smr_routine_copy (smr_designer_get_routine (self));

  stored->id = self->id;
  stored->version = self->version;
  if (*stored->title == '\0')
    {
      g_free (stored->title);
      stored->title = smr_routine_dup_default_title (stored, smr_designer_get_catalogue (self), smr_designer_get_language (self));
    }
  return stored;
}

static void
say_save_failed (SmrDesigner *self, const GError *error)
{
  if (!self->save_failed)
    g_signal_emit (self, signals[SAVE_FAILED], 0, error);
  self->save_failed = TRUE;
}

gboolean
smr_designer_save (SmrDesigner *self)
{
  g_autoptr (SmrRoutine) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!needs_saving (self))
    return TRUE;

  stored = make_stored (self);
  self->saving = TRUE;
  if (!smr_store_save_routine (smr_workspace_get_store (self->workspace), self->client, stored, &self->id, &self->version, &error))
    {
      self->saving = FALSE;
      say_save_failed (self, error);
      return FALSE;
    }

  self->save_failed = FALSE;
  g_clear_pointer (&self->saved, smr_routine_unref);
  self->saved = smr_routine_ref (smr_designer_get_routine (self));
  smr_workspace_client_changed (self->workspace, self->client);
  self->saving = FALSE;
  return TRUE;
}

static gboolean
save_timeout_cb (gpointer user_data)
{
  SmrDesigner *self = user_data;

  self->save_source = 0;
  smr_designer_save (self);
  return G_SOURCE_REMOVE;
}

/* Not put off by further changes: whatever happens, no more than the last second is lost. */
static void
schedule_save (SmrDesigner *self)
{
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MILLISECONDS, save_timeout_cb, self);
}

/* --- changes ---------------------------------------------------------------------------------------------- */

void
smr_designer_change (SmrDesigner *self, SmrRoutine *routine, const char *label, gboolean join)
{
  g_return_if_fail (smr_designer_is_editable (self));

  g_clear_pointer (&self->fit, smr_plan_free);
  smr_history_push (self->history, routine, label, join);
  schedule_save (self);
  update (self);
}

/* A title that nobody gave follows the picks. */
static void
follow_with_title (SmrDesigner *self, const SmrRoutine *before, SmrRoutine *now)
{
  g_autofree char *title = smr_routine_dup_default_title (before, smr_designer_get_catalogue (self), smr_designer_get_language (self));

  if (*before->title != '\0' && !g_str_equal (before->title, title))
    return;
  g_free (now->title);
  now->title = smr_routine_dup_default_title (now, smr_designer_get_catalogue (self), smr_designer_get_language (self));
}

SmrRoutine *
smr_designer_plan_for (SmrDesigner *self, const SmrRoutine *wanted)
{
  g_autoptr (SmrPlan) plan = make_plan (self, wanted);
  SmrRoutine *merged = smr_plan_merge (self->plan->routine, smr_designer_get_routine (self), plan->routine);

  follow_with_title (self, smr_designer_get_routine (self), merged);
  return merged;
}

static void
say_lost (SmrDesigner *self, GPtrArray *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (items, i);
      const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self), item->exercise);

      g_strv_builder_add (builder, exercise != NULL ? smr_text_get (exercise->name, smr_designer_get_language (self)) : item->exercise);
    }
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);
  g_signal_emit (self, signals[LOST], 0, list);
}

void
smr_designer_replan (SmrDesigner *self, const SmrRoutine *wanted, const char *label, gboolean join)
{
  g_autoptr (SmrRoutine) before = smr_routine_ref (self->plan->routine);
  g_autoptr (SmrRoutine) edited = smr_routine_ref (smr_designer_get_routine (self));
  g_autoptr (SmrRoutine) planned = smr_designer_plan_for (self, wanted);
  g_autoptr (GPtrArray) lost = smr_plan_merge_list_lost (before, edited, planned);

  smr_designer_change (self, planned, label, join);
  if (lost->len > 0)
    say_lost (self, lost);
}

void
smr_designer_fit_minutes (SmrDesigner *self, int minutes)
{
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (smr_designer_get_routine (self));
  g_autoptr (SmrRoutine) planned = NULL;
  g_autofree char *label = minutes > 0 ? g_strdup_printf (ngettext ("fitting into %d minute", "fitting into %d minutes", minutes), minutes)
                                       : g_strdup (_("removal of the time limit"));
  SmrPlanRequest request;
  SmrPlan *fit;

  wanted->minutes = minutes;
  planned = smr_designer_plan_for (self, wanted);
  request = smr_designer_get_request (self, planned);
  fit = smr_plan_fit (planned, smr_designer_get_catalogue (self), self->screening, &request, minutes);
  smr_designer_change (self, fit->routine, label, FALSE);
  self->fit = fit;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
smr_designer_plan_anew (SmrDesigner *self)
{
  g_autoptr (SmrRoutine) next = smr_routine_copy (smr_designer_get_routine (self));

  g_ptr_array_set_size (next->items, 0);
  for (guint i = 0; i < self->plan->routine->items->len; i++)
    g_ptr_array_add (next->items, smr_item_copy (g_ptr_array_index (self->plan->routine->items, i)));
  smr_designer_change (self, next, _("planning anew"), FALSE);
}

static void
take_routine (SmrDesigner *self, SmrRoutine *routine, gboolean is_saved)
{
  g_clear_pointer (&self->history, smr_history_free);
  self->history = smr_history_new (routine);
  self->id = routine->id;
  self->version = routine->version;
  g_clear_pointer (&self->saved, smr_routine_unref);
  self->saved = is_saved ? smr_routine_ref (routine) : NULL;
}

void
smr_designer_begin_version (SmrDesigner *self)
{
  g_autoptr (SmrRoutine) draft = smr_routine_copy (smr_designer_get_routine (self));

  draft->status = SMR_ROUTINE_DRAFT;
  draft->issued = SMR_DATE_NONE;
  take_routine (self, draft, FALSE);
  smr_designer_save (self);
  update (self);
}

gboolean
smr_designer_undo (SmrDesigner *self)
{
  if (!smr_history_undo (self->history))
    return FALSE;
  g_clear_pointer (&self->fit, smr_plan_free);
  schedule_save (self);
  update (self);
  return TRUE;
}

gboolean
smr_designer_redo (SmrDesigner *self)
{
  if (!smr_history_redo (self->history))
    return FALSE;
  g_clear_pointer (&self->fit, smr_plan_free);
  schedule_save (self);
  update (self);
  return TRUE;
}

const char *
smr_designer_get_undo_label (SmrDesigner *self)
{
  return smr_history_get_undo_label (self->history);
}

const char *
smr_designer_get_redo_label (SmrDesigner *self)
{
  return smr_history_get_redo_label (self->history);
}

/* --- following the store ---------------------------------------------------------------------------------- */

static SmrRoutine *
find_routine (const SmrRecord *record, gint64 id)
{
  for (guint i = 0; i < record->routines->len; i++)
    {
      SmrRoutine *routine = g_ptr_array_index (record->routines, i);

      if (routine->id == id)
        return routine;
    }
  return NULL;
}

/* Other tools or another form make another plan: a draft follows, with what was done by hand. */
static void
follow_record (SmrDesigner *self)
{
  g_autoptr (SmrRoutine) before = smr_routine_ref (self->plan->routine);
  g_autoptr (SmrRoutine) merged = NULL;

  update (self);
  if (!smr_designer_is_editable (self) || smr_routine_equal (before, self->plan->routine))
    return;
  merged = smr_plan_merge (before, smr_designer_get_routine (self), self->plan->routine);
  if (smr_routine_equal (merged, smr_designer_get_routine (self)))
    return;
  smr_designer_change (self, merged, _("following of the client’s record"), FALSE);
  g_signal_emit (self, signals[FOLLOWED], 0);
}

/* The form may have changed, or this version was handed out. */
static void
client_changed_cb (SmrDesigner *self, gint64 client)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record;
  SmrRoutine *stored;

  if (self->saving || (client != 0 && client != self->client))
    return;
  record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, &error);
  if (record == NULL)
    {
      /* An erased client's draft is not kept either; other errors are met again when saving. */
      if (g_error_matches (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND))
        g_clear_handle_id (&self->save_source, g_source_remove);
      return;
    }

  smr_record_free (self->record);
  self->record = record;
  g_clear_pointer (&self->screening, smr_screening_unref);
  stored = self->id != 0 ? find_routine (self->record, self->id) : NULL;
  if (stored != NULL && (stored->status != smr_designer_get_routine (self)->status || stored->version != self->version))
    {
      take_routine (self, stored, TRUE);
      update (self);
      return;
    }
  follow_record (self);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_designer_dispose (GObject *object)
{
  g_clear_handle_id (&SMR_DESIGNER (object)->save_source, g_source_remove);

  G_OBJECT_CLASS (smr_designer_parent_class)->dispose (object);
}

static void
smr_designer_finalize (GObject *object)
{
  SmrDesigner *self = SMR_DESIGNER (object);

  g_clear_pointer (&self->history, smr_history_free);
  g_clear_pointer (&self->saved, smr_routine_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->fit, smr_plan_free);
  g_clear_pointer (&self->whole_plan, smr_plan_free);
  g_clear_pointer (&self->plan, smr_plan_free);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_designer_parent_class)->finalize (object);
}

static void
smr_designer_class_init (SmrDesignerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = smr_designer_dispose;
  object_class->finalize = smr_designer_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOLLOWED] = g_signal_new ("followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOST] = g_signal_new ("lost", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
smr_designer_init (SmrDesigner *self)
{
}

static SmrRoutine *
make_new_routine (SmrWorkspace *workspace, const SmrClient *client)
{
  SmrRoutine *routine = smr_routine_new ("");

  routine->created = smr_workspace_get_today (workspace);
  routine->level = client->level;
  routine->setting = client->setting;
  return routine;
}

SmrDesigner *
smr_designer_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  g_autoptr (SmrRoutine) fresh = NULL;
  SmrRoutine *stored;
  SmrDesigner *self;

  if (record == NULL)
    return NULL;
  stored = routine != 0 ? find_routine (record, routine) : NULL;
  if (routine != 0 && stored == NULL)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "routine %" G_GINT64_FORMAT " is not there", routine);
      return NULL;
    }

  self = g_object_new (SMR_TYPE_DESIGNER, NULL);
  self->workspace = g_object_ref (workspace);
  self->client = client;
  self->record = g_steal_pointer (&record);
  fresh = stored == NULL ? make_new_routine (workspace, self->record->client) : NULL;
  take_routine (self, stored != NULL ? stored : fresh, stored != NULL);
  derive (self);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
