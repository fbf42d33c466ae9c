#include "config.h"

#include "smr-hint-list.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-assessment-words.h"
#include "smr-muscle-status.h"
#include "smr-outcome.h"
#include "smr-routine-words.h"

struct _SmrHintList
{
  AdwBin           parent_instance;

  SmrCatalogue    *catalogue;
  const char      *language;
  gint64           assessment;  /* that is shown; 0: none */
  GPtrArray       *hints;       /* (element-type SmrHint) */
  GPtrArray       *chips;       /* (element-type GtkToggleButton) of the same hints */
  gboolean         showing;     /* chips are being set, not clicked */

  GtkListBox      *box;
  AdwExpanderRow  *expander;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SmrHintList, smr_hint_list, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- chips ------------------------------------------------------------------------------------------------ */

/* What is picked of the hint's muscle in its role. */
static SmrSide
find_picked (const SmrHint *hint, const SmrRoutine *routine)
{
  return smr_picks_get_sides (hint->role == SMR_ROLE_OVERACTIVE ? routine->overactive : routine->underactive, hint->muscle->id);
}

static void
toggled_cb (SmrHintList *self, GtkToggleButton *chip)
{
  const SmrHint *hint = g_object_get_data (G_OBJECT (chip), "hint");
  SmrSide picked = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "picked"));
  SmrSide sides = gtk_toggle_button_get_active (chip) ? picked | hint->side : picked & ~hint->side;

  if (!self->showing)
    g_signal_emit (self, signals[PICKED], 0, hint->muscle->id, hint->role, sides);
}

/* A line for each sign that names it. */
static char *
dup_signs (const SmrHint *hint, const char *language)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < hint->observations->len; i++)
    g_strv_builder_add (names, smr_text_get (((const SmrObservation *) g_ptr_array_index (hint->observations, i))->name, language));
  list = g_strv_builder_end (names);
  return g_strjoinv ("\n", list);
}

static GtkWidget *
new_chip (SmrHintList *self, const SmrHint *hint)
{
  g_autofree char *label = smr_muscle_dup_label (hint->muscle, hint->side, self->language);
  g_autofree char *name = g_strdup_printf (hint->role == SMR_ROLE_OVERACTIVE ? _("Pick %s, overactive") : _("Pick %s, underactive"), label);
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "side-toggle");
  smr_accessible_set_name (chip, name);
  g_object_set_data (G_OBJECT (chip), "hint", (gpointer) hint);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
  return chip;
}

static void
show_chip (SmrHintList *self, GtkToggleButton *chip, const SmrRoutine *routine, SmrScreening *screening)
{
  const SmrHint *hint = g_object_get_data (G_OBJECT (chip), "hint");
  SmrSide picked = find_picked (hint, routine);
  SmrSide out = screening != NULL ? smr_muscle_get_sides_out (hint->muscle, hint->role, screening) : SMR_SIDE_NONE;
  g_autofree char *text = dup_signs (hint, self->language);

  if (out != SMR_SIDE_NONE)
    {
      g_autofree char *reason = smr_muscle_dup_out_text (hint->muscle, hint->role, out, self->catalogue, screening, self->language);
      g_autofree char *signs = g_steal_pointer (&text);

      text = g_strdup_printf ("%s\n%s", signs, reason);
    }
  g_object_set_data (G_OBJECT (chip), "picked", GUINT_TO_POINTER (picked));
  gtk_toggle_button_set_active (chip, (picked & hint->side) == hint->side);
  gtk_widget_set_tooltip_text (GTK_WIDGET (chip), text);
  if (out != SMR_SIDE_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (chip), "out");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (chip), "out");
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_box (SmrHintList *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "hints");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (self->expander, row);
  return box;
}

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_chips (SmrHintList *self, const char *title, SmrRole role, gboolean consider)
{
  GtkWidget *wrap = NULL;

  for (guint i = 0; i < self->hints->len; i++)
    {
      const SmrHint *hint = g_ptr_array_index (self->hints, i);

      if (hint->role != role || hint->consider != consider)
        continue;
      if (wrap == NULL)
        {
          GtkWidget *box = add_box (self);

          add_label (box, title, "caption-heading");
          wrap = adw_wrap_box_new ();
          adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
          adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
          gtk_box_append (GTK_BOX (box), wrap);
        }
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), new_chip (self, hint));
    }
}

