#include "config.h"

#include "smr-dose-fields.h"

#include <glib/gi18n.h>

#include "smr-dose-entry.h"
#include "smr-outcome.h"

typedef struct
{
  SmrDoseField  field;
  GtkWidget    *box;
  GtkEditable  *entry;
  GtkLabel     *unit;
} Figure;

struct _SmrDoseFields
{
  AdwBin             parent_instance;

  SmrCatalogue      *catalogue;   /* (nullable): until something is shown */
  SmrScreening      *screening;
  SmrItem           *item;        /* (nullable) */
  const SmrExercise *exercise;
  SmrLevel           level;
  const char        *language;
  guint              index;
  Figure             figures[SMR_N_DOSE_FIELDS];

  GtkWidget         *wrap;
  GtkLabel          *side_label;
  GtkLabel          *refusal_label;
};

G_DEFINE_FINAL_TYPE (SmrDoseFields, smr_dose_fields, ADW_TYPE_BIN)

static SmrSide
get_side (SmrDoseFields *self)
{
  return smr_item_side_get_sides (self->item->side);
}

static Figure *
find_figure (SmrDoseFields *self, gpointer entry)
{
  for (guint i = 0; i < SMR_N_DOSE_FIELDS; i++)
    {
      if (self->figures[i].entry == entry)
        return &self->figures[i];
    }
  g_assert_not_reached ();
}

/* --- words ------------------------------------------------------------------------------------------------ */

static const char *
get_reps_unit (const SmrExercise *exercise, int reps)
{
  if (exercise->phase == SMR_PHASE_INHIBIT)
    /* Translators: behind a number: tender spots to be rolled */
    return ngettext ("spot", "spots", reps);
  if (exercise->phase == SMR_PHASE_LENGTHEN || exercise->tempo == SMR_TEMPO_HOLD)
    /* Translators: behind a number: how often a stretch is held */
    return ngettext ("hold", "holds", reps);
  if (exercise->tempo == SMR_TEMPO_WALK)
    /* Translators: behind a number: lengths of a room to walk */
    return ngettext ("length", "lengths", reps);
  /* Translators: behind a number: repetitions, short */
  return ngettext ("rep", "reps", reps);
}

