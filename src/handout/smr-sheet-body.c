#include "smr-sheet-body.h"

static guint8 *
get_mark (const SmrSheetBody *self, const SmrMuscle *muscle, SmrSide side)
{
  return &g_array_index (self->marks, guint8, 2 * muscle->index + (side == SMR_SIDE_RIGHT));
}

static void
mark_sides (SmrSheetBody *self, const SmrMuscle *muscle, SmrSide sides, SmrBodyMark mark)
{
  if (!muscle->paired || (sides & SMR_SIDE_LEFT) != 0)
    *get_mark (self, muscle, SMR_SIDE_LEFT) = mark;
  if (muscle->paired && (sides & SMR_SIDE_RIGHT) != 0)
    *get_mark (self, muscle, SMR_SIDE_RIGHT) = mark;
}

static gboolean
mark_items (SmrSheetBody *self, SmrWriter *writer, SmrPhase phase, SmrBodyMark mark)
{
  gboolean marked = FALSE;

  for (guint i = 0; i < writer->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (writer->routine->items, i);

      if (item->phase != phase)
        continue;
      for (guint j = 0; j < item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (item->served, j);
          const SmrMuscle *muscle = smr_catalogue_find_muscle (writer->catalogue, served->muscle);

          if (muscle == NULL)
            continue;
          mark_sides (self, muscle, served->side, mark);
          marked = TRUE;
        }
    }
  return marked;
}

/* Last, over all else: what is stretched and must not be rolled is shown as what must not be rolled. */
static gboolean
mark_excluded (SmrSheetBody *self, SmrWriter *writer)
{
  static const SmrSide each[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };
  GPtrArray *muscles = smr_catalogue_get_muscles (writer->catalogue);
  gboolean marked = FALSE;

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      for (int j = 0; j < (muscle->paired ? 2 : 1); j++)
        {
          SmrSide side = muscle->paired ? each[j] : SMR_SIDE_MIDLINE;

          if (smr_screening_get_muscle (writer->screening, SMR_PHASE_INHIBIT, muscle, side) != SMR_OUTCOME_EXCLUDED_REGIONS)
            continue;
          mark_sides (self, muscle, side, SMR_BODY_MARK_EXCLUDED);
          marked = TRUE;
        }
    }
  return marked;
}

/* The phases that there are, in their own words: "Roll · Stretch". */
static char *
say_release (SmrWriter *writer, gboolean rolled, gboolean stretched)
{
  g_autofree char *roll = smr_writer_say_part (writer, "phase", "inhibit");
  g_autofree char *stretch = smr_writer_say_part (writer, "phase", "lengthen");

  if (rolled && stretched)
    return g_strdup_printf ("%s · %s", roll, stretch);
  return g_strdup (rolled ? roll : stretch);
}

SmrSheetBody *
smr_writer_make_body (SmrWriter *self)
{
  SmrSheetBody *body;
  gboolean rolled, stretched, activated;

  if (smr_catalogue_get_body_chart (self->catalogue) == NULL)
    return NULL;

  body = g_rc_box_new0 (SmrSheetBody);
  body->catalogue = smr_catalogue_ref (self->catalogue);
  body->marks = g_array_new (FALSE, TRUE, 1);
  g_array_set_size (body->marks, 2 * smr_catalogue_get_muscles (self->catalogue)->len);

  activated = mark_items (body, self, SMR_PHASE_ACTIVATE, SMR_BODY_MARK_UNDERACTIVE);
  stretched = mark_items (body, self, SMR_PHASE_LENGTHEN, SMR_BODY_MARK_OVERACTIVE);
  rolled = mark_items (body, self, SMR_PHASE_INHIBIT, SMR_BODY_MARK_OVERACTIVE);
  if (!activated && !stretched && !rolled)
    {
      smr_sheet_body_unref (body);
      return NULL;
    }
  if (rolled || stretched)
    body->legend[SMR_BODY_MARK_OVERACTIVE] = say_release (self, rolled, stretched);
  if (activated)
    body->legend[SMR_BODY_MARK_UNDERACTIVE] = smr_writer_say_part (self, "phase", "activate");
  if (mark_excluded (body, self))
    body->legend[SMR_BODY_MARK_EXCLUDED] = smr_writer_say_part (self, "excluded", "1");
  return body;
}

static void
clear (SmrSheetBody *self)
{
  smr_catalogue_unref (self->catalogue);
  g_array_unref (self->marks);
  for (int i = 0; i < SMR_N_BODY_MARKS; i++)
    g_free (self->legend[i]);
}

SmrSheetBody *
smr_sheet_body_ref (SmrSheetBody *self)
{
  return g_rc_box_acquire (self);
}

void
smr_sheet_body_unref (SmrSheetBody *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

static SmrBodyMark
get_mark_cb (const SmrMuscle *muscle, SmrSide side, gpointer user_data)
{
  return *get_mark (user_data, muscle, side);
}

double
smr_sheet_body_get_aspect (const SmrSheetBody *self)
{
  return smr_body_chart_get_aspect (smr_catalogue_get_body_chart (self->catalogue));
}

void
smr_sheet_body_draw (const SmrSheetBody *self, cairo_t *cr, double x, double y, double width, double height)
{
  static const SmrBodyView views[] = { SMR_BODY_VIEW_FRONT, SMR_BODY_VIEW_BACK };
  const SmrBodyChart *chart = smr_catalogue_get_body_chart (self->catalogue);
  double scale = height / chart->height;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, x + width * (i == 0 ? 0.25 : 0.75), y);
      cairo_scale (cr, scale, scale);
      smr_body_draw (cr, self->catalogue, views[i], get_mark_cb, (gpointer) self, smr_body_colors_get (SMR_BODY_SCHEME_PAPER));
      cairo_restore (cr);
    }
}
