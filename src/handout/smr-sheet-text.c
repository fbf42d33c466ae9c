#include "smr-sheet-text.h"

#include "smr-sheet-body.h"
#include "smr-writer.h"
#include "smr-timing.h"

/* --- head ----------------------------------------------------------------------------------------------- */

static char *
make_colophon (SmrWriter *self, SmrDate date)
{
  g_autofree char *day = smr_writer_say_date (self, date);
  g_autofree char *printed = smr_writer_say_with (self, "printed", "date", day);
  g_autofree char *version = smr_writer_say_number (self, "version", "version", self->routine->version);
  g_autofree char *code = smr_routine_dup_plan_code (self->routine, self->catalogue);
  g_autofree char *plan = smr_writer_say_with (self, "plan", "code", code);

  return g_strjoin ("  ·  ", printed, version, plan, NULL);
}

static void
add_fact (GPtrArray *facts, char *label, char *value, char *note)
{
  g_ptr_array_add (facts, smr_sheet_fact_new_take (label, value, note));
}

static void
add_time (SmrWriter *self, GPtrArray *facts)
{
  int cap = smr_catalogue_get_dosage (self->catalogue)->day_contact_cap_seconds;
  SmrTotals totals;

  smr_routine_get_totals (self->routine, &totals);
  add_fact (facts, smr_writer_say (self, "time"),
            smr_writer_say_number (self, "time_value", "count", smr_seconds_to_minutes (totals.seconds)),
            totals.contact_seconds > 0 ? smr_writer_say_number (self, "time_note", "minutes",
                                                                smr_seconds_to_minutes (cap)) : NULL);
}

static void
add_frequency (SmrWriter *self, GPtrArray *facts)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (self->catalogue);
  const SmrDosage *dosage = self->gentle ? &table->gentle : &table->levels[self->routine->level];
  int limit = smr_screening_get_limits (self->screening)->roll_days;
  int most = limit > 0 ? MIN (limit, dosage->roll_days_most) : dosage->roll_days_most;
  int least = MIN (dosage->roll_days_least, most);
  char *value = least < most ? smr_writer_say_range (self, "often_value_range", least,
                                                     most) : smr_writer_say_count (self, "often_value", most);
  char *note = NULL;

  if (self->gentle || limit > 0)
    note = smr_writer_say (self, "often_note_rest");
  else if (self->routine->level == SMR_LEVEL_BEGINNER)
    note = smr_writer_say (self, "often_note_first_weeks");
  add_fact (facts, smr_writer_say (self, "often"), value, note);
}

static void
add_pain (SmrWriter *self, GPtrArray *facts)
{
  char *value = self->pain > 3 ? smr_writer_say_range (self, "pain_value_range", 3, self->pain)
                               : smr_writer_say_number (self, "pain_value_most", "most", self->pain);

  add_fact (facts, smr_writer_say (self, "pain"), value,
            smr_writer_say_number (self, "pain_note", "stop", self->pain + 1));
}

static GPtrArray *
make_facts (SmrWriter *self, const SmrHandoutContent *content)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_fact_free);
  SmrDate until = smr_screening_get_valid_until (self->screening);

  add_time (self, facts);
  add_frequency (self, facts);
  add_pain (self, facts);
  if (until != SMR_DATE_NONE)
    add_fact (facts, smr_writer_say (self, "valid_until"), smr_writer_say_date (self, until),
              smr_writer_say (self, "valid_until_note"));
  if (content->trainer != NULL && content->trainer[0] != '\0')
    {
      gboolean phone = content->trainer_phone != NULL && content->trainer_phone[0] != '\0';

      add_fact (facts, smr_writer_say (self, "trainer"), g_strdup (content->trainer),
                phone ? g_strdup (content->trainer_phone) : NULL);
    }
  return facts;
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void
init_writer (SmrWriter *self, const SmrHandoutContent *content)
{
  const SmrDosageTable *table;
  int limit;

  self->catalogue = smr_release_get_catalogue (content->release);
  self->screening = smr_release_get_screening (content->release);
  self->routine = smr_release_get_routine (content->release);
  smr_writer_set_language (self, content->language);
  self->gentle = smr_screening_is_gentle (self->screening, SMR_PHASE_INHIBIT);

  table = smr_catalogue_get_dosage (self->catalogue);
  limit = smr_screening_get_limits (self->screening)->pain;
  self->pain = self->gentle ? table->gentle.pain_most : table->levels[self->routine->level].pain_most;
  if (limit > 0)
    self->pain = MIN (self->pain, limit);
}

