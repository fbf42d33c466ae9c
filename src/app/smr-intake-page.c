#include "config.h"

#include "smr-intake-page.h"

#include <glib/gi18n.h>

#include "smr-answer-row.h"
#include "smr-feedback.h"
#include "smr-form-changes.h"
#include "smr-form-signature.h"
#include "smr-outcome.h"
#include "smr-screening-panel.h"
#include "smr-sign-dialog.h"

#define SAVE_DELAY_MS 400

struct _SmrIntakePage
{
  AdwNavigationPage   parent_instance;

  SmrWorkspace       *workspace;
  gint64              client;
  SmrRecord          *record;
  SmrIntake          *intake;           /* the form that is shown */
  GPtrArray          *rows;             /* (element-type SmrAnswerRow) in the checklist's order */
  GSimpleActionGroup *actions;
  gboolean            narrow;
  gboolean            unsaved;
  guint               save_source;
  guint               meaning_source;

  AdwWindowTitle     *window_title;
  GtkMenuButton      *forms_button;
  AdwBanner          *signed_banner;
  AdwBanner          *rest_banner;
  AdwBottomSheet     *sheet;
  SmrScreeningPanel  *panel;
  GtkScrolledWindow  *scrolled_window;
  GtkBox             *rows_box;
  AdwWrapBox         *actions_box;
  GtkBox             *outcomes_box;
  GtkLabel           *progress_label;
  GtkButton          *sign_button;
};

G_DEFINE_FINAL_TYPE (SmrIntakePage, smr_intake_page, ADW_TYPE_NAVIGATION_PAGE)

static void show_form (SmrIntakePage *self);

static gboolean
is_signed (SmrIntakePage *self)
{
  return self->intake->signed_on != SMR_DATE_NONE;
}

/* --- draft ------------------------------------------------------------------------------------------------ */

/* Keeps what is filled in; FALSE: it could not be kept, which was said. */
static gboolean
save_draft (SmrIntakePage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->unsaved)
    return TRUE;
  if (!smr_store_save_draft_intake (smr_workspace_get_store (self->workspace), self->client, self->intake, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The answers could not be kept"), error);
      return FALSE;
    }
  self->unsaved = FALSE;
  return TRUE;
}

static void
save_cb (gpointer user_data)
{
  SmrIntakePage *self = user_data;

  self->save_source = 0;
  save_draft (self);
}

static void
schedule_save (SmrIntakePage *self)
{
  self->unsaved = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add_once (SAVE_DELAY_MS, save_cb, self);
}

/* --- what the answers mean -------------------------------------------------------------------------------- */

/* Screened as if the form were signed today, so that the trainer sees where it leads. */
static SmrScreening *
preview_screening (SmrIntakePage *self)
{
  g_autoptr (SmrRecord) record = smr_record_copy (self->record);
  SmrDate today = smr_workspace_get_today (self->workspace);

  if (!is_signed (self))
    {
      SmrIntake *intake = smr_intake_copy (self->intake);

      intake->signed_on = today;
      intake->added_at = G_MAXINT64;
      intake->guardian_signed = TRUE;
      g_set_str (&intake->signed_by, self->record->client->name);
      g_ptr_array_add (record->intakes, intake);
    }
  return smr_screening_new (smr_workspace_get_catalogue (self->workspace), record, today);
}

static void
show_outcomes (SmrIntakePage *self, SmrScreening *screening)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes_box))) != NULL)
    gtk_box_remove (self->outcomes_box, child);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      SmrOutcome outcome = smr_screening_get_phase (screening, phase);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      /* Translators: a phase and what screening makes of it: "Roll: needs clearance" */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), smr_phase_get_label (phase), smr_outcome_get_label (outcome));
      GtkWidget *label = gtk_label_new (self->narrow ? smr_phase_get_label (phase) : text);

      gtk_widget_add_css_class (box, smr_outcome_get_style (outcome));
      gtk_widget_set_tooltip_text (box, text);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (smr_outcome_get_icon (outcome)));
      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_box_append (self->outcomes_box, box);
    }
}

static void
show_meaning (SmrIntakePage *self)
{
  g_autoptr (SmrScreening) screening = preview_screening (self);

  g_clear_handle_id (&self->meaning_source, g_source_remove);
  show_outcomes (self, screening);
  smr_screening_panel_show (self->panel, smr_workspace_get_catalogue (self->workspace), screening, self->intake,
                            smr_workspace_get_language (self->workspace));
}

