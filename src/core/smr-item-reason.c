#include "smr-routine.h"

#include <string.h>

/* Why an item is in the plan, in one sentence, and the code that stands for a whole plan. */

static SmrMessage *
new_name (SmrCatalogue *catalogue, const char *id)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, id);
  SmrMessage *message = smr_message_new (smr_catalogue_get_text (catalogue, "plan_muscle_midline"));

  return muscle != NULL ? smr_message_set_text (message, "muscle", muscle->name) : smr_message_set_string (message, "muscle", id);
}

static void
add_once (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find (ids, id, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

/* "Inner thigh is overactive as well" for each partner that was tried before, into @parts. What another version of the
 * program may have written and this one does not know is left out. */
static void
collect_passed_over (GPtrArray *parts, SmrCatalogue *catalogue, const char *passed_over)
{
  static const char * const words[][2] = {
    { "overactive", "reason_overactive" },
    { "excluded", "reason_excluded" },
    { "no_exercise", "reason_no_exercise" },
  };
  g_auto (GStrv) partners = g_strsplit (passed_over, " ", -1);

  for (guint i = 0; partners[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (partners[i], ":", 2);

      for (guint j = 0; g_strv_length (pair) == 2 && j < G_N_ELEMENTS (words); j++)
        {
          if (g_str_equal (pair[1], words[j][0]) && smr_catalogue_find_muscle (catalogue, pair[0]) != NULL)
            {
              SmrMessage *part = smr_message_new (smr_catalogue_get_text (catalogue, words[j][1]));

              g_ptr_array_add (parts, smr_message_add_message (part, "muscle", new_name (catalogue, pair[0])));
            }
        }
    }
}

static const char *
get_template (const SmrItem *self, gboolean answers, gboolean passed_over)
{
  switch (self->phase)
    {
    case SMR_PHASE_INHIBIT:
      return answers ? "reason_inhibit_substitute" : "reason_inhibit";
    case SMR_PHASE_LENGTHEN:
      return answers ? "reason_lengthen_substitute" : "reason_lengthen";
    case SMR_PHASE_ACTIVATE:
      if (!answers)
        return "reason_activate_given";
      return passed_over ? "reason_activate_passed_over" : "reason_activate";
    case SMR_PHASE_INTEGRATE:
      return "reason_integrate";
    }
  g_assert_not_reached ();
}

/* Two sides may have passed over the same partners. */
static gboolean
is_said_before (const SmrItem *self, guint index)
{
  const SmrServed *served = g_ptr_array_index (self->served, index);

  for (guint i = 0; i < index; i++)
    {
      if (g_strcmp0 (((const SmrServed *) g_ptr_array_index (self->served, i))->passed_over, served->passed_over) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_item_is_by_hand (const SmrItem *self)
{
  for (guint i = 0; i < self->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (self->served, i);

      if (served->because != served->muscle)
        return FALSE;
    }
  return self->served->len > 0;
}

static char *
dup_by_hand (SmrCatalogue *catalogue, GPtrArray *muscles, const char *language)
{
  g_autoptr (SmrMessage) message = smr_message_new (smr_catalogue_get_text (catalogue, "reason_by_hand"));

  for (guint i = 0; i < muscles->len; i++)
    smr_message_add_message (message, "muscles", new_name (catalogue, g_ptr_array_index (muscles, i)));
  return smr_message_format (message, language);
}

char *
smr_item_dup_reason (const SmrItem *self, SmrCatalogue *catalogue, const char *language)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (self);
  g_autoptr (GPtrArray) answered = g_ptr_array_new ();
  g_autoptr (GPtrArray) passed_over = g_ptr_array_new ();
  g_autoptr (SmrMessage) message = NULL;

  if (smr_item_is_by_hand (self))
    return dup_by_hand (catalogue, muscles, language);
  for (guint i = 0; i < self->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (self->served, i);

      add_once (answered, served->because);
      if (served->passed_over != NULL && !is_said_before (self, i))
        collect_passed_over (passed_over, catalogue, served->passed_over);
    }
  message = smr_message_new (smr_catalogue_get_text (catalogue, get_template (self, answered->len > 0, passed_over->len > 0)));
  for (guint i = 0; i < muscles->len; i++)
    smr_message_add_message (message, "muscles", new_name (catalogue, g_ptr_array_index (muscles, i)));
  for (guint i = 0; i < answered->len; i++)
    smr_message_add_message (message, "overactive", new_name (catalogue, g_ptr_array_index (answered, i)));
  for (guint i = 0; i < passed_over->len; i++)
    smr_message_add_message (message, "passed_over", g_ptr_array_index (passed_over, i));
  return smr_message_format (message, language);
}

/* --- the plan code ---------------------------------------------------------------------------------------- */

static void
append_served (GString *text, const SmrServed *served)
{
  g_string_append_printf (text, "%s %s %s %s\n", served->muscle, served->because != NULL ? served->because : "-",
                          smr_side_to_string (served->side), served->passed_over != NULL ? served->passed_over : "-");
}

static void
append_item (GString *text, const SmrItem *item)
{
  const SmrDose *dose = &item->dose;

  g_string_append_printf (text, "item %s %s %s %s\n", smr_phase_to_string (item->phase), item->exercise,
                          smr_item_side_to_string (item->side), item->tool != NULL ? item->tool : "-");
  g_string_append_printf (text, "dose %d %d %d %d %s %d\n", dose->sets, dose->reps, dose->hold_seconds, dose->search_seconds,
                          smr_tempo_to_string (dose->tempo), dose->rest_seconds);
  for (guint i = 0; i < item->served->len; i++)
    append_served (text, g_ptr_array_index (item->served, i));
  g_string_append_printf (text, "note %s\n", item->note != NULL ? item->note : "");
}

/* Letters and digits that are not taken for one another on paper. */
char *
smr_routine_dup_plan_code (const SmrRoutine *self, SmrCatalogue *catalogue)
{
  static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new (NULL);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 bits = 0;
  GString *code = g_string_new (NULL);

  g_string_append_printf (text, "catalogue %d\n", smr_catalogue_get_version (catalogue));
  for (guint i = 0; i < self->items->len; i++)
    append_item (text, g_ptr_array_index (self->items, i));
  g_checksum_update (checksum, (const guchar *) text->str, text->len);
  g_checksum_get_digest (checksum, digest, &length);

  for (guint i = 0; i < 5; i++)
    bits = bits << 8 | digest[i];
  for (int shift = 35; shift >= 0; shift -= 5)
    {
      g_string_append_c (code, alphabet[bits >> shift & 31]);
      if (shift == 20)
        g_string_append_c (code, '-');
    }
  return g_string_free (code, FALSE);
}
