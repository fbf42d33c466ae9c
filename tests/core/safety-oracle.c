#include "safety-oracle.h"

#include <string.h>

#define N_PHASES 3
#define MAX_MUSCLES 64
#define ROLL 0
#define STRETCH 1
#define ACTIVATE 2

static SmrCatalogue *catalogue;

/* --- the intake table ----------------------------------------------------------------------------------------------- */

const OracleBranch oracle_branches[] = {
  /* row, facts, date, healed, weeks, codes, months, caution */
  { "heart_failure", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "heart_failure", "not_breathless_lying", NULL, FALSE, 0, "X/X/X", 6 },
  { "heart_disease", NULL, "2019-04-01", FALSE, 0, "X/a/a", 12 },
  { "cv_symptoms", NULL, NULL, FALSE, 0, "X/X/X", 0 },
  { "high_blood_pressure", NULL, NULL, FALSE, 0, "X/g/g", 0 },
  { "high_blood_pressure", "diagnosed", "2020-01-01", FALSE, 0, "X/g/g", 12 },
  { "blood_clot", NULL, NULL, FALSE, 0, "X/X/X", 0 },
  { "blood_clot", "treatment_ended no_symptoms", "2025-09-02", FALSE, 0, "X/X/X", 0 },
  { "blood_clot", "treatment_ended", "2020-09-02", FALSE, 0, "X/X/X", 0 },
  { "blood_clot", "treatment_ended no_symptoms", "2020-09-02", FALSE, 0, "X/-/-", 6 },
  { "clot_symptoms", NULL, NULL, FALSE, 0, "X/X/X", 0 },
  { "clot_exposure", NULL, NULL, FALSE, 0, "r/-/-", 0 },
  { "clot_exposure", NULL, "2026-02-02", FALSE, 0, "r/-/-", 0 },
  { "clot_exposure", NULL, "2026-01-10", FALSE, 0, "-/-/-", 0 },
  { "aneurysm_dissection", NULL, NULL, FALSE, 0, "X/X/X", 12 },
  { "poor_circulation", NULL, NULL, FALSE, 0, "X/a/a", 12 },
  { "varicose_veins", NULL, NULL, FALSE, 0, "r/-/-", 0 },
  { "varicose_veins", "inflamed_bleeding_or_ulcerated", NULL, FALSE, 0, "X/X/X", 0 },
  { "bleeding_disorder", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "kidney_failure", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "kidney_failure", "no_fistula_or_catheter", NULL, FALSE, 0, "X/X/X", 6 },
  { "liver_failure", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "pancreas_failure", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "organ_disease_other", NULL, NULL, FALSE, 0, "X/a/a", 12 },
  { "diabetes", NULL, NULL, FALSE, 0, "X/X/X", 6 },
  { "diabetes", "none_of_these", NULL, FALSE, 0, "X/a/a", 12 },
  { "diabetes", "none_of_these sensation_normal", NULL, FALSE, 0, "X/a/a", 12 },
  { "contagious_skin", NULL, NULL, FALSE, 0, "X/q/q", 12 },
  { "infection_or_fever", NULL, "2026-02-01", FALSE, 0, "X/X/X", 0 },
  { "open_wound", NULL, NULL, FALSE, 0, "r/r/r", 0 },
  { "open_wound", NULL, "2026-02-27", FALSE, 0, "r/r/r", 0 },
  { "open_wound", NULL, "2026-02-01", FALSE, 0, "r/r/r", 0 },
  { "open_wound", NULL, "2026-02-01", TRUE, 0, "-/-/-", 0 },
  { "skin_irritated_or_bruised", NULL, NULL, FALSE, 0, "r/-/-", 0 },
  { "skin_irritated_or_bruised", NULL, "2026-02-27", FALSE, 0, "r/-/-", 0 },
  { "skin_irritated_or_bruised", NULL, "2026-02-01", FALSE, 0, "r/-/-", 0 },
  { "fracture", NULL, NULL, FALSE, 0, "X/r/r", 0 },
  { "fracture", "suspected", "2025-05-01", TRUE, 0, "X/X/X", 0 },
  { "fracture", NULL, "2025-05-01", TRUE, 0, "X/r/r", 0 },
  { "fracture", "imaging_confirmed_healed", "2025-05-01", TRUE, 0, "X/r/r", 3 },
  { "osteoporosis", NULL, NULL, FALSE, 0, "X/X/g", 12 },
  { "inflammatory_arthritis", NULL, NULL, FALSE, 0, "X/r/r", 12 },
  { "inflammatory_arthritis", "not_flaring", NULL, FALSE, 0, "X/g/g", 12 },
  { "inflammatory_arthritis", "not_flaring spine_not_affected", NULL, FALSE, 0, "X/g/g", 12 },
  { "local_inflammation", NULL, "2025-05-01", FALSE, 0, "X/r/r", 12 },
  { "local_inflammation", "diagnosed", NULL, FALSE, 0, "r/r/r", 12 },
  { "local_inflammation", "diagnosed", "2025-05-01", FALSE, 0, "r/r/r", 12 },
  { "connective_tissue_disorder", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "connective_tissue_disorder", "only_bendy", NULL, FALSE, 0, "g/g/g", 12, TRUE },
  { "spine_or_nerve_root", NULL, "2025-05-01", FALSE, 0, "X/X/X", 12 },
  { "reduced_sensation", NULL, NULL, FALSE, 0, "X/r/-", 12 },
  { "neurological_condition", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "neurological_condition", "no_uncontrolled_fits", NULL, FALSE, 0, "X/g/g", 12 },
  { "neurological_condition", "recent_head_or_neck_injury", NULL, FALSE, 0, "X/X/X", 12 },
  { "red_flag_symptoms", NULL, NULL, FALSE, 0, "X/X/X", 0 },
  { "cancer_active", NULL, NULL, FALSE, 0, "X/X/X", 3 },
  { "cancer_history", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "pregnant_or_postpartum", NULL, NULL, FALSE, 0, "X/X/X", 3 },
  { "pregnant_or_postpartum", NULL, NULL, FALSE, 8, "X/X/X", 3 },
  { "pregnant_or_postpartum", "gave_birth", "2024-12-08", FALSE, 20, "X/X/X", 3 },
  { "pregnant_or_postpartum", "gave_birth", "2025-12-08", FALSE, 0, "X/X/X", 3 },
  { "pregnant_or_postpartum", "gave_birth", "2025-12-07", FALSE, 0, "-/-/-", 0 },
  { "med_anticoagulant", NULL, NULL, FALSE, 0, "X/g/g", 6 },
  { "med_tissue_weakening", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "med_tissue_weakening", "no_fluoroquinolone no_injection", NULL, FALSE, 0, "X/g/g", 12 },
  { "med_any", NULL, NULL, FALSE, 0, "X/-/-", 12 },
  { "surgery", NULL, NULL, FALSE, 0, "X/r/r", 3 },
  { "surgery", NULL, "2025-12-08", TRUE, 0, "X/r/r", 3 },
  { "surgery", NULL, "2025-12-07", TRUE, 0, "r/-/-", 3 },
  { "surgery", "no_hospital_stay", "2025-12-07", TRUE, 0, "r/-/-", 3 },
  { "surgery", NULL, "2025-04-01", FALSE, 0, "X/r/r", 3 },
  { "surgery", "no_symptoms", "2025-03-02", TRUE, 0, "r/-/-", 3 },
  { "surgery", "no_symptoms", "2025-03-01", TRUE, 0, "g/g/g", 3, TRUE },
  { "injury_current", NULL, NULL, FALSE, 0, "X/r/r", 3 },
  { "injury_current", "diagnosed", "2026-02-27", FALSE, 0, "X/r/r", 3 },
  { "injury_current", "diagnosed", "2025-05-26", FALSE, 0, "r/r/r", 3 },
  { "other_symptoms", NULL, "2025-05-26", FALSE, 0, "X/X/X", 12 },
  { "joint_replacement_or_metal", NULL, NULL, FALSE, 0, "X/r/r", 12 },
  { "joint_replacement_or_metal", "no_movement_limits", "2025-03-02", FALSE, 0, "X/r/r", 12 },
  { "joint_replacement_or_metal", "no_movement_limits", "2025-03-01", FALSE, 0, "r/-/-", 12 },
  { "implanted_device", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "hernia", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "supervised_only", NULL, NULL, FALSE, 0, "X/X/X", 12 },
  { "other_condition", NULL, NULL, FALSE, 0, "X/g/g", 12 },
  { "impaired_today", NULL, NULL, FALSE, 0, "X/X/X", 0 },
  { "impaired_today", "painkiller_only", NULL, FALSE, 0, "X/-/-", 0 },
  { "floor_mobility", NULL, NULL, FALSE, 0, "g/g/-", 12, TRUE },
};

