#include "smr-handout-list-private.h"

/* At the smallest size of text. */
#define NARROW_WIDTH 330.0

gboolean
smr_list_is_narrow (const SmrSetter *setter)
{
  return setter->width / setter->scale < NARROW_WIDTH;
}

gboolean
smr_list_is_short (const SmrSheetText *text)
{
  return text->layout != SMR_HANDOUT_LAYOUT_LIST && text->layout != SMR_HANDOUT_LAYOUT_LARGE;
}

double
smr_list_get_indent (const SmrSetter *setter)
{
  return 14 * setter->scale;
}

void
smr_list_add_sign_on (SmrBlock *block, const SmrSetter *setter, SmrFace face, SmrSign sign, double x,
                      double baseline, double size)
{
  double ascent = smr_setter_get_ascent (setter, face);

  /* The middle of a capital lies about 0.36 em, here 0.37 of the ascent, over the baseline. */
  smr_block_add_sign (block, &smr_ink_black, sign, x, baseline - 0.375 * ascent - size / 2, size);
}

double
smr_list_add_signed_text (SmrBlock *block, const SmrSetter *setter, SmrFace face, SmrSign sign, double sign_size,
                          double x, double y, double width, const char *text)
{
  double indent = smr_list_get_indent (setter);

  smr_list_add_sign_on (block, setter, face, sign, x, y + smr_setter_get_ascent (setter, face),
                        sign_size * setter->scale);
  return smr_block_add_text (block, setter, face, &smr_ink_black, x + indent, y, width - indent, SMR_ALIGN_START, text);
}

double
smr_list_add_chip (SmrBlock *block, const SmrSetter *setter, double x, double baseline, const char *text)
{
  double padding = 6 * setter->scale;
  double ascent = smr_setter_get_ascent (setter, SMR_FACE_CHIP);
  double text_width = smr_setter_measure (setter, SMR_FACE_CHIP, text) + 0.5;
  double height = ascent * 1.75;

  if (block != NULL)
    {
      smr_block_add_frame (block, &smr_ink_black, 0.7, x, baseline - 0.36 * ascent - height / 2,
                           text_width + 2 * padding, height, height / 2);
      smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, x + padding, baseline, text_width,
                             SMR_ALIGN_START, text);
    }
  return text_width + 2 * padding;
}

double
smr_list_add_run_in (SmrBlock *block, const SmrSetter *setter, double x, double y, double width,
                     const char *label, const char *text)
{
  double label_width = smr_setter_measure (setter, SMR_FACE_LABEL, label) + 7;
  double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_BODY);

  smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, baseline, label_width,
                         SMR_ALIGN_START, label);
  return smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + label_width, baseline,
                                width - label_width, SMR_ALIGN_START, text);
}
