#include "smr-catalogue.h"

static const char * const tempo_words[] = {
  [SMR_TEMPO_ROLL] = "roll",
  [SMR_TEMPO_STATIC] = "static",
  [SMR_TEMPO_4_2_1] = "4/2/1",
  [SMR_TEMPO_HOLD] = "hold",
  [SMR_TEMPO_WALK] = "walk",
};

const char *
smr_tempo_to_string (SmrTempo tempo)
{
  g_return_val_if_fail (tempo < G_N_ELEMENTS (tempo_words), "");

  return tempo_words[tempo];
}

gboolean
smr_tempo_from_string (const char *text, SmrTempo *tempo)
{
  for (guint i = 0; i < G_N_ELEMENTS (tempo_words); i++)
    {
      if (g_strcmp0 (text, tempo_words[i]) == 0)
        {
          *tempo = i;
          return TRUE;
        }
    }
  return FALSE;
}
