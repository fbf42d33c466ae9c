#include "config.h"

#include "smr-assessment-words.h"

#include <glib/gi18n.h>

const char *
smr_seen_get_side_label (SmrSide side)
{
  switch (side)
    {
    case SMR_SIDE_LEFT:
      return _("left");
    case SMR_SIDE_RIGHT:
      return _("right");
    case SMR_SIDE_BOTH:
      return _("both sides");
    case SMR_SIDE_NONE:
    case SMR_SIDE_MIDLINE:
      break;
    }
  return NULL;
}

char *
smr_observation_dup_label (const SmrObservation *observation, SmrSide side, const char *language)
{
  const char *name = smr_text_get (observation->name, language);
  const char *where = smr_seen_get_side_label (side);

  /* Translators: what was seen, and on which side: "Heel leaves the floor: left" */
  return where != NULL ? g_strdup_printf (_("%s: %s"), name, where) : g_strdup (name);
}

char *
smr_observation_dup_views (const SmrObservation *observation)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if ((observation->views & SMR_VIEW_FRONT) != 0)
    g_strv_builder_add (words, C_("view", "from the front"));
  if ((observation->views & SMR_VIEW_SIDE) != 0)
    g_strv_builder_add (words, C_("view", "from the side"));
  if ((observation->views & SMR_VIEW_BACK) != 0)
    g_strv_builder_add (words, C_("view", "from the back"));
  list = g_strv_builder_end (words);
  return g_strjoinv (", ", list);
}

char *
smr_assessment_dup_summary (const SmrAssessment *assessment, SmrCatalogue *catalogue, const char *language)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) name_list = NULL;
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < assessment->parts->len; i++)
    {
      const SmrAssessmentPart *part = smr_catalogue_find_assessment_part (catalogue, g_ptr_array_index (assessment->parts, i));

      if (part != NULL)
        g_strv_builder_add (names, smr_text_get (part->name, language));
    }
  name_list = g_strv_builder_end (names);
  if (*name_list != NULL)
    {
      g_strv_builder_take (parts, g_strjoinv (", ", name_list));
      if (assessment->seen->len == 0)
        g_strv_builder_add (parts, _("no sign seen"));
      else
        g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u sign", "%u signs", assessment->seen->len), assessment->seen->len));
    }
  if (assessment->ranges->len > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u range measured", "%u ranges measured", assessment->ranges->len), assessment->ranges->len));
  if (*assessment->trainer != '\0')
    g_strv_builder_add (parts, assessment->trainer);
  list = g_strv_builder_end (parts);
  return *list != NULL ? g_strjoinv (" · ", list) : g_strdup (assessment->note);
}

char *
smr_assessment_dup_ranges (const SmrAssessment *assessment, const char *movement)
{
  int left = smr_assessment_get_range (assessment, movement, SMR_SIDE_LEFT);
  int right = smr_assessment_get_range (assessment, movement, SMR_SIDE_RIGHT);

  if (left != SMR_RANGE_NOT_MEASURED && right != SMR_RANGE_NOT_MEASURED)
    return g_strdup_printf (_("left %d°, right %d°"), left, right);
  if (left != SMR_RANGE_NOT_MEASURED)
    return g_strdup_printf (_("left %d°"), left);
  if (right != SMR_RANGE_NOT_MEASURED)
    return g_strdup_printf (_("right %d°"), right);
  return NULL;
}

char *
smr_source_dup_citations (const char *source, SmrCatalogue *catalogue, const char *language)
{
  g_auto (GStrv) keys = smr_source_split_keys (source);
  g_autoptr (GStrvBuilder) citations = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const SmrSource *entry = smr_catalogue_find_source (catalogue, keys[i]);

      if (entry != NULL)
        g_strv_builder_add (citations, smr_text_get (entry->citation, language));
    }
  list = g_strv_builder_end (citations);
  return g_strjoinv (", ", list);
}
