#include "config.h"

#include "smr-incident-fields.h"

#include <glib/gi18n.h>

struct _SmrIncidentFields
{
  AdwPreferencesGroup parent_instance;

  SmrCatalogue *catalogue;
  GPtrArray    *signs;          /* (element-type SmrStopSign) as in the list, whose first choice is none */
  GPtrArray    *sites;          /* (element-type SmrSite) the same */
  AdwComboRow  *sign_row;
  AdwComboRow  *site_row;
  AdwComboRow  *side_row;
  AdwEntryRow  *done_row;
};

G_DEFINE_FINAL_TYPE (SmrIncidentFields, smr_incident_fields, ADW_TYPE_PREFERENCES_GROUP)

static const SmrSide sides[] = { SMR_SIDE_NONE, SMR_SIDE_LEFT, SMR_SIDE_RIGHT, SMR_SIDE_BOTH };

const char *
smr_urgency_get_label (SmrUrgency urgency)
{
  switch (urgency)
    {
    case SMR_URGENCY_EMERGENCY:
      return _("Stop. Call emergency services.");
    case SMR_URGENCY_TODAY:
      return _("Stop. Medical help is needed today.");
    case SMR_URGENCY_TRAINER:
      return _("Stop. Nothing more before a new health form.");
    case SMR_URGENCY_NEWS:
      return _("A new health form is needed.");
    }
  g_return_val_if_reached (NULL);
}

/* The entry that is chosen; NULL: none. */
static gpointer
get_chosen (AdwComboRow *row, GPtrArray *entries)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : g_ptr_array_index (entries, selected - 1);
}

/* Shows only what makes sense for what is chosen. */
static void
update (SmrIncidentFields *self)
{
  const SmrStopSign *sign = get_chosen (self->sign_row, self->signs);
  const SmrSite *site = get_chosen (self->site_row, self->sites);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sign_row), sign != NULL ? smr_urgency_get_label (sign->urgency) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->site_row), sign != NULL && sign->asks_place);
  gtk_widget_set_visible (GTK_WIDGET (self->side_row), sign != NULL && sign->asks_place && site != NULL && site->paired);
  gtk_widget_set_visible (GTK_WIDGET (self->done_row), sign != NULL);
}

static AdwComboRow *
add_choice (SmrIncidentFields *self, const char *title)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Names that are sentences are read in full. */
static void
show_whole_names (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  adw_combo_row_set_list_factory (row, factory);
}

static void
fill_signs (SmrIncidentFields *self, const char *language, gboolean stop_signs_only)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GPtrArray *signs = smr_catalogue_get_signs (self->catalogue);

  gtk_string_list_append (names, _("None"));
  for (guint i = 0; i < signs->len; i++)
    {
      SmrStopSign *sign = g_ptr_array_index (signs, i);

      if (stop_signs_only && sign->urgency == SMR_URGENCY_NEWS)
        continue;
      g_ptr_array_add (self->signs, sign);
      gtk_string_list_append (names, smr_text_get (sign->name, language));
    }
  adw_combo_row_set_model (self->sign_row, G_LIST_MODEL (names));
  adw_combo_row_set_expression (self->sign_row, name);
  show_whole_names (self->sign_row);
  adw_combo_row_set_enable_search (self->sign_row, TRUE);
  adw_combo_row_set_search_match_mode (self->sign_row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

static void
fill_places (SmrIncidentFields *self, const char *language)
{
  const char * const side_names[] = { _("Not said"), _("Left"), _("Right"), _("Both"), NULL };
  g_autoptr (GtkStringList) side_list = gtk_string_list_new (side_names);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);

  gtk_string_list_append (names, _("Not said"));
  for (guint i = 0; i < sites->len; i++)
    {
      SmrSite *site = g_ptr_array_index (sites, i);

      g_ptr_array_add (self->sites, site);
      gtk_string_list_append (names, smr_text_get (site->name, language));
    }
  adw_combo_row_set_model (self->site_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->side_row, G_LIST_MODEL (side_list));
}

static void
smr_incident_fields_finalize (GObject *object)
{
  SmrIncidentFields *self = SMR_INCIDENT_FIELDS (object);

  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->sites);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);

  G_OBJECT_CLASS (smr_incident_fields_parent_class)->finalize (object);
}

static void
smr_incident_fields_class_init (SmrIncidentFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_incident_fields_finalize;
}

static void
smr_incident_fields_init (SmrIncidentFields *self)
{
  self->signs = g_ptr_array_new ();
  self->sites = g_ptr_array_new ();
  self->sign_row = add_choice (self, _("What came up"));
  self->site_row = add_choice (self, _("Where"));
  self->side_row = add_choice (self, _("Side"));
  self->done_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->done_row), _("What was done"));
  adw_entry_row_set_activates_default (self->done_row, TRUE);
  adw_entry_row_set_max_length (self->done_row, SMR_TEXT_MAX_CHARS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->done_row));
}

SmrIncidentFields *
smr_incident_fields_new (SmrCatalogue *catalogue, const char *language, gboolean stop_signs_only)
{
  SmrIncidentFields *self = g_object_new (SMR_TYPE_INCIDENT_FIELDS, NULL);

  self->catalogue = smr_catalogue_ref (catalogue);
  if (stop_signs_only)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sign_row), _("Stop sign"));
  fill_signs (self, language, stop_signs_only);
  fill_places (self, language);
  update (self);
  return self;
}

GtkWidget *
smr_incident_fields_get_first (SmrIncidentFields *self)
{
  return GTK_WIDGET (self->sign_row);
}

SmrIncident *
smr_incident_fields_dup_incident (SmrIncidentFields *self, SmrDate date)
{
  const SmrStopSign *sign = get_chosen (self->sign_row, self->signs);
  const SmrSite *site = get_chosen (self->site_row, self->sites);
  SmrIncident *incident;

  if (sign == NULL)
    return NULL;

  incident = smr_incident_new (date, sign->id);
  if (sign->asks_place && site != NULL)
    smr_incident_add_place (incident, site->id, site->paired ? sides[adw_combo_row_get_selected (self->side_row)] : SMR_SIDE_NONE);
  g_set_str (&incident->done, gtk_editable_get_text (GTK_EDITABLE (self->done_row)));
  return incident;
}