const guint oracle_n_branches = G_N_ELEMENTS (oracle_branches);

const char * const oracle_signs[] = {
  "chest_pain", "swollen_limb", "pop_with_loss_of_strength", "pregnancy_bleeding", "sharp_or_spreading_pain", "numbness_or_tingling",
  "throbbing_pulse", "lasting_soreness", "bruise_or_broken_skin", "new_diagnosis", "new_medicine", "hospital_stay", "new_injury",
};

const guint oracle_n_signs = G_N_ELEMENTS (oracle_signs);

/* Movement and comfort: rows that may be of one side, legs first, then arms. */
const char * const oracle_movements[] = {
  "knee_pain", "hip_impingement", "groin_strain", "hamstring_strain", "achilles_tendinopathy", "ankle_sprain", "plantar_heel_pain",
  "shoulder_impingement", "shoulder_instability", "thoracic_outlet_syndrome", "elbow_tendinopathy", "wrist_pain",
  "low_back_pain", "neck_pain", "rib_injury", "kneeling_intolerance", "balance_impairment",
};

const guint oracle_n_movements = G_N_ELEMENTS (oracle_movements);

#define FIRST_ARM_MOVEMENT 7
#define FIRST_MIDDLE_MOVEMENT 12

/* --- regions ---------------------------------------------------------------------------------------------------------- */

const char * const oracle_sites[] = {
  "foot_ankle", "lower_leg", "knee", "thigh", "hip_pelvis", "belly_low_back", "upper_back_ribs", "shoulder_chest", "arm_hand",
  "neck_head", "vein_clot_lymph",
};

const guint oracle_n_sites = G_N_ELEMENTS (oracle_sites);

enum { FOOT, LOWER_LEG, KNEE, THIGH, HIP, BELLY, UPPER_BACK, SHOULDER, ARM, NECK, WHOLE_LIMB, N_SITES };