static void
show_meaning_cb (gpointer user_data)
{
  SmrIntakePage *self = user_data;

  self->meaning_source = 0;
  show_meaning (self);
}

/* After the keys that are on their way, so that nobody who types waits for it. */
static void
schedule_meaning (SmrIntakePage *self)
{
  if (self->meaning_source == 0)
    self->meaning_source = g_idle_add_once (show_meaning_cb, self);
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
enable (SmrIntakePage *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), enabled);
}

static guint
count_with_rest (SmrIntakePage *self)
{
  GHashTableIter iter;
  const SmrAnswer *answer;
  guint count = 0;

  g_hash_table_iter_init (&iter, self->intake->answers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
    count += answer->with_rest;
  return count;
}

/* It stays in sight that rows were answered in one act, and until the form is signed it can be taken back. */
static void
show_rest (SmrIntakePage *self)
{
  guint count = count_with_rest (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u row was answered with No as the rest", "%u rows were answered with No as the rest", count), count);

  adw_banner_set_title (self->rest_banner, text);
  adw_banner_set_button_label (self->rest_banner, is_signed (self) ? "" : _("_Undo"));
  adw_banner_set_revealed (self->rest_banner, count > 0);
  enable (self, "undo-rest", !is_signed (self) && count > 0);
}

static gboolean
has_unanswered_row (SmrIntakePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (smr_intake_get_answer (self->intake, smr_answer_row_get_condition (g_ptr_array_index (self->rows, i))->id) == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
show_progress (SmrIntakePage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  g_autoptr (GPtrArray) open = smr_intake_get_open_rows (self->intake, catalogue);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      smr_answer_row_show_missing (row, smr_intake_get_missing_follow_ups (self->intake, smr_answer_row_get_condition (row)));
    }

  if (open->len > 0)
    text = g_strdup_printf (ngettext ("%u row is still open", "%u rows are still open", open->len), open->len);
  gtk_label_set_label (self->progress_label, text != NULL ? text : _("Every row is answered"));
  enable (self, "sign", open->len == 0);
  enable (self, "next-open", open->len > 0);
  enable (self, "answer-rest", !is_signed (self) && has_unanswered_row (self));
  show_rest (self);
}

static void
take_answer (SmrIntakePage *self, SmrAnswerRow *row)
{
  SmrAnswer *answer = smr_answer_row_dup_answer (row);

  if (answer != NULL)
    smr_intake_take_answer (self->intake, answer);
  else
    g_hash_table_remove (self->intake->answers, smr_answer_row_get_condition (row)->id);
}

static void
answers_changed (SmrIntakePage *self)
{
  schedule_save (self);
  show_progress (self);
  schedule_meaning (self);
}

static void
answer_changed_cb (SmrAnswerRow *row, SmrIntakePage *self)
{
  take_answer (self, row);
  answers_changed (self);
}

/* On to the next row, so that a healthy client's form is a row of N keys. */
static void
answered_cb (SmrAnswerRow *row, SmrIntakePage *self)
{
  guint position;

  if (g_ptr_array_find (self->rows, row, &position) && position + 1 < self->rows->len)
    smr_answer_row_focus (g_ptr_array_index (self->rows, position + 1));
}

/* --- the form --------------------------------------------------------------------------------------------- */

/* The form that was signed before the shown one; NULL: none. */
static const SmrIntake *
get_form_before (SmrIntakePage *self)
{
  const SmrIntake *before = NULL;

  for (guint i = 0; i < self->record->intakes->len; i++)
    {
      const SmrIntake *intake = g_ptr_array_index (self->record->intakes, i);

      if (is_signed (self) && intake->id == self->intake->id)
        break;
      before = intake;
    }
  return before;
}

static void
add_category (SmrIntakePage *self, const SmrCategory *category)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  const char *language = smr_workspace_get_language (self->workspace);
  const SmrIntake *before = get_form_before (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean any = FALSE;

  adw_preferences_group_set_title (group, smr_text_get (category->name, language));
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrAnswerRow *row;

      if (condition->computed || !g_str_equal (condition->category, category->id))
        continue;
      row = smr_answer_row_new (catalogue, condition, language, smr_intake_get_answer (self->intake, condition->id),
                                before != NULL ? smr_intake_get_answer (before, condition->id) : NULL);
      smr_answer_row_set_editable (row, !is_signed (self));
      smr_answer_row_set_narrow (row, self->narrow);
      g_signal_connect_object (row, "changed", G_CALLBACK (answer_changed_cb), self, 0);
      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
      any = TRUE;
    }

  if (any)
    gtk_box_append (self->rows_box, GTK_WIDGET (group));
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
show_signature (SmrIntakePage *self)
{
  gboolean done = is_signed (self);

  adw_banner_set_revealed (self->signed_banner, done);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_box), !done);
  if (done)
    {
      g_autofree char *day = smr_date_format (self->intake->signed_on);
      g_autofree char *text = g_strdup_printf (_("Signed on %s by %s"), day, self->intake->signed_by);

      adw_banner_set_title (self->signed_banner, text);
    }
}

static void
show_forms_menu (SmrIntakePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = self->record->intakes->len; i > 0; i--)
    {
      const SmrIntake *intake = g_ptr_array_index (self->record->intakes, i - 1);
      g_autofree char *day = smr_date_format (intake->signed_on);
      g_autofree char *label = g_strdup_printf (_("Signed on %s"), day);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "intake.show", "x", intake->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->forms_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->forms_button), self->record->intakes->len > 0);
}

