#include "smr-date.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean    valid;
  } cases[] = {
    { "2026-02-28", TRUE },
    { "2024-02-29", TRUE },
    { "2026-02-29", FALSE },
    { "2026-02-30", FALSE },
    { "2026-13-01", FALSE },
    { "2026-00-10", FALSE },
    { "2026-1-01", FALSE },
    { "2026-01-01 ", FALSE },
    { "26-01-01", FALSE },
    { "1899-12-31", FALSE },
    { "2200-01-01", FALSE },
    { "", FALSE },
    { "2026-01", FALSE },
    { "today", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SmrDate date = SMR_DATE_NONE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (smr_date_parse (cases[i].text, &date), ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_autofree char *back = smr_date_to_string (date);

          g_assert_cmpstr (back, ==, cases[i].text);
        }
      else
        {
          g_assert_cmpuint (date, ==, SMR_DATE_NONE);
        }
    }
}

static void
assert_date (SmrDate date, const char *expected)
{
  g_autofree char *text = smr_date_to_string (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_written (void)
{
  static const struct
  {
    const char  *text;
    SmrDateOrder order;
    const char  *date;                /* nullable */
  } cases[] = {
    { "1990-12-31", SMR_DATE_ORDER_MDY, "1990-12-31" },
    { "1990/12/31", SMR_DATE_ORDER_DMY, "1990-12-31" },
    { " 1990-1-2 ", SMR_DATE_ORDER_YMD, "1990-01-02" },
    { "31.12.1990", SMR_DATE_ORDER_YMD, "1990-12-31" },
    { "31. 12. 1990", SMR_DATE_ORDER_MDY, "1990-12-31" },
    { "3.4.1990", SMR_DATE_ORDER_MDY, "1990-04-03" },
    { "31/12/1990", SMR_DATE_ORDER_MDY, "1990-12-31" },
    { "12/31/1990", SMR_DATE_ORDER_DMY, "1990-12-31" },
    { "12/31/1990", SMR_DATE_ORDER_YMD, "1990-12-31" },
    { "3/4/1990", SMR_DATE_ORDER_DMY, "1990-04-03" },
    { "3/4/1990", SMR_DATE_ORDER_MDY, "1990-03-04" },
    { "3-4-1990", SMR_DATE_ORDER_DMY, "1990-04-03" },
    { "3 4 1990", SMR_DATE_ORDER_DMY, "1990-04-03" },
    { "4/4/1990", SMR_DATE_ORDER_YMD, "1990-04-04" },
    /* Could be two days, or none. */
    { "3/4/1990", SMR_DATE_ORDER_YMD, NULL },
    { "31.12.90", SMR_DATE_ORDER_DMY, NULL },
    { "31.02.1990", SMR_DATE_ORDER_DMY, NULL },
    { "31/31/1990", SMR_DATE_ORDER_DMY, NULL },
    { "12.31.1990", SMR_DATE_ORDER_MDY, NULL },
    { "31.12-1990", SMR_DATE_ORDER_DMY, NULL },
    { "31121990", SMR_DATE_ORDER_DMY, NULL },
    { "31.12.", SMR_DATE_ORDER_DMY, NULL },
    { "31.12.1990x", SMR_DATE_ORDER_DMY, NULL },
    { "31.12.19900", SMR_DATE_ORDER_DMY, NULL },
    { "1990.1990.1990", SMR_DATE_ORDER_DMY, NULL },
    { "", SMR_DATE_ORDER_DMY, NULL },
    { "last May", SMR_DATE_ORDER_DMY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SmrDate date = SMR_DATE_NONE;
      gboolean understood = smr_date_parse_written (cases[i].text, cases[i].order, &date);

      g_test_message ("“%s”, order %d", cases[i].text, cases[i].order);
      g_assert_cmpint (understood, ==, cases[i].date != NULL);
      if (cases[i].date != NULL)
        {
          g_autofree char *text = smr_date_to_string (date);

          g_assert_cmpstr (text, ==, cases[i].date);
        }
      else
        {
          g_assert_cmpuint (date, ==, SMR_DATE_NONE);
        }
    }
}

static void
test_add (void)
{
  assert_date (smr_date_add_days (smr_date_from_ymd (2026, 2, 28), 1), "2026-03-01");
  assert_date (smr_date_add_days (smr_date_from_ymd (2026, 1, 1), -1), "2025-12-31");
  assert_date (smr_date_add_months (smr_date_from_ymd (2026, 1, 31), 1), "2026-02-28");
  assert_date (smr_date_add_months (smr_date_from_ymd (2024, 2, 29), 12), "2025-02-28");
  assert_date (smr_date_add_months (smr_date_from_ymd (2026, 1, 15), -1), "2025-12-15");
  assert_date (smr_date_add_months (smr_date_from_ymd (2026, 11, 22), 3), "2027-02-22");
  assert_date (smr_date_add_months (smr_date_from_ymd (2199, 6, 1), 12), "2199-12-31");
  assert_date (smr_date_add_months (smr_date_from_ymd (1900, 6, 1), -12), "1900-01-01");
}

static void
test_years (void)
{
  SmrDate leap = smr_date_from_ymd (2004, 2, 29);
  SmrDate born = smr_date_from_ymd (1956, 11, 22);

  g_assert_cmpint (smr_date_years_between (born, smr_date_from_ymd (2026, 11, 21)), ==, 69);
  g_assert_cmpint (smr_date_years_between (born, smr_date_from_ymd (2026, 11, 22)), ==, 70);
  g_assert_cmpint (smr_date_years_between (leap, smr_date_from_ymd (2022, 2, 28)), ==, 17);
  g_assert_cmpint (smr_date_years_between (leap, smr_date_from_ymd (2022, 3, 1)), ==, 18);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse/only-days-that-exist", test_parse);
  g_test_add_func ("/date/parse/as-people-write-it", test_written);
  g_test_add_func ("/date/add/days-and-months", test_add);
  g_test_add_func ("/date/years/birthday-counts", test_years);
  return g_test_run ();
}