static const char *
get_unit (const SmrExercise *exercise, SmrDoseField field, int value)
{
  switch (field)
    {
    case SMR_DOSE_FIELD_SETS:
      return ngettext ("set", "sets", value);
    case SMR_DOSE_FIELD_REPS:
      return get_reps_unit (exercise, value);
    case SMR_DOSE_FIELD_HOLD:
      /* Translators: behind a number of seconds */
      return _("s each");
    case SMR_DOSE_FIELD_SEARCH:
      return _("s search");
    case SMR_DOSE_FIELD_REST:
      return _("s rest");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_name (const SmrExercise *exercise, SmrDoseField field)
{
  switch (field)
    {
    case SMR_DOSE_FIELD_SETS:
      return _("Sets");
    case SMR_DOSE_FIELD_REPS:
      if (exercise->phase == SMR_PHASE_INHIBIT)
        return _("Tender spots");
      if (exercise->tempo == SMR_TEMPO_WALK)
        return _("Lengths");
      return exercise->phase == SMR_PHASE_LENGTHEN ? _("Holds") : _("Repetitions");
    case SMR_DOSE_FIELD_HOLD:
      return _("Seconds of each hold");
    case SMR_DOSE_FIELD_SEARCH:
      return _("Seconds of slow search");
    case SMR_DOSE_FIELD_REST:
      return _("Seconds of rest between");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_side_words (SmrItemSide side)
{
  switch (side)
    {
    case SMR_ITEM_SIDE_LEFT:
      return _("left side only");
    case SMR_ITEM_SIDE_RIGHT:
      return _("right side only");
    case SMR_ITEM_SIDE_EACH:
      return _("each side");
    case SMR_ITEM_SIDE_TOGETHER:
      return _("both sides together");
    }
  g_return_val_if_reached (NULL);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static void
show_refusal (SmrDoseFields *self, Figure *figure, const char *text)
{
  gtk_label_set_label (self->refusal_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), text != NULL);
  for (guint i = 0; i < SMR_N_DOSE_FIELDS; i++)
    {
      GtkWidget *entry = GTK_WIDGET (self->figures[i].entry);

      if (&self->figures[i] == figure && text != NULL)
        {
          gtk_widget_add_css_class (entry, "error");
          gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
          gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->refusal_label, NULL, -1);
        }
      else if (gtk_widget_has_css_class (entry, "error"))
        {
          gtk_widget_remove_css_class (entry, "error");
          gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
        }
    }
}

/* What is typed and not taken is left, whatever else changes. */
static gboolean
is_being_typed (SmrDoseFields *self, Figure *figure, int shown)
{
  g_autofree char *text = g_strdup_printf ("%d", shown);

  return gtk_widget_has_css_class (GTK_WIDGET (figure->entry), "error") && !g_str_equal (gtk_editable_get_text (figure->entry), text);
}

static void
show_figure (SmrDoseFields *self, Figure *figure, const char *name, gboolean keep)
{
  int value = smr_dose_get_field (&self->item->dose, figure->field);
  gboolean shown = smr_exercise_has_dose_field (self->exercise, figure->field);
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autofree char *label = NULL;

  /* A single hold or set has no rest between. */
  if (figure->field == SMR_DOSE_FIELD_REST)
    shown &= self->item->dose.sets * (self->item->phase == SMR_PHASE_LENGTHEN ? self->item->dose.reps : 1) > 1;
  gtk_widget_set_visible (figure->box, shown);
  if (!shown || (keep && is_being_typed (self, figure, value)))
    return;
  if (!g_str_equal (gtk_editable_get_text (figure->entry), text))
    gtk_editable_set_text (figure->entry, text);
  gtk_label_set_label (figure->unit, get_unit (self->exercise, figure->field, value));
  /* Translators: a figure of a dose and the exercise: "Sets, Bridge" */
  label = g_strdup_printf (_("%s, %s"), get_name (self->exercise, figure->field), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (figure->entry), get_name (self->exercise, figure->field));
}

static void
take_state (SmrDoseFields *self, const SmrRoutineState *state, const SmrItem *item)
{
  g_clear_pointer (&self->item, smr_item_free);
  self->item = smr_item_copy (item);
  if (self->catalogue != state->catalogue)
    {
      g_clear_pointer (&self->catalogue, smr_catalogue_unref);
      self->catalogue = smr_catalogue_ref (state->catalogue);
    }
  g_clear_pointer (&self->screening, smr_screening_unref);
  self->screening = smr_screening_ref (state->screening);
  self->level = state->routine->level;
  self->language = state->language;
  self->exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
}

void
smr_dose_fields_show (SmrDoseFields *self, const SmrRoutineState *state, guint index)
{
  const SmrItem *item = g_ptr_array_index (state->routine->items, index);
  gboolean keep = self->item != NULL && self->item->exercise == item->exercise && smr_dose_equal (&self->item->dose, &item->dose);

  self->index = index;
  take_state (self, state, item);
  gtk_widget_set_visible (GTK_WIDGET (self), self->exercise != NULL);
  if (self->exercise == NULL)
    return;

  if (!keep)
    show_refusal (self, NULL, NULL);
  for (guint i = 0; i < SMR_N_DOSE_FIELDS; i++)
    show_figure (self, &self->figures[i], smr_text_get (self->exercise->name, self->language), keep);
  gtk_label_set_label (self->side_label, get_side_words (item->side));
}

gboolean
smr_dose_fields_focus (SmrDoseFields *self)
{
  for (guint i = 0; i < SMR_N_DOSE_FIELDS; i++)
    {
      if (gtk_widget_get_visible (self->figures[i].box))
        return gtk_widget_grab_focus (GTK_WIDGET (self->figures[i].entry));
    }
  return FALSE;
}

/* --- typing ----------------------------------------------------------------------------------------------- */

static void
send (SmrDoseFields *self, Figure *figure, const SmrDose *dose, gboolean step)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "routine.set-dose-field", "(usiib)",
                              self->index, self->item->exercise, figure->field, smr_dose_get_field (dose, figure->field), step);
}

static void
commit (SmrDoseFields *self, Figure *figure)
{
  g_autoptr (SmrMessage) refusal = NULL;
  SmrDose dose;

  if (self->item == NULL || self->exercise == NULL)
    return;
  dose = self->item->dose;
  refusal = smr_dose_enter (&dose, figure->field, gtk_editable_get_text (figure->entry), self->catalogue, self->screening,
                            self->exercise, self->level, get_side (self));
  if (refusal != NULL)
    {
      g_autofree char *text = smr_message_format_dated (refusal, self->language, smr_date_format);

      show_refusal (self, figure, text);
      return;
    }
  show_refusal (self, NULL, NULL);
  if (!smr_dose_equal (&dose, &self->item->dose))
    send (self, figure, &dose, FALSE);
  else
    show_figure (self, figure, smr_text_get (self->exercise->name, self->language), FALSE);
}

static void
activate_cb (SmrDoseFields *self, GtkEditable *entry)
{
  commit (self, find_figure (self, entry));
  gtk_editable_select_region (entry, 0, -1);
}

static void
focus_left_cb (SmrDoseFields *self, GtkEventController *controller)
{
  commit (self, find_figure (self, gtk_event_controller_get_widget (controller)));
}

static void
step (SmrDoseFields *self, Figure *figure, int steps)
{
  SmrDose dose = self->item->dose;

  if (smr_dose_step (&dose, figure->field, steps, self->catalogue, self->screening, self->exercise, self->level, get_side (self)))
    {
      show_refusal (self, NULL, NULL);
      send (self, figure, &dose, TRUE);
    }
  else
    {
      /* At its limit: say which. */
      g_autofree char *text = g_strdup_printf ("%d", smr_dose_get_field (&dose, figure->field) + steps);
      g_autoptr (SmrMessage) refusal = smr_dose_enter (&dose, figure->field, text, self->catalogue, self->screening,
                                                       self->exercise, self->level, get_side (self));
      g_autofree char *words = refusal != NULL ? smr_message_format_dated (refusal, self->language, smr_date_format) : NULL;

      show_refusal (self, figure, words);
    }
  gtk_editable_select_region (figure->entry, 0, -1);
}

static gboolean
key_pressed_cb (SmrDoseFields *self, guint keyval, guint keycode, GdkModifierType modifiers, GtkEventController *controller)
{
  Figure *figure = find_figure (self, gtk_event_controller_get_widget (controller));

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, figure, 1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, figure, -1);
      return TRUE;
    case GDK_KEY_Escape:
      show_refusal (self, NULL, NULL);
      show_figure (self, figure, smr_text_get (self->exercise->name, self->language), FALSE);
      gtk_widget_activate_action (GTK_WIDGET (self), "plan-row.focus", NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
add_figure (SmrDoseFields *self, SmrDoseField field)
{
  Figure *figure = &self->figures[field];
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  figure->field = field;
  figure->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  figure->entry = GTK_EDITABLE (entry);
  figure->unit = GTK_LABEL (gtk_label_new (NULL));

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  /* What was taken is undone on the page. */
  gtk_editable_set_enable_undo (figure->entry, FALSE);
  gtk_editable_set_width_chars (figure->entry, 3);
  gtk_editable_set_max_width_chars (figure->entry, 3);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5);
  gtk_widget_add_css_class (entry, "dose-figure");
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  gtk_box_append (GTK_BOX (figure->box), entry);
  gtk_box_append (GTK_BOX (figure->box), GTK_WIDGET (figure->unit));
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), figure->box);
}

