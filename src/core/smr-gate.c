#include "smr-gate.h"

#include "smr-choice.h"
#include "smr-timing.h"

struct _SmrRelease
{
  gatomicrefcount  ref_count;
  SmrCatalogue    *catalogue;
  SmrScreening    *screening;
  SmrRoutine      *routine;     /* a copy: what was judged is what is handed out */
  SmrClient       *client;
};

G_DEFINE_BOXED_TYPE (SmrRelease, smr_release, smr_release_ref, smr_release_unref)

/* --- findings --------------------------------------------------------------------------------------------- */

static const char * const kind_names[] = {
  [SMR_FINDING_FORM] = "form",
  [SMR_FINDING_PHASE_LOCKED] = "phase_locked",
  [SMR_FINDING_ITEM] = "item",
  [SMR_FINDING_DOSE] = "dose",
  [SMR_FINDING_CAP] = "cap",
  [SMR_FINDING_READING] = "reading",
  [SMR_FINDING_EMPTY] = "empty",
};

const char *
smr_finding_kind_to_string (SmrFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), "");

  return kind_names[kind];
}

const SmrFinding *
smr_findings_find_recall (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind != SMR_FINDING_READING && finding->kind != SMR_FINDING_EMPTY)
        return finding;
    }
  return NULL;
}

char *
smr_finding_dup_text (const SmrFinding *self, const char *language)
{
  return smr_message_format (self->text, language);
}

void
smr_finding_free (SmrFinding *self)
{
  smr_message_free (self->text);
  g_free (self);
}

typedef struct
{
  SmrCatalogue     *catalogue;
  SmrScreening     *screening;  /* nullable */
  const SmrRoutine *routine;
  SmrPlanRequest    request;    /* what the routine says of itself */
  gboolean          has_form;
  gboolean          rolling_waits; /* rolling is locked only until today's reading is there */
  GPtrArray        *findings;
} Gate;

static SmrMessage *
new_text (const Gate *self, const char *id)
{
  return smr_message_new (smr_catalogue_get_text (self->catalogue, id));
}

/* Takes ownership of @text. */
static void
add_finding (Gate *self, SmrFindingKind kind, int item, SmrMessage *text)
{
  SmrFinding *finding = g_new0 (SmrFinding, 1);

  finding->kind = kind;
  finding->item = item;
  finding->text = text;
  g_ptr_array_add (self->findings, finding);
}

/* "Calf roll: ..." Takes ownership of @reason. */
static void
add_item_finding (Gate *self, SmrFindingKind kind, int index, const SmrExercise *exercise, SmrMessage *reason)
{
  SmrMessage *text = smr_message_set_text (new_text (self, "gate_item"), "exercise", exercise->name);

  add_finding (self, kind, index, smr_message_add_message (text, "reason", reason));
}

/* --- the form --------------------------------------------------------------------------------------------- */

static void
check_form (Gate *self)
{
  SmrMessage *text;

  self->has_form = self->screening == NULL || smr_screening_has_valid_form (self->screening);
  if (self->has_form)
    return;
  text = new_text (self, "gate_form");
  smr_message_add_reasons (text, self->catalogue, self->screening, SMR_PHASE_INHIBIT, NULL, SMR_SIDE_NONE);
  add_finding (self, SMR_FINDING_FORM, -1, text);
}

static gboolean
has_rolling (const SmrRoutine *routine)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      if (((const SmrItem *) g_ptr_array_index (routine->items, i))->phase == SMR_PHASE_INHIBIT)
        return TRUE;
    }
  return FALSE;
}

/* Without a reading of the day only rolling is locked; what else is on the sheet may be handed out. */
static void
check_reading (Gate *self)
{
  self->rolling_waits = self->screening != NULL && smr_screening_wants_reading (self->screening);
  if (self->rolling_waits && has_rolling (self->routine))
    add_finding (self, SMR_FINDING_READING, -1, new_text (self, "gate_reading"));
}

/* --- one item --------------------------------------------------------------------------------------------- */

static SmrMessage *
check_side (const Gate *self, const SmrItem *item, const SmrExercise *exercise)
{
  if (exercise->unilateral == (item->side != SMR_ITEM_SIDE_TOGETHER))
    return NULL;
  return new_text (self, exercise->unilateral ? "gate_side_one" : "gate_side_together");
}

