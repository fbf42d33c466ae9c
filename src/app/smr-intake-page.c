#include "config.h"

#include "smr-intake-page.h"

#include <glib/gi18n.h>

#include "smr-checklist.h"
#include "smr-feedback.h"
#include "smr-form-changes.h"
#include "smr-form-missing.h"
#include "smr-form-signature.h"
#include "smr-intake-copy.h"
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
  GSimpleActionGroup *actions;
  gboolean            narrow;
  gboolean            unsaved;
  guint               save_source;
  guint               meaning_source;

  AdwWindowTitle     *window_title;
  GtkMenuButton      *forms_button;
  AdwBanner          *signed_banner;
  AdwBanner          *rest_banner;
  AdwBanner          *confirmed_banner;
  AdwBottomSheet     *sheet;
  SmrScreeningPanel  *panel;
  GtkScrolledWindow  *scrolled_window;
  GtkBox             *about_box;        /* what is to say about a form that was signed */
  SmrChecklist       *checklist;
  AdwWrapBox         *actions_box;
  GtkBox             *outcomes_box;
  GtkLabel           *progress_label;
  GtkWidget          *confirm_button;
  GtkButton          *sign_button;
};

G_DEFINE_FINAL_TYPE (SmrIntakePage, smr_intake_page, ADW_TYPE_NAVIGATION_PAGE)

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

/* It stays in sight that rows were answered in one act, and until the form is signed it can be taken back. */
static void
show_act (SmrIntakePage *self, AdwBanner *banner, const char *undo, guint count, const char *text)
{
  adw_banner_set_title (banner, text);
  adw_banner_set_button_label (banner, is_signed (self) ? "" : _("_Undo"));
  adw_banner_set_revealed (banner, count > 0);
  enable (self, undo, !is_signed (self) && count > 0);
}

static void
show_acts (SmrIntakePage *self)
{
  guint n_rest = smr_checklist_count_with_rest (self->checklist, FALSE);
  guint n_confirmed = smr_checklist_count_with_rest (self->checklist, TRUE);
  g_autofree char *rest = g_strdup_printf (ngettext ("%u row was answered with No as the rest", "%u rows were answered with No as the rest", n_rest), n_rest);
  g_autofree char *confirmed = g_strdup_printf (ngettext ("%u answer of the last form was confirmed as the rest", "%u answers of the last form were confirmed as the rest", n_confirmed), n_confirmed);

  show_act (self, self->rest_banner, "undo-rest", n_rest, rest);
  show_act (self, self->confirmed_banner, "undo-confirm", n_confirmed, confirmed);
}

static void
show_progress (SmrIntakePage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  g_autoptr (GPtrArray) open = smr_intake_get_open_rows (self->intake, catalogue);
  guint n_offers = smr_intake_count_offers (self->intake);
  g_autofree char *text = NULL;

  if (open->len > 0)
    text = g_strdup_printf (ngettext ("%u row is still open", "%u rows are still open", open->len), open->len);
  gtk_label_set_label (self->progress_label, text != NULL ? text : _("Every row is answered"));
  enable (self, "sign", open->len == 0);
  enable (self, "next-open", open->len > 0);
  enable (self, "answer-rest", !is_signed (self) && smr_checklist_count_rest (self->checklist) > 0);
  enable (self, "confirm-rest", !is_signed (self) && n_offers > 0);
  gtk_widget_set_visible (self->confirm_button, g_hash_table_size (self->intake->offered) > 0);
  show_acts (self);
}

static void
answers_changed (SmrIntakePage *self)
{
  schedule_save (self);
  show_progress (self);
  schedule_meaning (self);
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
  g_autoptr (GMenu) earlier = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  for (guint i = self->record->intakes->len; i > 0; i--)
    {
      const SmrIntake *intake = g_ptr_array_index (self->record->intakes, i - 1);
      g_autofree char *day = smr_date_format (intake->signed_on);
      g_autofree char *label = g_strdup_printf (_("Signed on %s"), day);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "intake.show", "x", intake->id);
      g_menu_append_item (earlier, item);
    }
  g_menu_append (other, _("New empty form"), "intake.new-empty");
  if (is_signed (self))
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Print this form…"), NULL);

      g_menu_item_set_action_and_target (item, "win.print-form", "(xx)", self->record->client->id, self->intake->id);
      g_menu_append_item (other, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (earlier));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  gtk_menu_button_set_menu_model (self->forms_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->forms_button), self->record->intakes->len > 0);
}

