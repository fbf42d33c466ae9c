#include "config.h"

#include "smr-attention-model.h"

#include "smr-attention.h"
#include "smr-fold.h"

#define BATCH 500
#define SLICE_MICROSECONDS 4000

/* While scanning, what is found waits in `found`; it takes the place of `concerns` when everybody has been looked at, so
 * that a list on the screen does not empty and fill up again. */
struct _SmrAttentionModel
{
  GObject       parent_instance;

  SmrWorkspace *workspace;
  SmrDate       date;           /* of the last scan; SMR_DATE_NONE: not started yet */
  GPtrArray    *concerns;        /* (element-type SmrConcern): the model's contents */
  gboolean      ready;

  guint         scan_source;
  guint         offset;         /* of the next batch */
  GPtrArray    *batch;          /* (element-type SmrClientSummary) (nullable) */
  guint         next;           /* in the batch */
  GPtrArray    *found;          /* (element-type SmrConcern) (nullable) */
};

static void smr_attention_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmrAttentionModel, smr_attention_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, smr_attention_model_iface_init))

enum
{
  PROP_0,
  PROP_READY,
  PROP_N_CLIENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- list model ------------------------------------------------------------------------------------------- */

static GType
smr_attention_model_get_item_type (GListModel *model)
{
  return SMR_TYPE_CONCERN;
}

static guint
smr_attention_model_get_n_items (GListModel *model)
{
  return SMR_ATTENTION_MODEL (model)->concerns->len;
}

static gpointer
smr_attention_model_get_item (GListModel *model, guint position)
{
  SmrAttentionModel *self = SMR_ATTENTION_MODEL (model);

  return position < self->concerns->len ? g_object_ref (g_ptr_array_index (self->concerns, position)) : NULL;
}

static void
smr_attention_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = smr_attention_model_get_item_type;
  iface->get_n_items = smr_attention_model_get_n_items;
  iface->get_item = smr_attention_model_get_item;
}

/* --- looking ---------------------------------------------------------------------------------------------- */

/* What cannot be read is marked in the list of clients. */
static GPtrArray *
collect (SmrAttentionModel *self, gint64 client)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = smr_attention_collect (smr_workspace_get_catalogue (self->workspace), smr_workspace_get_store (self->workspace),
                                            client, self->date, smr_workspace_get_language (self->workspace), &error);

  if (found != NULL)
    return found;
  g_debug ("A client was not looked at: %s", error->message);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
load_batch (SmrAttentionModel *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->batch, g_ptr_array_unref);
  self->next = 0;
  self->batch = smr_store_search_clients (smr_workspace_get_store (self->workspace), NULL, FALSE, BATCH, self->offset, &error);
  if (self->batch == NULL)
    {
      g_warning ("Clients could not be read: %s", error->message);
      return FALSE;
    }
  self->offset += self->batch->len;
  return self->batch->len > 0;
}

static void
finish (SmrAttentionModel *self)
{
  guint removed = self->concerns->len;

  self->scan_source = 0;
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_ptr_array_unref (self->concerns);
  self->concerns = g_steal_pointer (&self->found);
  self->ready = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->concerns->len);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CLIENTS]);
}

static gboolean
scan_cb (gpointer user_data)
{
  SmrAttentionModel *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  do
    {
      const SmrClientSummary *client;

      if ((self->batch == NULL || self->next == self->batch->len) && !load_batch (self))
        {
          finish (self);
          return G_SOURCE_REMOVE;
        }
      client = g_ptr_array_index (self->batch, self->next++);
      g_ptr_array_extend_and_steal (self->found, collect (self, client->id));
    }
  while (g_get_monotonic_time () < end);
  return G_SOURCE_CONTINUE;
}

static void
scan (SmrAttentionModel *self)
{
  g_clear_handle_id (&self->scan_source, g_source_remove);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->offset = self->next = 0;
  self->date = smr_workspace_get_today (self->workspace);
  self->scan_source = g_idle_add_full (G_PRIORITY_LOW, scan_cb, self, NULL);
}

/* Where the client's concerns are, or would have their place. */
static guint
find_place (SmrAttentionModel *self, gint64 client, const char *name)
{
  g_autofree char *folded = name != NULL ? smr_fold (name) : NULL;

  for (guint i = 0; i < self->concerns->len; i++)
    {
      const SmrConcern *concern = g_ptr_array_index (self->concerns, i);

      if (concern->client == client)
        return i;
    }
  for (guint i = 0; folded != NULL && i < self->concerns->len; i++)
    {
      g_autofree char *other = smr_fold (((SmrConcern *) g_ptr_array_index (self->concerns, i))->name);

      if (strcmp (other, folded) > 0)
        return i;
    }
  return self->concerns->len;
}

static void
client_changed_cb (SmrAttentionModel *self, gint64 client)
{
  g_autoptr (GPtrArray) found = NULL;
  guint position, removed = 0;

  if (self->date == SMR_DATE_NONE)
    return;
  if (client == 0 || self->scan_source != 0)
    {
      scan (self);
      return;
    }

  found = collect (self, client);
  position = find_place (self, client, found->len > 0 ? ((SmrConcern *) g_ptr_array_index (found, 0))->name : NULL);
  while (position + removed < self->concerns->len && ((SmrConcern *) g_ptr_array_index (self->concerns, position + removed))->client == client)
    removed++;
  if (removed > 0)
    g_ptr_array_remove_range (self->concerns, position, removed);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_insert (self->concerns, position + i, g_object_ref (g_ptr_array_index (found, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, found->len);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CLIENTS]);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_attention_model_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SmrAttentionModel *self = SMR_ATTENTION_MODEL (object);

  switch (property)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_N_CLIENTS:
      g_value_set_uint (value, smr_attention_model_get_n_clients (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
smr_attention_model_finalize (GObject *object)
{
  SmrAttentionModel *self = SMR_ATTENTION_MODEL (object);

  g_clear_handle_id (&self->scan_source, g_source_remove);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->concerns, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_attention_model_parent_class)->finalize (object);
}

static void
smr_attention_model_class_init (SmrAttentionModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = smr_attention_model_get_property;
  object_class->finalize = smr_attention_model_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_CLIENTS] = g_param_spec_uint ("n-clients", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
smr_attention_model_init (SmrAttentionModel *self)
{
  self->concerns = g_ptr_array_new_with_free_func (g_object_unref);
}

SmrAttentionModel *
smr_attention_model_new (SmrWorkspace *workspace)
{
  SmrAttentionModel *self = g_object_new (SMR_TYPE_ATTENTION_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
smr_attention_model_start (SmrAttentionModel *self)
{
  scan (self);
}

gboolean
smr_attention_model_is_ready (SmrAttentionModel *self)
{
  return self->ready;
}

guint
smr_attention_model_get_n_clients (SmrAttentionModel *self)
{
  guint n_clients = 0;
  gint64 last = 0;

  for (guint i = 0; i < self->concerns->len; i++)
    {
      const SmrConcern *concern = g_ptr_array_index (self->concerns, i);

      n_clients += concern->client != last;
      last = concern->client;
    }
  return n_clients;
}

void
smr_attention_model_look_at_day (SmrAttentionModel *self)
{
  if (self->date != SMR_DATE_NONE && self->date != smr_workspace_get_today (self->workspace))
    scan (self);
}
