#include "config.h"

#include "smr-checklist.h"

#include "smr-answer-row.h"
#include "smr-intake-copy.h"
#include "smr-screening.h"

struct _SmrChecklist
{
  GtkBox        parent_instance;

  SmrCatalogue *catalogue;
  SmrIntake    *form;                   /* (unowned) */
  GPtrArray    *rows;                   /* (element-type SmrAnswerRow) in the catalogue's order of categories */
  gboolean      narrow;
};

G_DEFINE_FINAL_TYPE (SmrChecklist, smr_checklist, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
take_answer (SmrChecklist *self, SmrAnswerRow *row)
{
  SmrAnswer *answer = smr_answer_row_dup_answer (row);

  if (answer != NULL)
    smr_intake_take_answer (self->form, answer);
  else
    g_hash_table_remove (self->form->answers, smr_answer_row_get_condition (row)->id);
}

static void
show_missing (SmrChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      smr_answer_row_show_missing (row, smr_intake_get_missing_follow_ups (self->form, smr_answer_row_get_condition (row)));
    }
}

static void
changed (SmrChecklist *self)
{
  show_missing (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answer_changed_cb (SmrAnswerRow *row, SmrChecklist *self)
{
  take_answer (self, row);
  changed (self);
}

/* On to the next row, so that a healthy client's form is a row of N keys. */
static void
answered_cb (SmrAnswerRow *row, SmrChecklist *self)
{
  guint position;

  if (g_ptr_array_find (self->rows, row, &position) && position + 1 < self->rows->len)
    smr_answer_row_focus (g_ptr_array_index (self->rows, position + 1));
}

static SmrAnswerRow *
make_row (SmrChecklist *self, const SmrCondition *condition, const char *language, const SmrIntake *before, SmrDate born, SmrDate today)
{
  const SmrAnswer *last = before != NULL ? smr_intake_get_answer (before, condition->id) : NULL;
  const SmrAnswer *offer = g_hash_table_lookup (self->form->offered, condition->id);
  SmrAnswerRow *row = smr_answer_row_new (self->catalogue, condition, language, smr_intake_get_answer (self->form, condition->id), born, today);

  if (offer != NULL)
    smr_answer_row_set_offer (row, offer);
  if (last != NULL)
    smr_answer_row_set_before (row, last);
  smr_answer_row_set_editable (row, self->form->signed_on == SMR_DATE_NONE);
  smr_answer_row_set_narrow (row, self->narrow);
  g_signal_connect_object (row, "changed", G_CALLBACK (answer_changed_cb), self, 0);
  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
  return row;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_checklist_dispose (GObject *object)
{
  SmrChecklist *self = SMR_CHECKLIST (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);

  G_OBJECT_CLASS (smr_checklist_parent_class)->dispose (object);
}

static void
smr_checklist_finalize (GObject *object)
{
  g_ptr_array_unref (SMR_CHECKLIST (object)->rows);

  G_OBJECT_CLASS (smr_checklist_parent_class)->finalize (object);
}

static void
smr_checklist_class_init (SmrChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = smr_checklist_dispose;
  G_OBJECT_CLASS (klass)->finalize = smr_checklist_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
smr_checklist_init (SmrChecklist *self)
{
  self->rows = g_ptr_array_new ();
}

void
smr_checklist_show (SmrChecklist *self, SmrCatalogue *catalogue, const char *language, SmrIntake *form, const SmrIntake *before,
                    SmrDate born, SmrDate today)
{
  GPtrArray *categories = smr_catalogue_get_categories (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);
  self->catalogue = smr_catalogue_ref (catalogue);
  self->form = form;

  for (guint i = 0; i < categories->len; i++)
    {
      const SmrCategory *category = g_ptr_array_index (categories, i);
      AdwPreferencesGroup *group = NULL;

      for (guint j = 0; j < conditions->len; j++)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, j);
          SmrAnswerRow *row;

          if (condition->computed || !g_str_equal (condition->category, category->id))
            continue;
          if (group == NULL)
            {
              group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
              adw_preferences_group_set_title (group, smr_text_get (category->name, language));
              gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
            }
          row = make_row (self, condition, language, before, born, today);
          adw_preferences_group_add (group, GTK_WIDGET (row));
          g_ptr_array_add (self->rows, row);
        }
    }
  show_missing (self);
}

void
smr_checklist_set_narrow (SmrChecklist *self, gboolean narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    smr_answer_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
}

void
smr_checklist_focus_first (SmrChecklist *self)
{
  if (self->rows->len > 0)
    smr_answer_row_focus (g_ptr_array_index (self->rows, 0));
}

void
smr_checklist_focus_open (SmrChecklist *self)
{
  g_autoptr (GPtrArray) open = smr_intake_get_open_rows (self->form, self->catalogue);

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

/* --- acts on many rows ------------------------------------------------------------------------------------ */

/* Neither answered nor waiting to be confirmed. */
static gboolean
is_rest (SmrChecklist *self, SmrAnswerRow *row)
{
  const char *condition = smr_answer_row_get_condition (row)->id;

  return smr_intake_get_answer (self->form, condition) == NULL && smr_intake_get_offer (self->form, condition) == NULL;
}

static gboolean
was_given_with_rest (SmrChecklist *self, SmrAnswerRow *row, gboolean confirmed)
{
  const SmrAnswer *answer = smr_intake_get_answer (self->form, smr_answer_row_get_condition (row)->id);

  return answer != NULL && answer->with_rest && (answer->as_of != SMR_DATE_NONE) == confirmed;
}

guint
smr_checklist_count_rest (SmrChecklist *self)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += is_rest (self, g_ptr_array_index (self->rows, i));
  return count;
}

guint
smr_checklist_count_with_rest (SmrChecklist *self, gboolean confirmed)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += was_given_with_rest (self, g_ptr_array_index (self->rows, i), confirmed);
  return count;
}

/* @answer: (nullable) (transfer full) */
static void
put (SmrChecklist *self, SmrAnswerRow *row, SmrAnswer *answer)
{
  if (answer != NULL)
    answer->with_rest = TRUE;
  smr_answer_row_take_answer (row, answer);
  take_answer (self, row);
}

void
smr_checklist_answer_rest (SmrChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      if (is_rest (self, row))
        put (self, row, smr_answer_new (smr_answer_row_get_condition (row)->id, SMR_REPLY_NO));
    }
  changed (self);
}

void
smr_checklist_confirm_rest (SmrChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);
      const SmrAnswer *offer = smr_intake_get_offer (self->form, smr_answer_row_get_condition (row)->id);

      if (offer != NULL)
        put (self, row, smr_answer_copy (offer));
    }
  changed (self);
}

void
smr_checklist_undo_rest (SmrChecklist *self, gboolean confirmed)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);

      if (was_given_with_rest (self, row, confirmed))
        put (self, row, NULL);
    }
  changed (self);
}