static void
show_form (SmrIntakePage *self)
{
  GPtrArray *categories = smr_catalogue_get_categories (smr_workspace_get_catalogue (self->workspace));
  const SmrIntake *before = get_form_before (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box))) != NULL)
    gtk_box_remove (self->rows_box, child);
  g_ptr_array_set_size (self->rows, 0);
  if (is_signed (self))
    gtk_box_append (self->rows_box, smr_form_signature_new (self->intake));
  if (is_signed (self) && before != NULL)
    gtk_box_append (self->rows_box, smr_form_changes_new (smr_workspace_get_catalogue (self->workspace), before, self->intake,
                                                          smr_workspace_get_language (self->workspace)));
  for (guint i = 0; i < categories->len; i++)
    add_category (self, g_ptr_array_index (categories, i));

  adw_window_title_set_subtitle (self->window_title, self->record->client->name);
  show_signature (self);
  show_forms_menu (self);
  show_progress (self);
  show_meaning (self);
}

static gboolean
load (SmrIntakePage *self, GError **error)
{
  SmrStore *store = smr_workspace_get_store (self->workspace);
  g_autoptr (GError) draft_error = NULL;
  GPtrArray *intakes;

  g_clear_pointer (&self->record, smr_record_free);
  self->record = smr_store_load_record (store, self->client, error);
  if (self->record == NULL)
    return FALSE;

  g_clear_pointer (&self->intake, smr_intake_free);
  intakes = self->record->intakes;
  self->intake = smr_store_load_draft_intake (store, self->client, &draft_error);
  if (draft_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&draft_error));
      return FALSE;
    }
  if (self->intake == NULL && intakes->len > 0)
    self->intake = smr_intake_copy (g_ptr_array_index (intakes, intakes->len - 1));
  else if (self->intake == NULL)
    self->intake = smr_intake_new ();
  return TRUE;
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
start_new_form (SmrIntakePage *self)
{
  g_clear_pointer (&self->intake, smr_intake_free);
  self->intake = smr_intake_new ();
  show_form (self);
}

static void
new_form_cb (SmrIntakePage *self)
{
  start_new_form (self);
}

/* A form of the past, or NULL for the one being filled in. */
static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;
  gint64 id = g_variant_get_int64 (parameter);

  if (!save_draft (self))
    return;
  for (guint i = 0; i < self->record->intakes->len; i++)
    {
      const SmrIntake *intake = g_ptr_array_index (self->record->intakes, i);

      if (intake->id != id)
        continue;
      g_clear_pointer (&self->intake, smr_intake_free);
      self->intake = smr_intake_copy (intake);
      show_form (self);
      return;
    }
}

static void
next_open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;
  g_autoptr (GPtrArray) open = smr_intake_get_open_rows (self->intake, smr_workspace_get_catalogue (self->workspace));

  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      if (g_ptr_array_find (open, smr_answer_row_get_condition (row), NULL))
        {
          smr_answer_row_focus (row);
          return;
        }
    }
}

static void
answer_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      if (smr_intake_get_answer (self->intake, smr_answer_row_get_condition (row)->id) != NULL)
        continue;
      smr_answer_row_set_with_rest (row, TRUE);
      take_answer (self, row);
    }
  answers_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sign_button));
}

