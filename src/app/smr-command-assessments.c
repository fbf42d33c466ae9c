#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

/* What was seen of a client's posture and movement, and what often goes with it. */

/* --- JSON */

static void
add_seen (SmrCommand *self, JsonBuilder *builder, const SmrAssessment *assessment)
{
  smr_json_begin_array (builder, "seen");
  for (guint i = 0; i < assessment->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (assessment->seen, SmrSeen, i);
      const SmrObservation *observation = smr_catalogue_find_observation (self->catalogue, seen->observation);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "observation", seen->observation);
      smr_json_add_string (builder, "side", smr_side_to_string (seen->side));
      smr_json_add_text (builder, "name", observation != NULL ? observation->name : NULL, self->language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_ranges (JsonBuilder *builder, const SmrAssessment *assessment)
{
  smr_json_begin_array (builder, "ranges");
  for (guint i = 0; i < assessment->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (assessment->ranges, SmrRange, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "movement", range->movement);
      smr_json_add_string (builder, "side", smr_side_to_string (range->side));
      smr_json_add_int (builder, "degrees", range->degrees);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_hints (SmrCommand *self, JsonBuilder *builder, const SmrAssessment *assessment)
{
  g_autoptr (GPtrArray) hints = smr_assessment_list_hints (self->catalogue, assessment);

  smr_json_begin_array (builder, "often");
  for (guint i = 0; i < hints->len; i++)
    {
      const SmrHint *hint = g_ptr_array_index (hints, i);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      for (guint j = 0; j < hint->observations->len; j++)
        g_ptr_array_add (ids, (gpointer) ((const SmrObservation *) g_ptr_array_index (hint->observations, j))->id);
      g_ptr_array_add (ids, NULL);
      json_builder_begin_object (builder);
      smr_json_add_string (builder, "muscle", hint->muscle->id);
      smr_json_add_string (builder, "role", smr_role_to_string (hint->role));
      smr_json_add_string (builder, "side", smr_side_to_string (hint->side));
      smr_json_add_boolean (builder, "consider", hint->consider);
      smr_json_add_ids (builder, "because", (const char * const *) ids->pdata);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
print_json (SmrCommand *self, GPtrArray *assessments)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  smr_json_add_text (builder, "caution", smr_catalogue_get_text (self->catalogue, "assessment_caution"), self->language);
  smr_json_begin_array (builder, "assessments");
  for (guint i = assessments->len; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (assessments, i - 1);
      g_autoptr (GPtrArray) parts = g_ptr_array_copy (assessment->parts, NULL, NULL);

      g_ptr_array_add (parts, NULL);
      json_builder_begin_object (builder);
      smr_json_add_date (builder, "date", assessment->date);
      smr_json_add_string (builder, "trainer", assessment->trainer);
      smr_json_add_string (builder, "note", assessment->note);
      smr_json_add_ids (builder, "parts", (const char * const *) parts->pdata);
      add_seen (self, builder, assessment);
      add_ranges (builder, assessment);
      add_hints (self, builder, assessment);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return smr_command_print_json (builder);
}

/* --- text */

/* "    ohs_heels_rise              left     Heel leaves the floor" */
static void
append_seen (SmrCommand *self, GString *text, const SmrAssessment *assessment)
{
  for (guint i = 0; i < assessment->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (assessment->seen, SmrSeen, i);
      const SmrObservation *observation = smr_catalogue_find_observation (self->catalogue, seen->observation);

      g_string_append_printf (text, "  %-27s %-8s %s\n", seen->observation, smr_side_to_string (seen->side),
                              observation != NULL ? smr_text_get (observation->name, self->language) : "");
    }
  for (guint i = 0; i < assessment->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (assessment->ranges, SmrRange, i);

      g_string_append_printf (text, "  %-27s %-8s %d°\n", range->movement, smr_side_to_string (range->side), range->degrees);
    }
}

static void
append_hints (SmrCommand *self, GString *text, const SmrAssessment *assessment)
{
  g_autoptr (GPtrArray) hints = smr_assessment_list_hints (self->catalogue, assessment);

  if (hints->len > 0)
    g_string_append_printf (text, "%s\n", _("Often goes with it:"));
  for (guint i = 0; i < hints->len; i++)
    {
      const SmrHint *hint = g_ptr_array_index (hints, i);

      g_string_append_printf (text, "  %-27s %-8s %s%s%s\n", hint->muscle->id, smr_side_to_string (hint->side),
                              smr_role_to_string (hint->role), hint->consider ? " " : "", hint->consider ? _("(to consider)") : "");
    }
}

static gboolean
print_text (SmrCommand *self, GPtrArray *assessments)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = assessments->len; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (assessments, i - 1);
      g_autofree char *date = smr_date_to_string (assessment->date);

      g_string_append_printf (text, "%s%s%s\n", date, *assessment->trainer != '\0' ? "  " : "", assessment->trainer);
      append_seen (self, text, assessment);
      if (i == assessments->len)
        append_hints (self, text, assessment);
    }
  if (assessments->len > 0)
    g_string_append_printf (text, "%s\n", smr_text_get (smr_catalogue_get_text (self->catalogue, "assessment_caution"), self->language));
  return smr_command_print (text->str);
}

SmrExitStatus
smr_command_assessments (SmrCommand *self, GStrv argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;
  record = smr_command_load_record (self, arguments[0], self->today, &error);
  if (record == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  if (!(json ? print_json (self, record->assessments) : print_text (self, record->assessments)))
    return SMR_EXIT_FAILED;
  return SMR_EXIT_DONE;
}
