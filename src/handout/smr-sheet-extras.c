#include "smr-writer.h"

#include "smr-routine-diff.h"

/* --- changes ---------------------------------------------------------------------------------------------- */

static SmrSheetItem *
find_item (SmrWriter *self, GPtrArray *phases, const SmrItem *item)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const SmrSheetPhase *phase = g_ptr_array_index (phases, i);

      for (guint j = 0; j < phase->items->len; j++)
        {
          SmrSheetItem *sheet = g_ptr_array_index (phase->items, j);

          if (g_ptr_array_index (self->routine->items, sheet->item) == item)
            return sheet;
        }
    }
  return NULL;
}

SmrSheetList *
smr_writer_mark_changes (SmrWriter *self, const SmrRoutine *previous, GPtrArray *phases)
{
  g_autoptr (GPtrArray) diffs = smr_routine_compare (previous, self->routine);
  SmrSheetList *list = smr_sheet_list_new_take (smr_writer_say_number (self, "changes", "version", previous->version));

  for (guint i = 0; i < diffs->len; i++)
    {
      const SmrDiff *diff = g_ptr_array_index (diffs, i);
      const SmrItem *item = diff->now != NULL ? diff->now : diff->before;
      const SmrExercise *exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
      g_autofree char *kind = NULL;
      SmrSheetItem *sheet;

      if (diff->kind == SMR_DIFF_SAME || exercise == NULL)
        continue;

      kind = smr_writer_say (self, diff->kind == SMR_DIFF_GONE ? "change_gone" : diff->kind == SMR_DIFF_NEW ? "change_new" : "change_changed");
      g_ptr_array_add (list->lines, g_strdup_printf ("%s: %s", kind, smr_text_get (exercise->name, self->language)));
      sheet = diff->now != NULL ? find_item (self, phases, diff->now) : NULL;
      if (sheet != NULL)
        g_set_str (&sheet->change, kind);
    }
  return list;
}

/* --- diary ------------------------------------------------------------------------------------------------ */

SmrSheetDiary *
smr_writer_make_diary (SmrWriter *self)
{
  SmrSheetDiary *diary = g_new0 (SmrSheetDiary, 1);

  diary->heading = smr_writer_say (self, "diary");
  diary->how = smr_writer_say (self, "diary_how");
  diary->week = g_strdup (smr_text_get (smr_writer_find (self, "diary_week"), self->language));
  for (guint i = 0; i < G_N_ELEMENTS (diary->days); i++)
    {
      g_autofree char *id = g_strdup_printf ("diary_day_%u", i + 1);

      diary->days[i] = smr_writer_say (self, id);
    }
  diary->pain = smr_writer_say (self, "diary_pain");
  diary->notes = smr_writer_say (self, "diary_notes");
  return diary;
}

void
smr_sheet_diary_free (SmrSheetDiary *self)
{
  g_free (self->heading);
  g_free (self->how);
  g_free (self->week);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_free (self->days[i]);
  g_free (self->pain);
  g_free (self->notes);
  g_free (self);
}