static void
undo_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);
      const SmrAnswer *answer = smr_intake_get_answer (self->intake, smr_answer_row_get_condition (row)->id);

      if (answer == NULL || !answer->with_rest)
        continue;
      smr_answer_row_set_with_rest (row, FALSE);
      take_answer (self, row);
    }
  answers_changed (self);
}

static void
show_meaning_sheet_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_bottom_sheet_set_open (SMR_INTAKE_PAGE (user_data)->sheet, TRUE);
}

static void
close_meaning_sheet_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_bottom_sheet_set_open (SMR_INTAKE_PAGE (user_data)->sheet, FALSE);
}

static void
signed_cb (SmrIntakePage *self, SmrSignDialog *dialog)
{
  g_autoptr (SmrIntake) intake = smr_intake_copy (self->intake);
  g_autoptr (GError) error = NULL;

  intake->signed_on = smr_workspace_get_today (self->workspace);
  intake->catalogue_version = smr_catalogue_get_version (smr_workspace_get_catalogue (self->workspace));
  smr_sign_dialog_fill (dialog, intake);
  if (smr_store_add_intake (smr_workspace_get_store (self->workspace), self->client, intake, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The form could not be signed"), error);
      return;
    }

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->unsaved = FALSE;
  smr_workspace_client_changed (self->workspace, self->client);
  smr_feedback_toast (GTK_WIDGET (self), _("Form signed"));
  if (load (self, NULL))
    show_form (self);
}

static void
sign_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;
  g_autoptr (GError) error = NULL;
  SmrSignDialog *dialog = smr_sign_dialog_new (self->workspace, self->record->client, &error);

  if (dialog == NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The form could not be signed"), error);
      return;
    }
  g_signal_connect_object (dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
set_narrow (SmrIntakePage *self, gboolean narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    smr_answer_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
  show_meaning (self);
}

static void
narrow_cb (SmrIntakePage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (SmrIntakePage *self)
{
  set_narrow (self, FALSE);
}

static void
client_changed_cb (SmrIntakePage *self, gint64 client)
{
  g_autoptr (SmrRecord) record = NULL;

  if (client != self->client)
    return;
  record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, NULL);
  if (record == NULL)
    return;
  smr_record_free (self->record);
  self->record = g_steal_pointer (&record);
  show_meaning (self);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_intake_page_hiding (AdwNavigationPage *page)
{
  SmrIntakePage *self = SMR_INTAKE_PAGE (page);

  save_draft (self);
  smr_workspace_client_changed (self->workspace, self->client);
}

static void
smr_intake_page_dispose (GObject *object)
{
  SmrIntakePage *self = SMR_INTAKE_PAGE (object);

  /* The window may be closed with an answer on its way. */
  if (self->unsaved && self->intake != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (!smr_store_save_draft_intake (smr_workspace_get_store (self->workspace), self->client, self->intake, &error))
        g_warning ("The form's draft could not be kept: %s", error->message);
      self->unsaved = FALSE;
    }
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->meaning_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_INTAKE_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->intake, smr_intake_free);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_intake_page_parent_class)->dispose (object);
}

static void
smr_intake_page_class_init (SmrIntakePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_intake_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = smr_intake_page_hiding;

  g_type_ensure (SMR_TYPE_SCREENING_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, forms_button);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, signed_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, rest_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, panel);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, rows_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, actions_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, outcomes_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, new_form_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
smr_intake_page_init (SmrIntakePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "sign", .activate = sign_cb },
    { .name = "next-open", .activate = next_open_cb },
    { .name = "answer-rest", .activate = answer_rest_cb },
    { .name = "undo-rest", .activate = undo_rest_cb },
    { .name = "show-meaning", .activate = show_meaning_sheet_cb },
    { .name = "close-meaning", .activate = close_meaning_sheet_cb },
    { .name = "show", .activate = show_cb, .parameter_type = "x" },
  };

  self->rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "intake", G_ACTION_GROUP (self->actions));
}

SmrIntakePage *
smr_intake_page_new (SmrWorkspace *workspace, gint64 client, GError **error)
{
  g_autoptr (SmrIntakePage) self = g_object_ref_sink (g_object_new (SMR_TYPE_INTAKE_PAGE, NULL));

  self->workspace = g_object_ref (workspace);
  self->client = client;
  if (!load (self, error))
    return NULL;

  show_form (self);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_force_floating (G_OBJECT (self));
  return g_steal_pointer (&self);
}