static const char *site_muscles[N_SITES] = {
  "plantar_fascia foot_intrinsics gastrocnemius soleus peroneals tibialis_anterior tibialis_posterior",
  "plantar_fascia foot_intrinsics gastrocnemius soleus peroneals tibialis_anterior tibialis_posterior",
  "quadriceps vastus_lateralis vastus_medialis hamstrings medial_hamstrings adductors gastrocnemius it_band",
  "quadriceps vastus_lateralis vastus_medialis hamstrings medial_hamstrings adductors tfl it_band",
  "gluteus_maximus gluteus_medius piriformis tfl it_band hip_flexors adductors quadriceps hamstrings medial_hamstrings",
  "erector_spinae quadratus_lumborum multifidus abdominals transverse_abdominis latissimus_dorsi thoracic_spine rhomboids "
  "middle_trapezius lower_trapezius serratus_anterior hip_flexors gluteus_maximus gluteus_medius piriformis",
  "thoracic_spine rhomboids middle_trapezius lower_trapezius latissimus_dorsi serratus_anterior teres_major rotator_cuff",
  "pectoralis_major pectoralis_minor latissimus_dorsi teres_major rotator_cuff serratus_anterior upper_trapezius levator_scapulae",
  "forearm_flexors forearm_extensors",
  "sternocleidomastoid deep_neck_flexors levator_scapulae upper_trapezius thoracic_spine rhomboids middle_trapezius",
  "",
};

static const char never_rolled[] =
  "upper_trapezius levator_scapulae sternocleidomastoid deep_neck_flexors erector_spinae quadratus_lumborum multifidus "
  "abdominals transverse_abdominis it_band";

/* --- tools -------------------------------------------------------------------------------------------------------------- */

enum
{
  SOFT = 1 << 0, MEDIUM = 1 << 1, FIRM = 1 << 2, SHORT = 1 << 3, STICK = 1 << 4, TENNIS = 1 << 5, LACROSSE = 1 << 6,
  MEDICINE = 1 << 7, PEANUT = 1 << 8, HANDS = 1 << 9,
};

static const char *tools[] = {
  "soft_roller", "medium_roller", "firm_roller", "short_roller", "stick", "tennis_ball", "lacrosse_ball", "medicine_ball", "peanut", "hands",
};

#define BALLS (TENNIS | LACROSSE)
#define GENTLE_TOOLS (SOFT | STICK | HANDS)

static guint
get_tool_bit (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (tools); i++)
    {
      if (g_str_equal (tools[i], id))
        return 1u << i;
    }
  return 0;
}

/* --- limits --------------------------------------------------------------------------------------------------------------- */

struct _Oracle
{
  const OracleClient *client;
  gboolean locked[N_PHASES];
  gboolean gentle[N_PHASES];
  gboolean own_tools_only[N_PHASES];
  guint8   out[N_PHASES][MAX_MUSCLES];  /* sides; of a midline muscle both */
  guint8   gentle_at[N_PHASES][MAX_MUSCLES];
  guint8   scar_at[MAX_MUSCLES];        /* hands or a soft tool only */
  guint8   arms_out[N_PHASES];
  guint8   legs_out[N_PHASES];
  guint    positions;                   /* forbidden: bits */
  guint    tools;                       /* allowed for rolling: bits */
  int      hold_seconds;                /* most per spot */
  gboolean any_row;
  guint    n_cautions;
  guint    n_cautions_cleared;
  const char *raised[8];                /* ids of rows that exercises list */
  guint    n_raised;
};

/* A list of words as a set: " word " is found in " a word b ". */
static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words != NULL ? strstr (words, word) : NULL; p != NULL; p = strstr (p + 1, word))
    {
      if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static const SmrMuscle *
find_muscle (const char *id)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, id);

  g_assert_nonnull (muscle);
  return muscle;
}

static void
mark (guint8 *marks, const char *muscles, SmrSide side)
{
  g_auto (GStrv) ids = g_strsplit (muscles, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SmrMuscle *muscle = *ids[i] != '\0' ? find_muscle (ids[i]) : NULL;

      if (muscle != NULL)
        marks[muscle->index] |= muscle->paired ? side : SMR_SIDE_BOTH;
    }
}

/* By site, so that nothing is looked up while cases run. */
static guint8 site_marks[N_SITES][MAX_MUSCLES];
static guint8 never_rolled_marks[MAX_MUSCLES];

void
oracle_init (SmrCatalogue *used)
{
  catalogue = used;
  g_assert_cmpuint (smr_catalogue_get_muscles (catalogue)->len, <=, MAX_MUSCLES);
  for (guint i = 0; i < N_SITES; i++)
    mark (site_marks[i], site_muscles[i], SMR_SIDE_BOTH);
  mark (never_rolled_marks, never_rolled, SMR_SIDE_BOTH);
}

gboolean
oracle_asked_every_session (const char *row)
{
  return has_word ("cv_symptoms clot_symptoms red_flag_symptoms infection_or_fever impaired_today open_wound injury_current", row);
}

/* --- excluding -------------------------------------------------------------------------------------------------------------- */

static void
exclude_site (Oracle *self, guint phases, guint site, SmrSide side)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint phase = 0; phase < N_PHASES; phase++)
    {
      if ((phases & 1u << phase) == 0)
        continue;
      for (guint i = 0; i < muscles->len; i++)
        {
          const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

          if (site_marks[site][i] != 0)
            self->out[phase][i] |= muscle->paired ? side : SMR_SIDE_BOTH;
        }
      if (site <= HIP)
        self->legs_out[phase] |= side;
      if (site == SHOULDER || site == ARM)
        self->arms_out[phase] |= side;
    }
}

static void
exclude_limb (Oracle *self, guint phases, guint site, SmrSide side)
{
  exclude_site (self, phases, site, side);
  if (site <= HIP || site == WHOLE_LIMB)
    {
      for (guint i = FOOT; i <= HIP; i++)
        exclude_site (self, phases, i, side);
    }
  if (site == SHOULDER || site == ARM || site == WHOLE_LIMB)
    {
      exclude_site (self, phases, SHOULDER, side);
      exclude_site (self, phases, ARM, side);
      exclude_site (self, phases, UPPER_BACK, side);
    }
}

