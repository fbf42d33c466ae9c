#include "smr-writer.h"

/* Reasons and the answers behind them: nothing of this may stand on a client's page. */

static SmrSheetList *
make_screening (SmrWriter *self)
{
  GPtrArray *reasons = smr_screening_get_reasons (self->screening);
  SmrSheetList *list = smr_sheet_list_new_take (smr_writer_say (self, "trainer_screening"));

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *details = NULL;
      g_autofree char *text = smr_reason_dup_shown (reason, self->catalogue, self->language, smr_date_to_string, &details);
      g_autofree char *cleared = reason->cleared ? smr_writer_say (self, "trainer_cleared") : NULL;

      g_ptr_array_add (list->lines, g_strdup_printf ("%s%s%s\n%s", text, cleared != NULL ? " " : "",
                                                     cleared != NULL ? cleared : "", details != NULL ? details : ""));
    }
  if (list->lines->len == 0)
    g_ptr_array_add (list->lines, smr_writer_say (self, "trainer_nothing"));
  return list;
}

/* The citations of @source, as far as the catalogue knows them. */
static char *
say_sources (SmrWriter *self, const char *source)
{
  g_auto (GStrv) keys = smr_source_split_keys (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const SmrSource *known = smr_catalogue_find_source (self->catalogue, keys[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              known != NULL ? smr_text_get (known->citation, self->language) : keys[i]);
    }
  return g_string_free (text, FALSE);
}

static SmrSheetList *
make_items (SmrWriter *self)
{
  SmrSheetList *list = smr_sheet_list_new_take (smr_writer_say (self, "trainer_why"));

  for (guint i = 0; i < self->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (self->routine->items, i);
      const SmrExercise *exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
      g_autofree char *reason = smr_item_dup_reason (item, self->catalogue, self->language);
      g_autofree char *by_hand = smr_item_is_by_hand (item) ? smr_writer_say (self, "trainer_by_hand") : NULL;
      g_autofree char *sources = NULL;

      if (exercise == NULL)
        continue;
      sources = say_sources (self, exercise->source);
      g_ptr_array_add (list->lines, g_strdup_printf ("%s: %s%s%s\n%s", smr_text_get (exercise->name, self->language), reason,
                                                     by_hand != NULL ? " · " : "", by_hand != NULL ? by_hand : "", sources));
    }
  return list;
}

static SmrSheetList *
make_check (SmrWriter *self)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);
  SmrSheetList *list = smr_sheet_list_new_take (smr_writer_say (self, "trainer_check"));

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrText *question = condition->check_question != NULL ? condition->check_question : condition->question;

      if (condition->every_session && question != NULL)
        g_ptr_array_add (list->lines, g_strdup (smr_text_get (question, self->language)));
    }
  return list;
}

SmrSheetTrainer *
smr_writer_make_trainer (SmrWriter *self)
{
  SmrSheetTrainer *trainer = g_new0 (SmrSheetTrainer, 1);

  trainer->heading = smr_writer_say (self, "trainer_copy");
  trainer->warning = smr_writer_say (self, "trainer_only");
  trainer->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_list_free);
  g_ptr_array_add (trainer->lists, make_screening (self));
  trainer->items = make_items (self);
  g_ptr_array_add (trainer->lists, (gpointer) trainer->items);
  g_ptr_array_add (trainer->lists, make_check (self));
  return trainer;
}

void
smr_sheet_trainer_free (SmrSheetTrainer *self)
{
  g_free (self->heading);
  g_free (self->warning);
  g_ptr_array_unref (self->lists);
  g_free (self);
}
