#include "config.h"

#include "smr-workspace.h"

#include <glib/gi18n.h>

#include "smr-clock.h"
#include "smr-language.h"

struct _SmrWorkspace
{
  GObject       parent_instance;

  SmrCatalogue *builtin;
  SmrCatalogue *catalogue;      /* with the own exercises; the last of `catalogues` */
  GPtrArray    *catalogues;     /* (element-type SmrCatalogue) all that there were: pages hold on to their entries */
  GHashTable   *favourites;     /* a set, see smr_store_list_favourites() */
  SmrStore     *store;
  SmrPractice  *practice;
  gboolean      looking;        /* what the store tells now comes from outside */
};

G_DEFINE_FINAL_TYPE (SmrWorkspace, smr_workspace, G_TYPE_OBJECT)

enum
{
  CLIENT_CHANGED,
  PRACTICE_CHANGED,
  EXERCISES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
smr_workspace_finalize (GObject *object)
{
  SmrWorkspace *self = SMR_WORKSPACE (object);

  g_clear_pointer (&self->builtin, smr_catalogue_unref);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->favourites, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->practice, smr_practice_free);

  G_OBJECT_CLASS (smr_workspace_parent_class)->finalize (object);
}

static void
smr_workspace_class_init (SmrWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = smr_workspace_finalize;

  signals[CLIENT_CHANGED] = g_signal_new ("client-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[PRACTICE_CHANGED] = g_signal_new ("practice-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXERCISES_CHANGED] = g_signal_new ("exercises-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
smr_workspace_init (SmrWorkspace *self)
{
  self->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_catalogue_unref);
}

static gboolean
load_exercises (SmrWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) own = smr_store_list_own_exercises (self->store, error);
  GHashTable *favourites = own != NULL ? smr_store_list_favourites (self->store, error) : NULL;

  if (favourites == NULL)
    return FALSE;
  g_clear_pointer (&self->favourites, g_hash_table_unref);
  self->favourites = favourites;
  self->catalogue = own->len > 0 ? smr_catalogue_with_own (self->builtin, own) : smr_catalogue_ref (self->builtin);
  g_ptr_array_add (self->catalogues, self->catalogue);
  return TRUE;
}

static void
exercises_changed (SmrWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  if (load_exercises (self, &error))
    g_signal_emit (self, signals[EXERCISES_CHANGED], 0);
  else
    g_warning ("The own exercises could not be read: %s", error->message);
}

static void
store_changed_cb (SmrWorkspace *self)
{
  g_autoptr (SmrPractice) practice = NULL;

  /* Changes of our own are told by whoever made them. */
  if (!self->looking)
    return;

  practice = smr_store_load_practice (self->store, NULL);
  if (practice != NULL)
    {
      smr_practice_free (self->practice);
      self->practice = g_steal_pointer (&practice);
      g_signal_emit (self, signals[PRACTICE_CHANGED], 0);
    }
  exercises_changed (self);
  smr_workspace_client_changed (self, 0);
}