static guint
find_site (const char *id)
{
  for (guint i = 0; i < N_SITES; i++)
    {
      if (g_str_equal (oracle_sites[i], id))
        return i;
    }
  g_assert_not_reached ();
}

/* A missing side is both; belly, back and neck are on both sides anyway. */
static SmrSide
get_side (guint site, SmrSide side)
{
  return side == SMR_SIDE_NONE || site == BELLY || site == UPPER_BACK || site == NECK ? SMR_SIDE_BOTH : side;
}

typedef enum { SEGMENT, BELOW, LIMB } Extent;

/* A missing region is the whole body. */
static void
exclude_places (Oracle *self, guint phases, const OracleRow *row, Extent extent)
{
  if (row->reply != SMR_REPLY_YES || row->checked || row->n_places == 0)
    {
      for (guint i = 0; i < N_SITES; i++)
        exclude_site (self, phases, i, SMR_SIDE_BOTH);
      return;
    }
  for (guint i = 0; i < row->n_places; i++)
    {
      guint site = find_site (row->places[i].site);
      SmrSide side = get_side (site, row->places[i].side);

      if (extent == LIMB || site == WHOLE_LIMB)
        exclude_limb (self, phases, site, side);
      else
        exclude_site (self, phases, site, side);
      for (guint below = FOOT; extent == BELOW && site <= HIP && below < site; below++)
        exclude_site (self, phases, below, side);
      if (extent == BELOW && site == SHOULDER)
        exclude_site (self, phases, ARM, side);
    }
}

static gboolean
has_place (const OracleRow *row, guint site)
{
  for (guint i = 0; i < row->n_places; i++)
    {
      if (find_site (row->places[i].site) == site)
        return TRUE;
    }
  return FALSE;
}

/* --- letters ------------------------------------------------------------------------------------------------------------------ */

static gboolean
is_valid (OracleLetter letter, int months)
{
  switch (letter)
    {
    case LETTER_NONE:
    case LETTER_EXPIRED:
    case LETTER_OTHER_ROW:
    case LETTER_REVOKED:
    case LETTER_MISTYPED:
    case N_LETTERS:
      return FALSE;
    case LETTER_EIGHT_MONTHS:
      return months >= 12;
    case LETTER_FOUR_MONTHS:
      return months >= 6;
    case LETTER_FIT_ONLY:
    case LETTER_SIX_WEEKS:
    case LETTER_FRESH:
    case LETTER_UNRESTRICTED:
      return months > 0;
    }
  g_assert_not_reached ();
}

/* Something new after a letter of these days ends it. */
static gboolean
is_event_after_letters (const OracleRow *row)
{
  if (row->checked)
    return TRUE;
  return row->reply == SMR_REPLY_YES && !row->not_known && row->branch->date != NULL && strcmp (row->branch->date, "2026-02-20") > 0 &&
         has_word ("surgery injury_current", row->branch->row);
}

/* --- rows ----------------------------------------------------------------------------------------------------------------------- */

static gboolean
has_fact (const OracleRow *row, const char *fact)
{
  return row->reply == SMR_REPLY_YES && !row->checked && has_word (row->branch->facts, fact);
}

static const char *
get_date (const OracleRow *row)
{
  return row->reply == SMR_REPLY_YES && !row->checked ? row->branch->date : NULL;
}

/* What no detail and no doubt makes of a row: the first branch of the table. */
static const OracleBranch *
get_first_branch (const char *row)
{
  for (guint i = 0; i < oracle_n_branches; i++)
    {
      if (g_str_equal (oracle_branches[i].row, row))
        return &oracle_branches[i];
    }
  g_assert_not_reached ();
}

static void
allow_only (Oracle *self, guint bits)
{
  self->tools &= bits;
}

static void
forbid_position (Oracle *self, SmrPosition position)
{
  self->positions |= 1u << position;
}

/* What the row says beside its codes, cleared or not; @lifted: rolling was cleared. Region exclusions matter for open
 * phases only, so that they may be stated whenever they hold. */
