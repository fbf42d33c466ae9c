#include "config.h"

#include "smr-library-details.h"

#include <glib/gi18n.h>

#include "smr-exercise-steps.h"
#include "smr-exercise-words.h"
#include "smr-figure-view.h"
#include "smr-outcome.h"
#include "smr-rows.h"

struct _SmrLibraryDetails
{
  AdwNavigationPage    parent_instance;

  SmrWorkspace        *workspace;
  const SmrExercise   *exercise;      /* of a catalogue that the workspace keeps */

  AdwHeaderBar        *header_bar;
  GtkToggleButton     *favourite_button;
  GtkMenuButton       *menu_button;
  SmrFigureView       *figure_view;
  GtkLabel            *name_label;
  GtkLabel            *about_label;
  GtkBox              *steps_box;
  AdwPreferencesGroup *facts_group;
  AdwPreferencesGroup *forms_group;
  AdwPreferencesGroup *avoid_group;
  AdwPreferencesGroup *source_group;
};

G_DEFINE_FINAL_TYPE (SmrLibraryDetails, smr_library_details, ADW_TYPE_NAVIGATION_PAGE)

/* --- facts ------------------------------------------------------------------------------------------------ */

static void
add_fact (SmrLibraryDetails *self, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = smr_row_new (NULL, title, value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->facts_group, row);
}

static const char *
get_limb_label (const SmrBearing *bearing)
{
  if (bearing->limb == SMR_LIMB_ARM)
    return bearing->same && bearing->other ? _("Both arms") : bearing->same ? _("The arm of the side treated") : _("The arm of the other side");
  return bearing->same && bearing->other ? _("Both legs") : bearing->same ? _("The leg of the side treated") : _("The leg of the other side");
}

static char *
dup_loads (const SmrExercise *exercise)
{
  g_autoptr (GStrvBuilder) loads = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < exercise->bearings->len; i++)
    g_strv_builder_add (loads, get_limb_label (&g_array_index (exercise->bearings, SmrBearing, i)));
  all = g_strv_builder_end (loads);
  return g_strjoinv (", ", all);
}

static void
show_facts (SmrLibraryDetails *self, SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  g_autofree char *muscles = smr_exercise_dup_muscles (catalogue, exercise, language);
  g_autofree char *tools = smr_exercise_dup_tools (catalogue, exercise, language);
  g_autofree char *dose = smr_exercise_dup_dose (exercise);
  g_autofree char *loads = dup_loads (exercise);

  add_fact (self, _("Muscles"), muscles);
  add_fact (self, _("Tools"), *tools != '\0' ? tools : C_("tools", "None"));
  add_fact (self, _("Position"), smr_position_get_label (exercise->position));
  add_fact (self, _("Difficulty"), smr_difficulty_get_label (exercise->difficulty));
  add_fact (self, _("Dose"), dose);
  add_fact (self, _("Carries weight"), loads);
}

/* --- other forms, rule-outs, sources ---------------------------------------------------------------------- */

static void
add_form (SmrLibraryDetails *self, SmrCatalogue *catalogue, const char *title, const char *id, const char *language)
{
  const SmrExercise *exercise = id != NULL ? smr_catalogue_find_exercise (catalogue, id) : NULL;
  GtkWidget *row;

  if (exercise == NULL)
    return;
  row = smr_row_new (NULL, title, smr_text_get (exercise->name, language));
  gtk_widget_add_css_class (row, "property");
  smr_row_open (row, "page.show-exercise", g_variant_new_string (id));
  adw_preferences_group_add (self->forms_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->forms_group), TRUE);
}

/* The citations that the keys stand for, one below the other. */
static char *
dup_citations (SmrCatalogue *catalogue, const char *source, const char *language)
{
  g_auto (GStrv) keys = smr_source_split_keys (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const SmrSource *entry = smr_catalogue_find_source (catalogue, keys[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", entry != NULL ? smr_text_get (entry->citation, language) : keys[i]);
    }
  return g_string_free (text, FALSE);
}

static void
add_rule_out (SmrLibraryDetails *self, SmrCatalogue *catalogue, const char *id, const char *language)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, id);
  const SmrText *name = smr_catalogue_get_rule_name (catalogue, id);
  g_autofree char *source = condition != NULL ? dup_citations (catalogue, condition->source, language) : NULL;

  adw_preferences_group_add (self->avoid_group, smr_row_new ("smr-region-out-symbolic", name != NULL ? smr_text_get (name, language) : id, source));
}

