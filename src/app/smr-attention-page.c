#include "config.h"

#include "smr-attention-page.h"

#include <glib/gi18n.h>

#include "smr-attention.h"
#include "smr-outcome.h"

struct _SmrAttentionPage
{
  AdwNavigationPage   parent_instance;

  GtkStack           *stack;
  GtkNoSelection     *selection;
  GtkListView        *list_view;
};

G_DEFINE_FINAL_TYPE (SmrAttentionPage, smr_attention_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- rows ------------------------------------------------------------------------------------------------- */

/* The parts of a row, kept with its list item. */
typedef struct
{
  GtkImage   *mark;
  GtkLabel   *name;
  GtkLabel   *text;
  const char *style;            /* class that the mark has now; nullable */
} RowParts;

static void
setup_row_cb (SmrAttentionPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  RowParts *parts = g_new0 (RowParts, 1);

  parts->mark = GTK_IMAGE (gtk_image_new ());
  parts->name = GTK_LABEL (gtk_label_new (NULL));
  parts->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (parts->name, 0);
  gtk_label_set_wrap (parts->name, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (parts->name), "heading");
  gtk_label_set_xalign (parts->text, 0);
  gtk_label_set_wrap (parts->text, TRUE);
  gtk_label_set_wrap_mode (parts->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_top (row, 9);
  gtk_widget_set_margin_bottom (row, 9);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);

  gtk_box_append (GTK_BOX (words), GTK_WIDGET (parts->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (parts->text));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (parts->mark));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
}

static const char *
get_mark (SmrConcern *concern, const char **style)
{
  if (concern->routine != 0)
    {
      *style = "error";
      return "view-list-symbolic";
    }
  if (concern->letter != 0)
    {
      *style = "warning";
      return "mail-unread-symbolic";
    }
  *style = smr_attention_get_style (concern->attention);
  return smr_attention_get_icon (concern->attention);
}

static void
bind_row_cb (SmrAttentionPage *self, GtkListItem *list_item)
{
  SmrConcern *concern = gtk_list_item_get_item (list_item);
  RowParts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  g_autofree char *text = smr_concern_dup_text (concern);
  g_autofree char *label = g_strdup_printf (_("%s, %s"), concern->name, text);

  if (parts->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (parts->mark), parts->style);
  gtk_image_set_from_icon_name (parts->mark, get_mark (concern, &parts->style));
  gtk_widget_add_css_class (GTK_WIDGET (parts->mark), parts->style);
  gtk_label_set_label (parts->name, concern->name);
  gtk_label_set_label (parts->text, text);
  gtk_list_item_set_accessible_label (list_item, label);
}

/* --- what happens ----------------------------------------------------------------------------------------- */

static void
row_activated_cb (SmrAttentionPage *self, guint position)
{
  g_autoptr (SmrConcern) concern = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (concern == NULL)
    return;
  if (concern->routine != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-routine", "(xx)", concern->client, concern->routine);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-client", "x", concern->client);
}

static void
items_changed_cb (SmrAttentionPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nobody");
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_attention_page_dispose (GObject *object)
{
  SmrAttentionPage *self = SMR_ATTENTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ATTENTION_PAGE);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (smr_attention_page_parent_class)->dispose (object);
}

static void
smr_attention_page_class_init (SmrAttentionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_attention_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-attention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrAttentionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrAttentionPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
smr_attention_page_init (SmrAttentionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrAttentionPage *
smr_attention_page_new (SmrAttentionModel *model)
{
  SmrAttentionPage *self = g_object_new (SMR_TYPE_ATTENTION_PAGE, NULL);

  self->selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self);
  return self;
}
