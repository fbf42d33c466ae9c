#include "smr-signature.h"

#include <string.h>

static void
test_round_trip (void)
{
  g_autoptr (SmrSignature) signature = smr_signature_new (400, 120);
  g_autoptr (SmrSignature) read = NULL;
  g_autofree char *nothing = smr_signature_to_string (signature);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (nothing, ==, "");

  smr_signature_begin_stroke (signature, 12, 40);
  smr_signature_add_point (signature, 13, 41);
  smr_signature_add_point (signature, 20, 38);
  /* Beside the pad. */
  smr_signature_begin_stroke (signature, 500, -3);
  text = smr_signature_to_string (signature);
  g_assert_cmpstr (text, ==, "400x120 M12 40l1 1 7 -3M400 0l0 0");

  read = smr_signature_from_string (text);
  g_assert_nonnull (read);
  g_assert_cmpint (read->width, ==, 400);
  g_assert_cmpuint (read->strokes->len, ==, 2);
  again = smr_signature_to_string (read);
  g_assert_cmpstr (again, ==, text);
}

static void
test_undo (void)
{
  g_autoptr (SmrSignature) signature = smr_signature_new (100, 50);
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;

  smr_signature_begin_stroke (signature, 1, 1);
  smr_signature_add_point (signature, 9, 9);
  smr_signature_begin_stroke (signature, 20, 20);
  smr_signature_remove_stroke (signature);
  one = smr_signature_to_string (signature);
  g_assert_cmpstr (one, ==, "100x50 M1 1l8 8");

  smr_signature_remove_stroke (signature);
  smr_signature_remove_stroke (signature);
  none = smr_signature_to_string (signature);
  g_assert_cmpstr (none, ==, "");
}

static void
test_foreign (void)
{
  static const char * const texts[] = {
    "", "x", "400x120", "400x120 ", "0x120 M0 0l1 1", "400x20000 M0 0l1 1", "-4x120 M0 0l1 1", "400x120 M12 40", "400x120 M12 40l",
    "400x120 M12 40l1", "400x120 M12 40l1 1 ", "400x120 M12 40l1 1z", "400x120 M12,40l1 1", "400x120 M12 40L1 1",
    "400x120 M-1 40l1 1", "400x120 M401 0l0 0", "400x120 M0 0l401 0", "400x120 M0 0l-1 0", "400x120 M0 0l1 1M", "400x120 M0 0l99999999999999 0",
    "400x120 M0 0l1 1 M0 0l1 1", "400x120 m0 0l1 1", " 400x120 M0 0l1 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_null (smr_signature_from_string (texts[i]));
    }
}

/* A cat on the tablet must not fill the practice. */
static void
test_limit (void)
{
  g_autoptr (SmrSignature) signature = smr_signature_new (10000, 10000);
  g_autoptr (SmrSignature) read = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3 * SMR_SIGNATURE_MAX_POINTS; i++)
    {
      if (i % 100 == 0)
        smr_signature_begin_stroke (signature, i % 7 * 1600, 10000);
      else
        smr_signature_add_point (signature, i % 2 * 10000, i % 3 * 5000);
    }
  text = smr_signature_to_string (signature);
  g_assert_cmpuint (strlen (text), <=, SMR_SIGNATURE_MAX_CHARS);
  read = smr_signature_from_string (text);
  g_assert_nonnull (read);
  g_assert_cmpuint (read->strokes->len, ==, SMR_SIGNATURE_MAX_POINTS / 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/goes-through-text-and-back", test_round_trip);
  g_test_add_func ("/signature/loses-its-last-stroke", test_undo);
  g_test_add_func ("/signature/is-not-just-any-text", test_foreign);
  g_test_add_func ("/signature/ends-somewhere", test_limit);
  return g_test_run ();
}