/* Who signed it, what changed, and which rows came after it. */
static void
show_about (SmrIntakePage *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char *language = smr_workspace_get_language (self->workspace);
  const SmrIntake *before = get_form_before (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->about_box))) != NULL)
    gtk_box_remove (self->about_box, child);
  gtk_widget_set_visible (GTK_WIDGET (self->about_box), is_signed (self));
  if (!is_signed (self))
    return;

  child = smr_form_missing_new (catalogue, self->intake, language);
  if (child != NULL)
    gtk_box_append (self->about_box, child);
  gtk_box_append (self->about_box, smr_form_signature_new (self->intake));
  if (before != NULL)
    gtk_box_append (self->about_box, smr_form_changes_new (catalogue, before, self->intake, language));
}

static void
show_form (SmrIntakePage *self)
{
  smr_checklist_show (self->checklist, smr_workspace_get_catalogue (self->workspace), smr_workspace_get_language (self->workspace),
                      self->intake, get_form_before (self), self->record->client->born, smr_workspace_get_today (self->workspace));
  show_about (self);
  adw_window_title_set_subtitle (self->window_title, self->record->client->name);
  show_signature (self);
  show_forms_menu (self);
  show_progress (self);
  show_meaning (self);
}

/* What the form that a draft was begun from has to copy. */
static void
offer_copies (SmrIntakePage *self)
{
  for (guint i = 0; i < self->record->intakes->len; i++)
    {
      const SmrIntake *last = g_ptr_array_index (self->record->intakes, i);

      if (!is_signed (self) && last->id == self->intake->copy_of)
        smr_intake_offer (self->intake, last, smr_workspace_get_catalogue (self->workspace));
    }
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
  offer_copies (self);
  return TRUE;
}

/* --- actions ---------------------------------------------------------------------------------------------- */

/* From the last one, if there is one: what it said is offered. */
static void
start_form (SmrIntakePage *self, gboolean copy)
{
  GPtrArray *intakes = self->record->intakes;

  if (!save_draft (self))
    return;
  g_clear_pointer (&self->intake, smr_intake_free);
  self->intake = copy && intakes->len > 0 ? smr_intake_new_from (g_ptr_array_index (intakes, intakes->len - 1),
                                                                 smr_workspace_get_catalogue (self->workspace))
                                          : smr_intake_new ();
  show_form (self);
  smr_checklist_focus_first (self->checklist);
}

static void
new_form_cb (SmrIntakePage *self)
{
  start_form (self, TRUE);
}

static void
new_empty_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  start_form (user_data, FALSE);
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
  smr_checklist_focus_open (SMR_INTAKE_PAGE (user_data)->checklist);
}

/* On to what is left: signing, when nothing is. */
static void
focus_next_step (SmrIntakePage *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->sign_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->sign_button));
  else
    smr_checklist_focus_open (self->checklist);
}

static void
answer_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;

  smr_checklist_answer_rest (self->checklist);
  focus_next_step (self);
}

static void
undo_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  smr_checklist_undo_rest (SMR_INTAKE_PAGE (user_data)->checklist, FALSE);
}

static void
confirm_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrIntakePage *self = user_data;

  smr_checklist_confirm_rest (self->checklist);
  focus_next_step (self);
}

static void
undo_confirm_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  smr_checklist_undo_rest (SMR_INTAKE_PAGE (user_data)->checklist, TRUE);
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
  smr_checklist_set_narrow (self->checklist, narrow);
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

  g_type_ensure (SMR_TYPE_CHECKLIST);
  g_type_ensure (SMR_TYPE_SCREENING_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, forms_button);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, signed_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, rest_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, confirmed_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, panel);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, about_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, checklist);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, actions_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, outcomes_box);
  gtk_widget_class_bind_template_child (widget_class, SmrIntakePage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, answers_changed);
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
    { .name = "confirm-rest", .activate = confirm_rest_cb },
    { .name = "undo-confirm", .activate = undo_confirm_cb },
    { .name = "new-empty", .activate = new_empty_cb },
    { .name = "show-meaning", .activate = show_meaning_sheet_cb },
    { .name = "close-meaning", .activate = close_meaning_sheet_cb },
    { .name = "show", .activate = show_cb, .parameter_type = "x" },
  };

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
