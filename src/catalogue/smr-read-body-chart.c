#include "smr-draft.h"

/* The figure of the body map. How its outlines lie to each other is judged by smr_body_chart_check(), at build time. */

static SmrBodyOutline *
read_outline (SmrDraft *draft, SmrXmlElement *element)
{
  g_autoptr (GError) error = NULL;
  SmrBodyOutline *outline = smr_body_outline_new_parse (smr_draft_take_string (draft, element, "outline"), &error);

  if (outline == NULL)
    smr_draft_report (draft, element, "%s", error->message);
  return outline;
}

static void
read_shapes (SmrDraft *draft, SmrXmlElement *element, const char *name, gboolean muscle_needed, GPtrArray *shapes)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, name);

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      SmrBodyOutline *outline = read_outline (draft, child);
      const char *muscle = NULL;

      if (muscle_needed || smr_xml_element_peek (child, "muscle") != NULL)
        muscle = smr_draft_take_reference (draft, child, "muscle", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
      if (outline != NULL)
        g_ptr_array_add (shapes, smr_body_shape_new_take (muscle, outline));
    }
}

static void
read_figure (SmrDraft *draft, SmrXmlElement *element)
{
  SmrXmlElement *silhouette = smr_draft_take_child (draft, element, "silhouette");
  SmrBodyView view = SMR_BODY_VIEW_BOTH;
  SmrBodyFigure *figure;

  smr_draft_take_word (draft, element, "view", smr_body_view_from_string, &view);
  figure = smr_body_chart_get_figure (draft->parts.body_chart, view);
  if (view == SMR_BODY_VIEW_BOTH || figure->silhouette != NULL)
    {
      smr_draft_report (draft, element, "one figure is the front, the other the back");
      return;
    }
  if (silhouette != NULL)
    figure->silhouette = read_outline (draft, silhouette);
  read_shapes (draft, element, "shape", FALSE, figure->shapes);
  read_shapes (draft, element, "region", TRUE, figure->regions);
}

void
smr_read_body_chart (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) figures = smr_draft_take_children (section, "figure");
  int half_width = smr_draft_take_int (self, section, "half-width", 1, 10000);
  int height = smr_draft_take_int (self, section, "height", 1, 10000);

  if (self->parts.body_chart != NULL)
    {
      smr_draft_report (self, section, "a second <body-map>");
      return;
    }
  self->parts.body_chart = smr_body_chart_new (half_width, height);
  for (guint i = 0; i < figures->len; i++)
    read_figure (self, g_ptr_array_index (figures, i));
  if (figures->len != 2)
    smr_draft_report (self, section, "two figures are needed, front and back");
}

static gboolean
is_drawn (const SmrBodyFigure *figure, const SmrMuscle *muscle)
{
  g_autoptr (GPtrArray) shapes = smr_body_figure_collect (figure, muscle->id);

  return shapes->len > 0;
}

/* A map has every muscle, in each of the views that the muscle says. */
void
smr_check_body_chart (SmrDraft *self)
{
  SmrBodyChart *chart = self->parts.body_chart;

  if (chart == NULL)
    return;
  for (guint i = 0; i < self->parts.muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (self->parts.muscles, i);
      const SmrXmlElement *element = smr_draft_find (self, SMR_ENTRY_MUSCLE, muscle->id);

      if (muscle->view != SMR_BODY_VIEW_BACK && !is_drawn (&chart->front, muscle))
        smr_draft_report (self, element, "the body map does not show it in front");
      if (muscle->view != SMR_BODY_VIEW_FRONT && !is_drawn (&chart->back, muscle))
        smr_draft_report (self, element, "the body map does not show it at the back");
    }
}