/* What an item says it serves is what its exercise works, on a side that it treats. */
static SmrMessage *
check_served (const Gate *self, const SmrItem *item, const SmrExercise *exercise)
{
  SmrSide sides = smr_item_side_get_sides (item->side);

  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, served->muscle);
      SmrSide outside = served->side & ~sides;

      if (muscle == NULL || !smr_exercise_targets (exercise, muscle->id) ||
          (muscle->paired ? served->side == SMR_SIDE_NONE || outside != SMR_SIDE_NONE : served->side != SMR_SIDE_MIDLINE))
        return new_text (self, "gate_served");
      if (served->because != NULL && smr_catalogue_find_muscle (self->catalogue, served->because) == NULL)
        return new_text (self, "gate_served");
    }
  return item->served->len > 0 ? NULL : new_text (self, "gate_served");
}

/* The same exercise twice on one side would double a dose that was judged once. */
static SmrMessage *
check_repeated (const Gate *self, const SmrItem *item, guint index)
{
  SmrSide sides = smr_item_side_get_sides (item->side);

  for (guint i = 0; i < index; i++)
    {
      const SmrItem *other = g_ptr_array_index (self->routine->items, i);

      if (other->exercise == item->exercise && (smr_item_side_get_sides (other->side) & sides))
        return new_text (self, "gate_repeated");
    }
  return NULL;
}

/* What the item says of itself, before the client comes in. */
static SmrMessage *
check_sense (const Gate *self, const SmrItem *item, const SmrExercise *exercise, guint index)
{
  SmrMessage *reason = NULL;

  if (item->phase != exercise->phase)
    reason = new_text (self, "gate_phase");
  if (reason == NULL)
    reason = check_side (self, item, exercise);
  if (reason == NULL)
    reason = check_served (self, item, exercise);
  if (reason == NULL)
    reason = check_repeated (self, item, index);
  return reason;
}

static SmrMessage *
check_client (const Gate *self, const SmrItem *item, const SmrExercise *exercise)
{
  SmrSide sides = smr_item_side_get_sides (item->side);
  SmrMessage *reason = smr_exercise_check (self->catalogue, self->screening, exercise, sides, &self->request, NULL);

  if (reason == NULL)
    reason = smr_exercise_check_tool (self->catalogue, self->screening, exercise, sides, &self->request, item->tool);
  return reason;
}

static void
check_item (Gate *self, guint index)
{
  const SmrItem *item = g_ptr_array_index (self->routine->items, index);
  const SmrExercise *exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
  SmrMessage *reason;

  if (exercise == NULL)
    {
      add_finding (self, SMR_FINDING_ITEM, index, smr_message_set_string (new_text (self, "gate_unknown"), "id", item->exercise));
      return;
    }
  reason = check_sense (self, item, exercise, index);
  if (reason != NULL)
    {
      add_item_finding (self, SMR_FINDING_ITEM, index, exercise, reason);
      return;
    }
  /* The finding about the form, or about the reading, stands for all that follows from it. */
  if (!self->has_form || (self->rolling_waits && exercise->phase == SMR_PHASE_INHIBIT))
    return;
  reason = check_client (self, item, exercise);
  if (reason != NULL)
    {
      gboolean locked = smr_phase_is_locked_for (exercise->phase, self->screening, self->routine->setting);

      add_item_finding (self, locked ? SMR_FINDING_PHASE_LOCKED : SMR_FINDING_ITEM, index, exercise, reason);
      if (locked)
        return;
    }
  reason = smr_dose_check (&item->dose, self->catalogue, self->screening, exercise, self->routine->level, smr_item_side_get_sides (item->side));
  if (reason != NULL)
    add_item_finding (self, SMR_FINDING_DOSE, index, exercise, reason);
}

/* --- the session ------------------------------------------------------------------------------------------ */

/* Doses of one phase that reach one muscle on one side, over all items; @n_items that many do. */
static int
add_up (const Gate *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side, guint *n_items)
{
  int seconds = 0;

  *n_items = 0;
  for (guint i = 0; i < self->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (self->routine->items, i);

      for (guint j = 0; item->phase == phase && j < item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (item->served, j);

          if (g_strcmp0 (served->muscle, muscle->id) == 0 && smr_side_overlaps (served->side, side))
            {
              seconds += smr_dose_get_total_seconds (&item->dose, phase);
              (*n_items)++;
              break;
            }
        }
    }
  return seconds;
}