/* Each sign that was seen, and who says what goes with it. */
static void
add_sources (SmrHintList *self, const SmrAssessment *assessment)
{
  GPtrArray *parts = smr_catalogue_get_assessment_parts (self->catalogue);
  GtkWidget *box = add_box (self);

  add_label (box, smr_text_get (smr_catalogue_get_text (self->catalogue, "assessment_caution"), self->language), "caption");
  for (guint i = 0; i < parts->len; i++)
    {
      const SmrAssessmentPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->observations->len; j++)
        {
          const SmrObservation *observation = g_ptr_array_index (part->observations, j);
          SmrSide side = smr_assessment_get_side (assessment, observation->id);
          g_autofree char *label = NULL;
          g_autofree char *sources = NULL;
          g_autofree char *text = NULL;

          if (side == SMR_SIDE_NONE)
            continue;
          label = smr_observation_dup_label (observation, side, self->language);
          sources = smr_source_dup_citations (observation->source, self->catalogue, self->language);
          /* Translators: a sign that was seen, and the sources of what goes with it */
          text = g_strdup_printf (_("%s (%s)"), label, sources);
          add_label (box, text, "caption");
        }
    }
  gtk_widget_add_css_class (box, "dimmed");
}

static void
add_rows (SmrHintList *self, const SmrAssessment *assessment)
{
  g_autofree char *day = smr_date_format (assessment->date);
  g_autofree char *subtitle = g_strdup_printf (_("Seen on %s. A guess to choose from"), day);
  GtkWidget *row = adw_expander_row_new ();

  self->expander = ADW_EXPANDER_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("From the assessment"));
  adw_expander_row_set_subtitle (self->expander, subtitle);
  gtk_list_box_append (self->box, row);
  add_chips (self, _("Often overactive"), SMR_ROLE_OVERACTIVE, FALSE);
  add_chips (self, _("Often underactive"), SMR_ROLE_UNDERACTIVE, FALSE);
  add_chips (self, _("To consider as overactive"), SMR_ROLE_OVERACTIVE, TRUE);
  add_chips (self, _("To consider as underactive"), SMR_ROLE_UNDERACTIVE, TRUE);
  add_sources (self, assessment);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_hint_list_dispose (GObject *object)
{
  SmrHintList *self = SMR_HINT_LIST (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);

  G_OBJECT_CLASS (smr_hint_list_parent_class)->dispose (object);
}

static void
smr_hint_list_class_init (SmrHintListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = smr_hint_list_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
}

static void
smr_hint_list_init (SmrHintList *self)
{
  self->chips = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
smr_hint_list_set_assessment (SmrHintList *self, const SmrAssessment *assessment, SmrCatalogue *catalogue, const char *language)
{
  if (self->assessment == (assessment != NULL ? assessment->id : 0))
    return;
  self->assessment = assessment != NULL ? assessment->id : 0;
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);
  self->catalogue = smr_catalogue_ref (catalogue);
  self->language = language;
  gtk_list_box_remove_all (self->box);
  self->expander = NULL;
  g_ptr_array_set_size (self->chips, 0);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  if (assessment != NULL)
    self->hints = smr_assessment_list_hints (catalogue, assessment);
  gtk_widget_set_visible (GTK_WIDGET (self), self->hints != NULL && self->hints->len > 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    add_rows (self, assessment);
}

void
smr_hint_list_show (SmrHintList *self, const SmrRoutine *routine, SmrScreening *screening)
{
  if (self->expander == NULL)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    show_chip (self, g_ptr_array_index (self->chips, i), routine, screening);
  self->showing = FALSE;
}