static void
apply_designer_column (Oracle *self, const OracleRow *row, gboolean lifted)
{
  const char *id = row->branch->row;
  const char *date = get_date (row);
  const guint roll = 1u << ROLL, every = 7u;

#define IS(name) g_str_equal (id, name)

  if (IS ("heart_failure"))
    {
      self->gentle[ROLL] = self->gentle[STRETCH] = self->gentle[ACTIVATE] = TRUE;
      if (!has_fact (row, "not_breathless_lying"))
        {
          forbid_position (self, SMR_POSITION_SUPINE);
          forbid_position (self, SMR_POSITION_PRONE);
        }
    }
  else if (IS ("blood_clot"))
    {
      allow_only (self, SOFT | HANDS);
      exclude_places (self, roll, row, LIMB);
      mark (self->out[ROLL], "gastrocnemius soleus", SMR_SIDE_BOTH);
    }
  else if (IS ("clot_exposure"))
    {
      for (guint i = FOOT; i <= HIP && (date == NULL || strcmp (date, "2026-02-02") >= 0); i++)
        exclude_site (self, roll, i, SMR_SIDE_BOTH);
    }
  else if (IS ("poor_circulation") || IS ("cancer_history"))
    exclude_places (self, roll, row, LIMB);
  else if (IS ("varicose_veins"))
    {
      exclude_places (self, roll, row, BELOW);
      allow_only (self, SOFT | MEDIUM | SHORT | STICK | HANDS);
    }
  else if (IS ("bleeding_disorder"))
    {
      allow_only (self, SOFT | HANDS);
      self->hold_seconds = MIN (self->hold_seconds, 1);
    }
  else if (IS ("kidney_failure"))
    {
      if (!has_fact (row, "no_fistula_or_catheter"))
        exclude_places (self, roll, row, LIMB);
    }
  else if (IS ("diabetes"))
    {
      allow_only (self, ~(guint) BALLS);
      if (!has_fact (row, "sensation_normal"))
        {
          exclude_site (self, roll, FOOT, SMR_SIDE_BOTH);
          exclude_site (self, roll, LOWER_LEG, SMR_SIDE_BOTH);
        }
    }
  else if (IS ("skin_irritated_or_bruised"))
    {
      exclude_places (self, roll, row, SEGMENT);
      if (g_strcmp0 (date, "2026-02-27") >= 0)
        exclude_places (self, every, row, LIMB);
    }
  else if (IS ("osteoporosis"))
    {
      exclude_site (self, roll, UPPER_BACK, SMR_SIDE_BOTH);
      allow_only (self, ~(guint) (BALLS | MEDICINE | PEANUT));
    }
  else if (IS ("inflammatory_arthritis"))
    {
      if (!has_fact (row, "spine_not_affected"))
        mark (self->out[ROLL], "thoracic_spine", SMR_SIDE_BOTH);
      if (!has_fact (row, "not_flaring"))
        exclude_places (self, every, row, SEGMENT);
    }
  else if (IS ("connective_tissue_disorder"))
    self->gentle[STRETCH] = TRUE;
  else if (IS ("spine_or_nerve_root"))
    {
      mark (self->out[ROLL], "thoracic_spine", SMR_SIDE_BOTH);
      exclude_places (self, roll, row, LIMB);
    }
  else if (IS ("reduced_sensation"))
    {
      exclude_places (self, roll, row, SEGMENT);
      if (row->reply != SMR_REPLY_YES || row->n_places == 0 || has_place (row, ARM))
        allow_only (self, ~(guint) (STICK | HANDS));
    }
  else if (IS ("neurological_condition"))
    {
      for (SmrPosition position = SMR_POSITION_STANDING; position <= SMR_POSITION_SUPINE; position++)
        {
          if (position != SMR_POSITION_SEATED && position != SMR_POSITION_WALL)
            forbid_position (self, position);
        }
      if (!has_fact (row, "no_uncontrolled_fits"))
        self->raised[self->n_raised++] = "floor_mobility";
    }
  else if (IS ("cancer_active"))
    {
      self->gentle[ROLL] = self->gentle[STRETCH] = self->gentle[ACTIVATE] = TRUE;
      exclude_places (self, every, row, SEGMENT);
    }
  else if (IS ("pregnant_or_postpartum"))
    {
      gboolean born = has_fact (row, "gave_birth") && row->branch->weeks == 0;

      allow_only (self, SOFT | HANDS);
      mark (self->out[ROLL],
            "gastrocnemius soleus peroneals tibialis_anterior quadriceps vastus_lateralis vastus_medialis hamstrings "
            "medial_hamstrings adductors plantar_fascia abdominals erector_spinae quadratus_lumborum hip_flexors", SMR_SIDE_BOTH);
      forbid_position (self, SMR_POSITION_PRONE);
      /* Weeks are counted from the form on, which is nine months old. */
      if (!born)
        forbid_position (self, SMR_POSITION_SUPINE);
    }
  else if (IS ("med_anticoagulant"))
    {
      self->gentle[ROLL] = TRUE;
      allow_only (self, SOFT | HANDS);
      self->hold_seconds = MIN (self->hold_seconds, 20);
    }
  else if (IS ("med_tissue_weakening"))
    {
      if (!has_fact (row, "no_fluoroquinolone"))
        {
          mark (self->out[STRETCH], "gastrocnemius soleus", SMR_SIDE_BOTH);
          mark (self->out[ACTIVATE], "gastrocnemius soleus", SMR_SIDE_BOTH);
        }
      if (!has_fact (row, "no_injection"))
        exclude_places (self, roll, row, SEGMENT);
    }
  else if (IS ("surgery"))
    {
      gboolean site_open = row->branch->caution && row->reply == SMR_REPLY_YES;

      if (!site_open)
        exclude_places (self, roll, row, SEGMENT);
      for (guint i = FOOT; !site_open && !has_fact (row, "no_hospital_stay") && i <= HIP; i++)
        {
          for (guint j = 0; j < MAX_MUSCLES; j++)
            self->gentle_at[ROLL][j] |= site_marks[i][j];
        }
      if (date == NULL)
        exclude_places (self, every, row, LIMB);
    }
  else if (IS ("implanted_device") || IS ("joint_replacement_or_metal"))
    exclude_places (self, roll, row, SEGMENT);
  else if (IS ("hernia"))
    {
      mark (self->out[ROLL], "adductors", SMR_SIDE_BOTH);
      forbid_position (self, SMR_POSITION_PRONE);
    }
  else if (IS ("floor_mobility"))
    {
      forbid_position (self, SMR_POSITION_KNEELING);
      forbid_position (self, SMR_POSITION_PRONE);
      forbid_position (self, SMR_POSITION_SIDE_LYING);
      forbid_position (self, SMR_POSITION_SUPINE);
    }

  /* A lesion inside 72 hours, or of a day that nobody knows: the whole limb, in all phases. */
  if ((IS ("open_wound") || IS ("fracture") || IS ("local_inflammation") || IS ("injury_current")) &&
      (date == NULL || strcmp (date, "2026-02-27") >= 0))
    exclude_places (self, every, row, LIMB);
  /* A swelling in a limb that nobody has diagnosed may be a clot. */
  if (IS ("local_inflammation") && row->reply == SMR_REPLY_YES && !has_fact (row, "diagnosed"))
    {
      for (guint i = 0; i < row->n_places; i++)
        {
          guint site = find_site (row->places[i].site);

          if (site <= HIP || site == SHOULDER || site == ARM || site == WHOLE_LIMB)
            self->locked[ROLL] = self->locked[STRETCH] = self->locked[ACTIVATE] = TRUE;
        }
    }
#undef IS
}

