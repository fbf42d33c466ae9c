#include "smr-handout-layout.h"

#include "smr-handout-cards.h"
#include "smr-handout-diary.h"
#include "smr-handout-list.h"
#include "smr-handout-overview.h"
#include "smr-handout-trainer.h"

static const SmrLayoutForm forms[SMR_N_HANDOUT_LAYOUTS] = {
  [SMR_HANDOUT_LAYOUT_LIST] = { "list", 1, FALSE, smr_handout_list_new_blocks },
  [SMR_HANDOUT_LAYOUT_CARDS_1] = { "cards-1", 1, FALSE, smr_handout_cards_new_blocks },
  [SMR_HANDOUT_LAYOUT_CARDS_2] = { "cards-2", 1, FALSE, smr_handout_cards_new_blocks },
  [SMR_HANDOUT_LAYOUT_CARDS_4] = { "cards-4", 1, FALSE, smr_handout_cards_new_blocks },
  [SMR_HANDOUT_LAYOUT_OVERVIEW] = { "overview", 1, FALSE, smr_handout_overview_new_blocks },
  [SMR_HANDOUT_LAYOUT_LARGE] = { "large", SMR_LARGE_PRINT_SCALE, TRUE, smr_handout_list_new_blocks },
  [SMR_HANDOUT_LAYOUT_TRAINER] = { "trainer", 1, FALSE, smr_handout_trainer_new_blocks },
};

const SmrLayoutForm *
smr_layout_form_get (SmrHandoutLayout layout)
{
  g_return_val_if_fail (layout < SMR_N_HANDOUT_LAYOUTS, &forms[SMR_HANDOUT_LAYOUT_LIST]);

  return &forms[layout];
}

GPtrArray *
smr_layout_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = smr_layout_form_get (text->layout)->make_blocks (text, setter, height);

  if (text->diary != NULL && text->trainer == NULL)
    smr_handout_add_diary (blocks, text, setter);
  return blocks;
}

const char *
smr_handout_layout_to_string (SmrHandoutLayout layout)
{
  return smr_layout_form_get (layout)->name;
}

gboolean
smr_handout_layout_from_string (const char *text, SmrHandoutLayout *layout)
{
  for (SmrHandoutLayout i = 0; i < SMR_N_HANDOUT_LAYOUTS; i++)
    {
      if (g_strcmp0 (forms[i].name, text) == 0)
        {
          *layout = i;
          return TRUE;
        }
    }
  return FALSE;
}
