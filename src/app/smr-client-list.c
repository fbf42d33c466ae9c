#include "config.h"

#include "smr-client-list.h"

#include <glib/gi18n.h>

#include "smr-client-model.h"
#include "smr-outcome.h"

struct _SmrClientList
{
  AdwNavigationPage   parent_instance;

  SmrWorkspace       *workspace;
  SmrClientModel     *model;
  GtkSingleSelection *selection;
  gint64              shown;          /* the client whose row is marked; 0: nobody */

  AdwBanner          *sample_banner;
  GtkButton          *attention_button;
  GtkLabel           *attention_label;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
};

G_DEFINE_FINAL_TYPE (SmrClientList, smr_client_list, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  CLIENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what a row shows ------------------------------------------------------------------------------------- */

/* The parts of a row, kept with its list item. */
typedef struct
{
  GtkImage       *mark;
  GtkInscription *name;
  GtkInscription *state;
  const char     *style;        /* class that the mark has now; nullable */
} RowParts;

/* Unlike a label it need not lay out its text to be measured. */
static GtkInscription *
append_inscription (GtkBox *box)
{
  GtkInscription *inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (inscription), TRUE);
  gtk_box_append (box, GTK_WIDGET (inscription));
  return inscription;
}

static void
setup_row_cb (SmrClientList *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  RowParts *parts = g_new0 (RowParts, 1);

  parts->mark = GTK_IMAGE (gtk_image_new ());
  parts->name = append_inscription (GTK_BOX (text));
  parts->state = append_inscription (GTK_BOX (text));
  gtk_widget_add_css_class (GTK_WIDGET (parts->state), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (parts->state), "dimmed");
  gtk_widget_set_margin_top (row, 8);
  gtk_widget_set_margin_bottom (row, 8);

  gtk_box_append (GTK_BOX (row), GTK_WIDGET (parts->mark));
  gtk_box_append (GTK_BOX (row), text);
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
}

static void
bind_row_cb (SmrClientList *self, GtkListItem *list_item)
{
  SmrClientItem *item = gtk_list_item_get_item (list_item);
  RowParts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  SmrAttention attention = smr_client_item_get_attention (item);
  const char *word = smr_attention_get_label (attention);
  g_autofree char *state = NULL;
  g_autofree char *label = NULL;

  state = smr_client_item_get_archived (item) ? g_strdup_printf (_("Archived · %s"), word) : g_strdup (word);
  /* Translators: a client's name and what is the matter: "Ana Lopez, needs clearance" */
  label = g_strdup_printf (_("%s, %s"), smr_client_item_get_name (item), state);

  gtk_image_set_from_icon_name (parts->mark, smr_attention_get_icon (attention));
  if (parts->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (parts->mark), parts->style);
  parts->style = smr_attention_get_style (attention);
  gtk_widget_add_css_class (GTK_WIDGET (parts->mark), parts->style);
  gtk_inscription_set_text (parts->name, smr_client_item_get_name (item));
  gtk_inscription_set_text (parts->state, state);
  gtk_list_item_set_accessible_label (list_item, label);
}

/* --- what happens ----------------------------------------------------------------------------------------- */

static void
update_stack (SmrClientList *self)
{
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    page = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
mark_shown (SmrClientList *self)
{
  guint position = self->shown != 0 ? smr_client_model_find (self->model, self->shown) : GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
}

static void
items_changed_cb (SmrClientList *self)
{
  update_stack (self);
  mark_shown (self);
}

static void
search_changed_cb (SmrClientList *self)
{
  smr_client_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Typing anywhere in the list begins a search; the letters after the first go straight to the entry. */
static void
search_started_cb (SmrClientList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

static void
search_stopped_cb (SmrClientList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
activate_position (SmrClientList *self, guint position)
{
  g_autoptr (SmrClientItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    g_signal_emit (self, signals[CLIENT_ACTIVATED], 0, smr_client_item_get_id (item));
}

static void
row_activated_cb (SmrClientList *self, guint position)
{
  activate_position (self, position);
}

static void
search_activated_cb (SmrClientList *self)
{
  activate_position (self, 0);
}

static void
practice_changed_cb (SmrClientList *self)
{
  adw_banner_set_revealed (self->sample_banner, smr_workspace_get_practice (self->workspace)->sample);
}

/* There is a place for it from the start, so that the list does not jump when everybody has been looked at. */
static void
attention_changed_cb (SmrClientList *self, GParamSpec *pspec, SmrAttentionModel *attention)
{
  guint n_clients = smr_attention_model_get_n_clients (attention);
  g_autofree char *count = g_strdup_printf ("%u", n_clients);

  gtk_label_set_label (self->attention_label, n_clients > 0 ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->attention_button), n_clients > 0 || !smr_attention_model_is_ready (attention));
}

static void
show_archived_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SmrClientList *self = SMR_CLIENT_LIST (user_data);

  smr_client_model_set_archived (self->model, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
smr_client_list_dispose (GObject *object)
{
  SmrClientList *self = SMR_CLIENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_CLIENT_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_client_list_parent_class)->dispose (object);
}

static void
smr_client_list_class_init (SmrClientListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_client_list_dispose;

  signals[CLIENT_ACTIVATED] = g_signal_new ("client-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-client-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, attention_button);
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, attention_label);
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrClientList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
smr_client_list_init (SmrClientList *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-archived", .state = "false", .change_state = show_archived_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (actions));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

SmrClientList *
smr_client_list_new (SmrWorkspace *workspace, SmrAttentionModel *attention)
{
  SmrClientList *self = g_object_new (SMR_TYPE_CLIENT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->model = smr_client_model_new (workspace);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "practice-changed", G_CALLBACK (practice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify", G_CALLBACK (attention_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
  practice_changed_cb (self);
  attention_changed_cb (self, NULL, attention);
  return self;
}

void
smr_client_list_focus_search (SmrClientList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
smr_client_list_select (SmrClientList *self, gint64 client)
{
  self->shown = client;
  mark_shown (self);
}
