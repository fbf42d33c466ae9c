#include "config.h"

#include "smr-client-model.h"

#include <gtk/gtk.h>

/* A list makes widgets for far more rows than it shows. So the rest of the rows waits until the first frame was drawn,
 * or until the search has stopped changing. */
#define MORE_AFTER_MS 150
#define MORE_ROWS 2000

/* --- item ------------------------------------------------------------------------------------------------- */

struct _SmrClientItem
{
  GObject           parent_instance;

  SmrWorkspace     *workspace;
  SmrClientSummary *summary;
  int               attention;  /* an SmrAttention; -1: not looked at yet */
};

G_DEFINE_FINAL_TYPE (SmrClientItem, smr_client_item, G_TYPE_OBJECT)

gint64
smr_client_item_get_id (SmrClientItem *self)
{
  return self->summary->id;
}

const char *
smr_client_item_get_name (SmrClientItem *self)
{
  return self->summary->name;
}

gboolean
smr_client_item_get_archived (SmrClientItem *self)
{
  return self->summary->archived;
}

SmrAttention
smr_client_item_get_attention (SmrClientItem *self)
{
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrScreening) screening = NULL;

  if (self->attention >= 0)
    return self->attention;

  record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->summary->id, NULL);
  /* What cannot be read is not fine. */
  if (record == NULL)
    return SMR_ATTENTION_BLOCKED;

  screening = smr_screening_new (smr_workspace_get_catalogue (self->workspace), record,
                                 smr_workspace_get_today (self->workspace));
  self->attention = smr_screening_get_attention (screening);
  return self->attention;
}

static void
smr_client_item_finalize (GObject *object)
{
  SmrClientItem *self = SMR_CLIENT_ITEM (object);

  smr_client_summary_free (self->summary);
  g_object_unref (self->workspace);

  G_OBJECT_CLASS (smr_client_item_parent_class)->finalize (object);
}

static void
smr_client_item_class_init (SmrClientItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_client_item_finalize;
}

static void
smr_client_item_init (SmrClientItem *self)
{
  self->attention = -1;
}

static SmrClientItem *
smr_client_item_new_take (SmrWorkspace *workspace, SmrClientSummary *summary)
{
  SmrClientItem *self = g_object_new (SMR_TYPE_CLIENT_ITEM, NULL);

  self->workspace = g_object_ref (workspace);
  self->summary = summary;
  return self;
}

/* --- model ------------------------------------------------------------------------------------------------ */

struct _SmrClientModel
{
  GObject       parent_instance;

  SmrWorkspace *workspace;
  char         *search;
  gboolean      with_archived;
  GPtrArray    *summaries;      /* (element-type SmrClientSummary) (nullable): taken by its item once that exists */
  GPtrArray    *items;          /* (element-type SmrClientItem) (nullable): made when asked for */
  guint         more_source;
};

static void smr_client_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmrClientModel, smr_client_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, smr_client_model_iface_init))

static GType
smr_client_model_get_item_type (GListModel *model)
{
  return SMR_TYPE_CLIENT_ITEM;
}

static guint
smr_client_model_get_n_items (GListModel *model)
{
  return SMR_CLIENT_MODEL (model)->items->len;
}

static gpointer
smr_client_model_get_item (GListModel *model, guint position)
{
  SmrClientModel *self = SMR_CLIENT_MODEL (model);

  if (position >= self->items->len)
    return NULL;

  if (g_ptr_array_index (self->items, position) == NULL)
    {
      SmrClientSummary *summary = g_steal_pointer (&g_ptr_array_index (self->summaries, position));

      g_ptr_array_index (self->items, position) = smr_client_item_new_take (self->workspace, summary);
    }
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
smr_client_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = smr_client_model_get_item_type;
  iface->get_n_items = smr_client_model_get_n_items;
  iface->get_item = smr_client_model_get_item;
}

/* The next rows of the search into the arrays; how many they were. */
static guint
load (SmrClientModel *self, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = smr_store_search_clients (smr_workspace_get_store (self->workspace), self->search,
                                                          self->with_archived, limit, self->items->len, &error);
  guint n_found;

  if (found == NULL)
    {
      g_warning ("Clients could not be read: %s", error->message);
      return 0;
    }

  n_found = found->len;
  g_ptr_array_extend_and_steal (self->summaries, g_steal_pointer (&found));
  g_ptr_array_set_size (self->items, self->items->len + n_found);
  return n_found;
}

static gboolean
load_more_cb (gpointer user_data)
{
  SmrClientModel *self = user_data;
  guint position = self->items->len;
  guint added = load (self, MORE_ROWS);

  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 0, added);
  if (added == MORE_ROWS)
    return G_SOURCE_CONTINUE;

  self->more_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
start_loading_cb (gpointer user_data)
{
  SmrClientModel *self = user_data;

  self->more_source = g_idle_add_full (G_PRIORITY_LOW, load_more_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
reload (SmrClientModel *self, guint first_rows)
{
  guint removed = self->items->len;

  g_clear_handle_id (&self->more_source, g_source_remove);
  g_ptr_array_set_size (self->summaries, 0);
  g_ptr_array_set_size (self->items, 0);
  if (load (self, first_rows) == first_rows)
    self->more_source = g_timeout_add_full (G_PRIORITY_LOW, MORE_AFTER_MS, start_loading_cb, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->items->len);
}

/* As many rows as before, so that the list stays where it was scrolled to. */
static void
client_changed_cb (SmrClientModel *self)
{
  reload (self, MAX (self->items->len, SMR_CLIENT_MODEL_FIRST_ROWS));
}

static void
clear_summary (gpointer data)
{
  if (data != NULL)
    smr_client_summary_free (data);
}

static void
clear_item (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
smr_client_model_finalize (GObject *object)
{
  SmrClientModel *self = SMR_CLIENT_MODEL (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  g_free (self->search);

  G_OBJECT_CLASS (smr_client_model_parent_class)->finalize (object);
}

static void
smr_client_model_class_init (SmrClientModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_client_model_finalize;
}

static void
smr_client_model_init (SmrClientModel *self)
{
  self->summaries = g_ptr_array_new_with_free_func (clear_summary);
  self->items = g_ptr_array_new_with_free_func (clear_item);
  self->search = g_strdup ("");
}

SmrClientModel *
smr_client_model_new (SmrWorkspace *workspace)
{
  SmrClientModel *self = g_object_new (SMR_TYPE_CLIENT_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self, SMR_CLIENT_MODEL_FIRST_ROWS);
  return self;
}

void
smr_client_model_set_search (SmrClientModel *self, const char *search)
{
  if (g_set_str (&self->search, search != NULL ? search : ""))
    reload (self, SMR_CLIENT_MODEL_FIRST_ROWS);
}

void
smr_client_model_set_archived (SmrClientModel *self, gboolean with_archived)
{
  if (self->with_archived == with_archived)
    return;
  self->with_archived = with_archived;
  reload (self, SMR_CLIENT_MODEL_FIRST_ROWS);
}

guint
smr_client_model_find (SmrClientModel *self, gint64 id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SmrClientItem *item = g_ptr_array_index (self->items, i);
      SmrClientSummary *summary = item != NULL ? item->summary : g_ptr_array_index (self->summaries, i);

      if (summary->id == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}