SmrWorkspace *
smr_workspace_new (SmrCatalogue *catalogue, SmrStore *store, GError **error)
{
  g_autoptr (SmrPractice) practice = smr_store_load_practice (store, error);
  g_autoptr (SmrWorkspace) self = NULL;

  if (practice == NULL)
    return NULL;

  self = g_object_new (SMR_TYPE_WORKSPACE, NULL);
  self->builtin = smr_catalogue_ref (catalogue);
  self->store = g_object_ref (store);
  self->practice = g_steal_pointer (&practice);
  if (!load_exercises (self, error))
    return NULL;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

SmrCatalogue *
smr_workspace_get_catalogue (SmrWorkspace *self)
{
  return self->catalogue;
}

SmrStore *
smr_workspace_get_store (SmrWorkspace *self)
{
  return self->store;
}

const SmrPractice *
smr_workspace_get_practice (SmrWorkspace *self)
{
  return self->practice;
}

gboolean
smr_workspace_save_practice (SmrWorkspace *self, const SmrPractice *practice, GError **error)
{
  SmrPractice *saved;

  if (!smr_store_save_practice (self->store, practice, error))
    return FALSE;

  saved = smr_practice_copy (practice);
  smr_practice_free (self->practice);
  self->practice = saved;
  g_signal_emit (self, signals[PRACTICE_CHANGED], 0);
  return TRUE;
}

void
smr_workspace_remember_printer (SmrWorkspace *self, const char *settings, const char *page_setup)
{
  g_autoptr (SmrPractice) practice = smr_practice_copy (self->practice);
  g_autoptr (GError) error = NULL;

  g_set_str (&practice->print_settings, settings);
  g_set_str (&practice->page_setup, page_setup);
  if (!smr_workspace_save_practice (self, practice, &error))
    g_warning ("The printer's settings could not be kept: %s", error->message);
}

SmrDate
smr_workspace_get_today (SmrWorkspace *self)
{
  return smr_clock_today ();
}

const char *
smr_workspace_get_language (SmrWorkspace *self)
{
  return smr_ui_language ();
}

const char *
smr_workspace_get_sheet_language (SmrWorkspace *self, const SmrClient *client)
{
  if (client != NULL && *client->language != '\0')
    return client->language;
  return *self->practice->language != '\0' ? self->practice->language : smr_ui_language ();
}

/* --- exercises -------------------------------------------------------------------------------------------- */

gboolean
smr_workspace_add_own_exercise (SmrWorkspace *self, const SmrOwnExercise *own, GError **error)
{
  if (!smr_store_add_own_exercise (self->store, own, error))
    return FALSE;
  exercises_changed (self);
  /* What names an earlier version is judged anew. */
  smr_workspace_client_changed (self, 0);
  return TRUE;
}

gboolean
smr_workspace_set_own_retired (SmrWorkspace *self, const char *series, gboolean retired, GError **error)
{
  if (!smr_store_set_own_retired (self->store, series, retired, error))
    return FALSE;
  exercises_changed (self);
  return TRUE;
}

/* An own exercise stays a favourite through its versions. */
static const char *
get_favourite_id (SmrWorkspace *self, const SmrExercise *exercise)
{
  const SmrOwnExercise *own = smr_catalogue_find_own (self->catalogue, exercise->id);

  return own != NULL ? own->series : exercise->id;
}

gboolean
smr_workspace_is_favourite (SmrWorkspace *self, const SmrExercise *exercise)
{
  return g_hash_table_contains (self->favourites, get_favourite_id (self, exercise));
}

gboolean
smr_workspace_set_favourite (SmrWorkspace *self, const SmrExercise *exercise, gboolean favourite, GError **error)
{
  const char *id = get_favourite_id (self, exercise);

  if (!smr_store_set_favourite (self->store, id, favourite, error))
    return FALSE;
  if (favourite)
    g_hash_table_add (self->favourites, (gpointer) id);
  else
    g_hash_table_remove (self->favourites, id);
  g_signal_emit (self, signals[EXERCISES_CHANGED], 0);
  return TRUE;
}

void
smr_workspace_exercises_imported (SmrWorkspace *self)
{
  exercises_changed (self);
}

void
smr_workspace_client_changed (SmrWorkspace *self, gint64 client)
{
  g_signal_emit (self, signals[CLIENT_CHANGED], 0, client);
}

void
smr_workspace_look_for_changes (SmrWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  self->looking = TRUE;
  if (!smr_store_look_for_changes (self->store, &error))
    g_warning ("The practice could not be looked at: %s", error->message);
  self->looking = FALSE;
}

char *
smr_workspace_describe_error (const GError *error)
{
  if (error->domain != SMR_STORE_ERROR)
    return g_strdup (error->message);

  switch ((SmrStoreError) error->code)
    {
    case SMR_STORE_ERROR_BUSY:
      return g_strdup (_("Another program is using this practice. Close it and try again."));
    case SMR_STORE_ERROR_FULL:
      return g_strdup (_("The disk is full. Nothing was changed. Make some room and try again."));
    case SMR_STORE_ERROR_READ_ONLY:
      return g_strdup (_("The practice cannot be written to. Nothing was changed. Check the permissions of its folder."));
    case SMR_STORE_ERROR_CORRUPT:
      return g_strdup (_("The practice file is damaged. Restore a backup in the preferences."));
    case SMR_STORE_ERROR_TOO_NEW:
      return g_strdup (_("This practice was made by a newer version of SMR Coach. Update the program to open it."));
    case SMR_STORE_ERROR_NOT_A_PRACTICE:
      return g_strdup (_("This file is not a practice of SMR Coach."));
    case SMR_STORE_ERROR_NOT_FOUND:
      return g_strdup (_("This record is not there any more."));
    case SMR_STORE_ERROR_CANNOT_OPEN:
    case SMR_STORE_ERROR_CONSTRAINT:
    case SMR_STORE_ERROR_FAILED:
      break;
    }
  return g_strdup_printf (_("This could not be done: %s"), error->message);
}