SmrSheetText *
smr_sheet_text_new (const SmrHandoutContent *content)
{
  SmrWriter writer;
  SmrSheetText *self = g_new0 (SmrSheetText, 1);
  g_autofree char *day = NULL;
  guint number = 0, n_items = 0;

  g_return_val_if_fail (content->release != NULL, NULL);
  g_return_val_if_fail (content->practice != NULL, NULL);

  init_writer (&writer, content);
  day = smr_writer_say_date (&writer, smr_release_get_date (content->release));

  self->layout = content->layout;
  self->client = g_strdup (smr_release_get_client (content->release)->name);
  self->title = g_strdup (writer.routine->title != NULL ? writer.routine->title : "");
  self->colophon = make_colophon (&writer, smr_release_get_date (content->release));
  self->disclaimer = smr_writer_say (&writer, "disclaimer");
  self->facts = make_facts (&writer, content);
  self->stop = smr_writer_say (&writer, "stop");
  self->stops = smr_writer_make_stops (&writer);
  self->excluded = smr_writer_make_excluded (&writer);
  self->never = smr_writer_make_never (&writer);
  self->limits = smr_writer_make_limits (&writer);
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_phase_free);
  for (SmrPhase phase = 0; phase < SMR_N_PHASES; phase++)
    {
      SmrSheetPhase *sheet = smr_writer_make_phase (&writer, phase, &number, &n_items);

      if (sheet != NULL)
        g_ptr_array_add (self->phases, sheet);
    }
  self->shown = smr_writer_say (&writer, "shown");
  self->label_client = smr_writer_say (&writer, "client");
  self->label_trainer = smr_writer_say (&writer, "trainer_name");
  self->label_date = smr_writer_say (&writer, "signature_date");
  /* Isolated, so that a name written from right to left leaves the date's order alone. */
  self->frame = smr_sheet_frame_new_take (&writer, content->practice, g_strdup_printf ("\u2068%s\u2069  ·  %s", self->client, day));
  self->body = smr_writer_make_body (&writer);
  if (content->previous != NULL)
    self->changes = smr_writer_mark_changes (&writer, content->previous, self->phases);
  if (content->diary)
    self->diary = smr_writer_make_diary (&writer);
  if (content->layout == SMR_HANDOUT_LAYOUT_TRAINER)
    self->trainer = smr_writer_make_trainer (&writer);
  self->start = smr_writer_say (&writer, "start");
  self->note = smr_writer_say (&writer, "note");
  return self;
}

/* --- freeing --------------------------------------------------------------------------------------------- */

void
smr_sheet_fact_free (SmrSheetFact *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->note);
  g_free (self);
}

void
smr_sheet_list_free (SmrSheetList *self)
{
  g_free (self->heading);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
smr_sheet_item_free (SmrSheetItem *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->side);
  g_free (self->gentle);
  g_free (self->change);
  g_free (self->dose);
  g_ptr_array_unref (self->facts);
  g_free (self->start);
  g_ptr_array_unref (self->steps);
  g_free (self->cue);
  g_free (self->mistake);
  g_ptr_array_unref (self->cares);
  g_free (self->note);
  g_clear_pointer (&self->figure, smr_figure_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

void
smr_sheet_phase_free (SmrSheetPhase *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->purpose);
  g_free (self->how);
  g_free (self->minutes);
  g_free (self->locked);
  g_ptr_array_unref (self->items);
  g_free (self->after);
  g_free (self);
}

void
smr_sheet_text_free (SmrSheetText *self)
{
  smr_sheet_frame_unref (self->frame);
  g_clear_pointer (&self->body, smr_sheet_body_unref);
  g_free (self->client);
  g_free (self->title);
  g_free (self->colophon);
  g_free (self->disclaimer);
  g_ptr_array_unref (self->facts);
  g_free (self->stop);
  g_ptr_array_unref (self->stops);
  g_ptr_array_unref (self->excluded);
  smr_sheet_fact_free (self->never);
  g_clear_pointer (&self->limits, smr_sheet_list_free);
  g_clear_pointer (&self->changes, smr_sheet_list_free);
  g_clear_pointer (&self->diary, smr_sheet_diary_free);
  g_clear_pointer (&self->trainer, smr_sheet_trainer_free);
  g_ptr_array_unref (self->phases);
  g_free (self->shown);
  g_free (self->label_client);
  g_free (self->label_trainer);
  g_free (self->label_date);
  g_free (self->start);
  g_free (self->note);
  g_free (self);
}