static void
smr_dose_fields_dispose (GObject *object)
{
  SmrDoseFields *self = SMR_DOSE_FIELDS (object);

  g_clear_pointer (&self->item, smr_item_free);

  G_OBJECT_CLASS (smr_dose_fields_parent_class)->dispose (object);
}

static void
smr_dose_fields_finalize (GObject *object)
{
  SmrDoseFields *self = SMR_DOSE_FIELDS (object);

  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);

  G_OBJECT_CLASS (smr_dose_fields_parent_class)->finalize (object);
}

static void
smr_dose_fields_class_init (SmrDoseFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = smr_dose_fields_dispose;
  object_class->finalize = smr_dose_fields_finalize;
}

static void
smr_dose_fields_init (SmrDoseFields *self)
{
  static const SmrDoseField order[] = {
    SMR_DOSE_FIELD_SETS, SMR_DOSE_FIELD_REPS, SMR_DOSE_FIELD_HOLD, SMR_DOSE_FIELD_SEARCH, SMR_DOSE_FIELD_REST,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 3);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_figure (self, order[i]);

  self->side_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->side_label), "heading");
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), GTK_WIDGET (self->side_label));

  self->refusal_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->refusal_label, 0);
  gtk_label_set_wrap (self->refusal_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal_label), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), FALSE);

  gtk_box_append (GTK_BOX (box), self->wrap);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refusal_label));
  adw_bin_set_child (ADW_BIN (self), box);
}
