#include "smr-language.h"

#include <glib.h>

const char *
smr_ui_language (void)
{
  const char *language = g_get_language_names ()[0];

  return g_str_equal (language, "C") || g_str_has_prefix (language, "C.") ? NULL : language;
}