static void
show_rule_outs (SmrLibraryDetails *self, SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  for (guint i = 0; exercise->avoid[i] != NULL; i++)
    add_rule_out (self, catalogue, exercise->avoid[i], language);
  if (exercise->own && exercise->avoid[0] == NULL)
    adw_preferences_group_add (self->avoid_group, smr_row_new ("dialog-warning-symbolic", _("Nothing is named"), _("Only for clients whose form raises nothing")));
  else if (exercise->avoid[0] == NULL)
    adw_preferences_group_add (self->avoid_group, smr_row_new (NULL, _("Nothing is named"), _("What the muscles, the position and the load rule out still counts.")));
}

static void
show_sources (SmrLibraryDetails *self, SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  g_autofree char *citations = exercise->own ? g_strdup (_("Your own exercise")) : dup_citations (catalogue, exercise->source, language);

  adw_preferences_group_add (self->source_group, smr_row_new (NULL, citations, NULL));
}

/* --- favourite and own -------------------------------------------------------------------------------------- */

static void
show_favourite (SmrLibraryDetails *self)
{
  gboolean favourite = smr_workspace_is_favourite (self->workspace, self->exercise);

  gtk_toggle_button_set_active (self->favourite_button, favourite);
  gtk_button_set_icon_name (GTK_BUTTON (self->favourite_button), favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
favourite_toggled_cb (SmrLibraryDetails *self)
{
  if (gtk_toggle_button_get_active (self->favourite_button) != smr_workspace_is_favourite (self->workspace, self->exercise))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.toggle-favourite", "s", self->exercise->id);
  show_favourite (self);
}

static void
add_menu_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
show_own (SmrLibraryDetails *self, const SmrOwnExercise *own)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id = own->exercise->id;

  add_menu_item (menu, _("_Edit"), "page.edit-exercise", id);
  if (own->retired)
    add_menu_item (menu, _("_Offer again"), "page.offer-exercise", id);
  else
    add_menu_item (menu, _("_Do not offer any more"), "page.retire-exercise", id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
}

/* "Activate", and what is to be known of an own one. */
static void
show_about (SmrLibraryDetails *self, const SmrOwnExercise *own)
{
  const char *phase = smr_phase_get_label (self->exercise->phase);
  g_autofree char *about = NULL;

  if (own == NULL)
    about = g_strdup (phase);
  else if (own->retired)
    about = g_strdup_printf (_("%s · Own exercise · Not offered any more"), phase);
  else
    about = g_strdup_printf (_("%s · Own exercise"), phase);
  gtk_label_set_label (self->about_label, about);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_library_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_LIBRARY_DETAILS);
  g_clear_object (&SMR_LIBRARY_DETAILS (object)->workspace);

  G_OBJECT_CLASS (smr_library_details_parent_class)->dispose (object);
}

static void
smr_library_details_class_init (SmrLibraryDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_library_details_dispose;

  g_type_ensure (SMR_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-library-details.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, header_bar);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, favourite_button);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, figure_view);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, about_label);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, steps_box);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, facts_group);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, forms_group);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, avoid_group);
  gtk_widget_class_bind_template_child (widget_class, SmrLibraryDetails, source_group);
}

static void
smr_library_details_init (SmrLibraryDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrLibraryDetails *
smr_library_details_new (SmrWorkspace *workspace, const SmrExercise *exercise)
{
  SmrLibraryDetails *self = g_object_new (SMR_TYPE_LIBRARY_DETAILS, NULL);
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  const char *language = smr_workspace_get_language (workspace);
  const SmrOwnExercise *own = smr_catalogue_find_own (catalogue, exercise->id);
  const char *name = smr_text_get (exercise->name, language);

  self->workspace = g_object_ref (workspace);
  self->exercise = exercise;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_label (self->name_label, name);
  show_about (self, own);
  if (own != NULL)
    show_own (self, own);
  show_favourite (self);
  g_signal_connect_object (self->favourite_button, "toggled", G_CALLBACK (favourite_toggled_cb), self, G_CONNECT_SWAPPED);
  smr_figure_view_show (self->figure_view, catalogue, exercise, SMR_ITEM_SIDE_EACH, language);
  smr_exercise_steps_fill (self->steps_box, exercise, language);
  show_facts (self, catalogue, exercise, language);
  add_form (self, catalogue, _("Easier"), exercise->easier, language);
  add_form (self, catalogue, _("Harder"), exercise->harder, language);
  show_rule_outs (self, catalogue, exercise, language);
  show_sources (self, catalogue, exercise, language);
  return self;
}

AdwHeaderBar *
smr_library_details_get_header_bar (SmrLibraryDetails *self)
{
  return self->header_bar;
}