/* At the sites of a caution alone, or for the whole body. */
static void
make_gentle (Oracle *self, guint phase, const OracleRow *row)
{
  if (!g_str_equal (row->branch->row, "surgery") || !row->branch->caution || row->reply != SMR_REPLY_YES || row->n_places == 0)
    {
      self->gentle[phase] = TRUE;
      return;
    }
  for (guint i = 0; i < row->n_places; i++)
    {
      guint site = find_site (row->places[i].site);
      SmrSide side = get_side (site, row->places[i].side);

      for (guint j = 0; j < smr_catalogue_get_muscles (catalogue)->len; j++)
        {
          const SmrMuscle *muscle = g_ptr_array_index (smr_catalogue_get_muscles (catalogue), j);

          if (site_marks[site][j] == 0)
            continue;
          self->gentle_at[phase][j] |= muscle->paired ? side : SMR_SIDE_BOTH;
          self->scar_at[j] |= muscle->paired ? side : SMR_SIDE_BOTH;
        }
    }
}

static void
apply_code (Oracle *self, guint phase, char code, const OracleRow *row, gboolean lifted)
{
  OracleLetter letter = row->letter;

  if (lifted && code != 'r')
    {
      if (letter != LETTER_UNRESTRICTED && (code == 'g' || code == 'a' || code == 'q' || (code == 'X' && letter == LETTER_FRESH)))
        make_gentle (self, phase, row);
      return;
    }
  switch (code)
    {
    case 'X':
      self->locked[phase] = TRUE;
      break;
    case 'a':
      if (self->client->active)
        self->gentle[phase] = TRUE;
      else
        self->locked[phase] = TRUE;
      break;
    case 'q':
      if (self->client->at_home)
        self->own_tools_only[phase] = TRUE;
      else
        self->locked[phase] = TRUE;
      break;
    case 'g':
      make_gentle (self, phase, row);
      break;
    case 'r':
      if (!g_str_equal (row->branch->row, "clot_exposure"))
        exclude_places (self, 1u << phase, row, SEGMENT);
      break;
    default:
      g_assert_cmpint (code, ==, '-');
      break;
    }
}

static gboolean
is_blood_pressure (const OracleRow *row)
{
  return g_str_equal (row->branch->row, "high_blood_pressure");
}

static void
apply_row (Oracle *self, const OracleRow *row, gboolean letters_are_void)
{
  gboolean plain = row->reply != SMR_REPLY_YES || row->checked;
  const OracleBranch *branch = plain ? get_first_branch (row->branch->row) : row->branch;
  char codes[] = { branch->codes[0], branch->codes[2], branch->codes[4] };
  gboolean valid = !letters_are_void && is_valid (row->letter, branch->months);
  gboolean lifts_rolling = valid && row->letter != LETTER_FIT_ONLY;
  gboolean caution = !plain && branch->caution;
  const OracleClient *client = self->client;

  if (row->reply == SMR_REPLY_NO && !row->checked)
    return;
  if (g_str_equal (branch->codes, "-/-/-"))
    return;

  /* floor_mobility is a caution whatever is answered. */
  caution |= g_str_equal (branch->row, "floor_mobility");
  self->any_row = TRUE;
  self->raised[self->n_raised++] = branch->row;

  if (is_blood_pressure (row))
    {
      gboolean below = client->systolic > 0 && client->systolic < 160 && client->diastolic < 90;

      caution = lifts_rolling && below && has_fact (row, "diagnosed");
      if (client->systolic >= 180 || client->diastolic >= 100)
        codes[1] = codes[2] = 'X';
      codes[0] = caution ? 'g' : 'X';
      self->n_cautions += caution;
      self->n_cautions_cleared += caution;
      for (guint phase = 0; phase < N_PHASES; phase++)
        apply_code (self, phase, codes[phase], row, FALSE);
      return;
    }
  /* Spine, rib, pelvis. */
  if (g_str_equal (branch->row, "fracture") && !plain && !lifts_rolling &&
      (has_place (row, UPPER_BACK) || has_place (row, BELLY) || has_place (row, HIP)))
    codes[1] = codes[2] = 'X';
  if (caution && (!g_str_equal (branch->row, "surgery") || row->n_places == 0))
    {
      self->n_cautions++;
      self->n_cautions_cleared += lifts_rolling;
    }
  for (guint phase = 0; phase < N_PHASES; phase++)
    {
      gboolean lifted = phase == ROLL ? lifts_rolling : valid;

      apply_code (self, phase, codes[phase], row, lifted);
      /* What is out of stretching is out of rolling as well once rolling is open. */
      if (codes[STRETCH] == 'r' && phase == ROLL)
        exclude_places (self, 1u << ROLL, row, SEGMENT);
    }
  apply_designer_column (self, row, lifts_rolling);
}