static void
check_muscle_total (Gate *self, SmrPhase phase, const SmrMuscle *muscle, const char *text_id)
{
  for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
    {
      int most = smr_dose_get_muscle_cap (self->catalogue, self->screening, phase, muscle, side);
      guint n_items;
      int seconds = add_up (self, phase, muscle, side, &n_items);
      SmrMessage *text;

      /* What one item alone exceeds was said of that item. */
      if (seconds <= most || n_items == 1)
        continue;
      text = smr_message_set_text (new_text (self, text_id), "muscle", muscle->name);
      smr_message_set_int (text, "given", seconds);
      add_finding (self, SMR_FINDING_DOSE, -1, smr_message_set_int (text, "most", most));
      return;
    }
}

static void
check_muscle_totals (Gate *self)
{
  static const char *texts[] = { "gate_muscle_contact", "gate_muscle_stretch" };
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_LENGTHEN; phase++)
    {
      /* What stands in a locked phase is refused item by item. */
      if (smr_phase_is_locked_for (phase, self->screening, self->routine->setting))
        continue;
      for (guint i = 0; i < muscles->len; i++)
        check_muscle_total (self, phase, g_ptr_array_index (muscles, i), texts[phase]);
    }
}

static void
check_cap (Gate *self, const char *text_id, int given, int most)
{
  SmrMessage *text = smr_message_set_int (new_text (self, text_id), "given", given);

  add_finding (self, SMR_FINDING_CAP, -1, smr_message_set_int (text, "most", most));
}

static void
check_caps (Gate *self)
{
  int muscles, contact_seconds, count = smr_routine_count_muscles (self->routine, self->catalogue);
  SmrTotals totals;

  smr_routine_get_caps (self->routine, self->catalogue, self->screening, &muscles, &contact_seconds);
  smr_routine_get_totals (self->routine, &totals);
  if (count > muscles)
    check_cap (self, "notice_over_cap_muscles", count, muscles);
  if (totals.contact_seconds > contact_seconds)
    check_cap (self, "notice_over_cap_contact", smr_seconds_to_minutes (totals.contact_seconds), smr_seconds_to_minutes (contact_seconds));
}

static gboolean
may_add_up (const SmrRoutine *routine)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (!smr_dose_is_sensible (&item->dose, item->phase))
        return FALSE;
    }
  return TRUE;
}

/* --- the gate --------------------------------------------------------------------------------------------- */

GPtrArray *
smr_gate_check (SmrCatalogue *catalogue, SmrScreening *screening, const SmrRoutine *routine)
{
  Gate gate = {
    .catalogue = catalogue,
    .screening = screening,
    .routine = routine,
    .request = { .level = routine->level, .setting = routine->setting, .no_floor = routine->no_floor },
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_finding_free),
  };

  check_form (&gate);
  check_reading (&gate);
  if (routine->items->len == 0)
    add_finding (&gate, SMR_FINDING_EMPTY, -1, new_text (&gate, "gate_empty"));
  for (guint i = 0; i < routine->items->len; i++)
    check_item (&gate, i);
  /* Doses that are none have their own finding. */
  if (may_add_up (routine))
    {
      check_muscle_totals (&gate);
      check_caps (&gate);
    }
  return gate.findings;
}

SmrRelease *
smr_gate_release (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, SmrDate date, GPtrArray **findings)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, date);
  g_autoptr (GPtrArray) found = smr_gate_check (catalogue, screening, routine);
  SmrRelease *release = NULL;

  if (found->len == 0)
    {
      release = g_new0 (SmrRelease, 1);
      g_atomic_ref_count_init (&release->ref_count);
      release->catalogue = smr_catalogue_ref (catalogue);
      release->screening = g_steal_pointer (&screening);
      release->routine = smr_routine_copy (routine);
      release->client = smr_client_copy (record->client);
    }
  if (findings != NULL)
    *findings = g_steal_pointer (&found);
  return release;
}

/* --- releases --------------------------------------------------------------------------------------------- */

SmrRelease *
smr_release_ref (SmrRelease *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
smr_release_unref (SmrRelease *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  smr_screening_unref (self->screening);
  smr_routine_unref (self->routine);
  smr_client_free (self->client);
  smr_catalogue_unref (self->catalogue);
  g_free (self);
}

SmrCatalogue *
smr_release_get_catalogue (SmrRelease *self)
{
  return self->catalogue;
}

SmrScreening *
smr_release_get_screening (SmrRelease *self)
{
  return self->screening;
}

SmrRoutine *
smr_release_get_routine (SmrRelease *self)
{
  return self->routine;
}

const SmrClient *
smr_release_get_client (SmrRelease *self)
{
  return self->client;
}

SmrDate
smr_release_get_date (SmrRelease *self)
{
  return smr_screening_get_date (self->screening);
}