static void
apply_age (Oracle *self, gboolean letters_are_void)
{
  const OracleClient *client = self->client;
  gboolean lifted = !letters_are_void && is_valid (client->age_letter, 12) && client->age_letter != LETTER_FIT_ONLY;
  gboolean refer = client->age < 15 || (client->age >= 70 && !client->active);

  if (client->age >= 15 && client->age < 65)
    return;
  self->any_row = TRUE;
  if (refer && !lifted)
    {
      self->locked[ROLL] = TRUE;
      if (!client->active && (client->age_letter != LETTER_FIT_ONLY || letters_are_void))
        self->locked[STRETCH] = self->locked[ACTIVATE] = TRUE;
    }
  if (refer && lifted && client->age_letter == LETTER_FRESH)
    self->gentle[ROLL] = TRUE;
  if (client->age >= 65)
    {
      self->gentle[ROLL] = self->gentle[STRETCH] = TRUE;
      if (!refer)
        {
          self->n_cautions++;
          self->n_cautions_cleared += lifted;
        }
    }
}

Oracle *
oracle_new (const OracleClient *client)
{
  Oracle *self = g_new0 (Oracle, 1);
  gboolean letters_are_void = FALSE;

  self->client = client;
  self->tools = ~0u;
  self->hold_seconds = 60;
  for (guint i = 0; i < client->n_rows; i++)
    letters_are_void |= is_event_after_letters (&client->rows[i]);
  for (guint i = 0; i < client->n_rows; i++)
    {
      OracleRow row = client->rows[i];

      /* A yes without its details weighs like a doubt. */
      if (row.not_known)
        row.reply = SMR_REPLY_NOT_SURE;
      apply_row (self, &row, letters_are_void);
    }
  apply_age (self, letters_are_void);

  /* After a stop sign or news nothing is done before a new form. */
  if ((client->age < 18 && !client->guardian) || client->sign != NULL)
    self->locked[ROLL] = self->locked[STRETCH] = self->locked[ACTIVATE] = TRUE;

  /* A reading of today speaks even where the form says no. */
  if (client->systolic >= 160 || client->diastolic >= 90)
    self->locked[ROLL] = TRUE;
  if (client->systolic >= 180 || client->diastolic >= 100)
    self->locked[STRETCH] = self->locked[ACTIVATE] = TRUE;
  if (self->n_cautions >= 3 && self->n_cautions_cleared < self->n_cautions)
    self->locked[ROLL] = TRUE;
  return self;
}

void
oracle_free (Oracle *self)
{
  g_free (self);
}

/* --- judging ---------------------------------------------------------------------------------------------------------------------- */

static guint
get_phase (SmrPhase phase)
{
  return MIN ((guint) phase, ACTIVATE);
}

gboolean
oracle_locks (const Oracle *self, SmrPhase phase)
{
  return self->locked[get_phase (phase)];
}

static gboolean
is_gentle (const Oracle *self, const SmrExercise *exercise, SmrSide sides)
{
  guint phase = get_phase (exercise->phase);

  if (self->gentle[phase])
    return TRUE;
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      if (self->gentle_at[phase][find_muscle (exercise->targets[i])->index] & sides)
        return TRUE;
    }
  return FALSE;
}

/* The sides that a row of movement is about: one only if every place of a yes says so. */
static SmrSide
get_movement_side (const OracleMovement *movement)
{
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = 0; movement->reply == SMR_REPLY_YES && i < movement->n_places; i++)
    sides |= movement->places[i].side == SMR_SIDE_NONE ? SMR_SIDE_BOTH : movement->places[i].side;
  return sides == SMR_SIDE_NONE ? SMR_SIDE_BOTH : sides;
}

static gboolean
bears_on (const SmrExercise *exercise, SmrLimb limb, SmrSide treated, SmrSide side)
{
  SmrSide other = treated == SMR_SIDE_BOTH ? SMR_SIDE_BOTH : SMR_SIDE_BOTH & ~treated;

  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      if (bearing->limb == limb && (((bearing->same ? treated : 0) | (bearing->other ? other : 0)) & side))
        return TRUE;
    }
  return FALSE;
}

/* Out on the named side, on both where both take part, and wherever that limb carries weight. */
static gboolean
forbids_movement (const OracleMovement *movement, const SmrExercise *exercise, SmrSide treated)
{
  SmrSide side = get_movement_side (movement);
  guint index = 0;

  if (movement->reply == SMR_REPLY_NO || movement->reply == SMR_REPLY_UNANSWERED || !g_strv_contains (exercise->avoid, movement->row))
    return FALSE;
  while (!g_str_equal (oracle_movements[index], movement->row))
    index++;
  if (index >= FIRST_MIDDLE_MOVEMENT || !g_strv_contains (exercise->avoid_same, movement->row))
    return TRUE;
  return (side & treated) || bears_on (exercise, index < FIRST_ARM_MOVEMENT ? SMR_LIMB_LEG : SMR_LIMB_ARM, treated, side);
}

const char *
oracle_forbids_exercise (const Oracle *self, const SmrExercise *exercise, SmrSide sides)
{
  guint phase = get_phase (exercise->phase);
  SmrSide treated = exercise->unilateral ? sides : SMR_SIDE_BOTH;
  SmrSide other = treated == SMR_SIDE_BOTH ? SMR_SIDE_BOTH : SMR_SIDE_BOTH & ~treated;

  if (self->locked[phase])
    return "locked phase";
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      guint index = find_muscle (exercise->targets[i])->index;

      if (exercise->phase == SMR_PHASE_INHIBIT && never_rolled_marks[index] != 0)
        return "never rolled";
      if (self->out[phase][index] & treated)
        return "muscle out";
    }
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);
      SmrSide bears = (bearing->same ? treated : 0) | (bearing->other ? other : 0);

      if (bears & (bearing->limb == SMR_LIMB_ARM ? self->arms_out[phase] : self->legs_out[phase]))
        return "limb that bears weight out";
    }
  if (self->positions & 1u << exercise->position)
    return "position";
  for (guint i = 0; i < self->n_raised; i++)
    {
      if (g_strv_contains (exercise->avoid, self->raised[i]))
        return "row that the exercise lists";
    }
  for (guint i = 0; i < self->client->n_movements; i++)
    {
      if (forbids_movement (&self->client->movements[i], exercise, treated))
        return "movement row that the exercise lists";
    }
  return NULL;
}

/* A beginner's tennis ball: sitting for the sole, at a table for the forearm, at a wall for chest and buttock. */
static gboolean
is_easy_ball (const SmrExercise *exercise)
{
  static const char places[] = "plantar_fascia forearm_flexors forearm_extensors pectoralis_major pectoralis_minor piriformis gluteus_maximus gluteus_medius";

  return has_word (places, exercise->targets[0]) &&
         (exercise->position == SMR_POSITION_SEATED || exercise->position == SMR_POSITION_WALL);
}

static guint
get_level_tools (const Oracle *self, const SmrExercise *exercise)
{
  guint allowed = SOFT | SHORT | STICK | HANDS;

  if (self->client->level >= SMR_LEVEL_INTERMEDIATE || is_easy_ball (exercise))
    allowed |= TENNIS;
  if (self->client->level >= SMR_LEVEL_INTERMEDIATE)
    allowed |= MEDIUM;
  if (self->client->level >= SMR_LEVEL_ADVANCED)
    allowed |= PEANUT | MEDICINE | (self->any_row ? 0 : FIRM);
  return allowed;
}

static const char *
judge_tool (const Oracle *self, const SmrItem *item, const SmrExercise *exercise, gboolean gentle)
{
  /* Where the exercise leaves no choice the item need not say it. */
  const char *tool = item->tool == NULL && exercise->needs->len > 0 ? g_array_index (exercise->needs, SmrNeed, 0).tool : item->tool;
  guint bit = get_tool_bit (tool);

  if (item->phase != SMR_PHASE_INHIBIT)
    {
      /* No load. */
      if (gentle && tool != NULL && has_word ("band dumbbell medicine_ball", tool))
        return "load under the gentle profile";
      if (tool != NULL && g_str_equal (tool, "dumbbell") && self->client->level == SMR_LEVEL_BEGINNER)
        return "weight for a beginner";
      if (self->own_tools_only[get_phase (item->phase)] && tool != NULL &&
          has_word ("strap dumbbell swiss_ball small_ball", tool))
        return "tool of somebody else";
      return NULL;
    }
  if (bit == 0)
    return "no rolling tool";
  if ((bit & self->tools) == 0)
    return "tool that a row forbids";
  if (gentle && (bit & GENTLE_TOOLS) == 0)
    return "tool under the gentle profile";
  if ((bit & get_level_tools (self, exercise)) == 0)
    return "tool of a higher level";
  if (self->client->age >= 65 && (bit & (MEDIUM | FIRM | MEDICINE)))
    return "hard tool at 65 and over";
  for (guint i = 0; (bit & (SOFT | HANDS)) == 0 && exercise->targets[i] != NULL; i++)
    {
      if (self->scar_at[find_muscle (exercise->targets[i])->index] & smr_item_side_get_sides (item->side))
        return "tool over a scar";
    }
  if ((bit & SHORT) && has_word ("thoracic_spine", exercise->targets[0]))
    return "too narrow a roller for the back";
  return NULL;
}

static const char *
judge_dose (const Oracle *self, const SmrItem *item, const SmrExercise *exercise, gboolean gentle)
{
  static const int contact[] = { 60, 90, 120 }, spots[] = { 1, 2, 2 }, hold[] = { 30, 45, 60 };
  const SmrDose *dose = &item->dose;
  SmrLevel level = self->client->level;

  switch (item->phase)
    {
    case SMR_PHASE_INHIBIT:
      if (dose->hold_seconds > MIN (self->hold_seconds, gentle ? 20 : hold[level]))
        return "hold";
      if (dose->reps > (gentle ? 1 : spots[level]))
        return "spots";
      if (dose->sets * (dose->search_seconds + dose->reps * dose->hold_seconds) > (gentle ? 40 : contact[level]))
        return "contact";
      return NULL;
    case SMR_PHASE_LENGTHEN:
      if (gentle && (dose->sets * dose->reps > 1 || dose->hold_seconds > 20))
        return "gentle stretch";
      return dose->sets * dose->reps * dose->hold_seconds > 60 || dose->hold_seconds > 60 ? "stretch" : NULL;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      if (gentle && (dose->sets > 1 || dose->reps > 10 || dose->hold_seconds > 2))
        return "gentle activation";
      return dose->sets > (item->phase == SMR_PHASE_ACTIVATE ? 2 : 3) || dose->reps > 15 ? "activation" : NULL;
    }
  g_assert_not_reached ();
}

const char *
oracle_forbids_item (const Oracle *self, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrSide sides = smr_item_side_get_sides (item->side);
  const char *reason = oracle_forbids_exercise (self, exercise, sides);
  gboolean gentle = is_gentle (self, exercise, exercise->unilateral ? sides : SMR_SIDE_BOTH);

  if (reason == NULL)
    reason = judge_tool (self, item, exercise, gentle);
  if (reason == NULL)
    reason = judge_dose (self, item, exercise, gentle);
  return reason;
}
