#include "smr-date.h"

#include <stdlib.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

SmrDate
smr_date_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return SMR_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

void
smr_date_get_ymd (SmrDate date, int *year, int *month, int *day)
{
  GDate value;

  g_return_if_fail (date != SMR_DATE_NONE);

  g_date_clear (&value, 1);
  g_date_set_julian (&value, date);
  if (year)
    *year = g_date_get_year (&value);
  if (month)
    *month = g_date_get_month (&value);
  if (day)
    *day = g_date_get_day (&value);
}

gboolean
smr_date_parse (const char *text, SmrDate *date)
{
  static const char pattern[] = "dddd-dd-dd";
  SmrDate value;

  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (pattern); i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
    }

  value = smr_date_from_ymd (atoi (text), atoi (text + 5), atoi (text + 8));
  if (value == SMR_DATE_NONE)
    return FALSE;
  if (date)
    *date = value;
  return TRUE;
}

char *
smr_date_to_string (SmrDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != SMR_DATE_NONE, NULL);

  smr_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

SmrDate
smr_date_add_days (SmrDate date, int days)
{
  g_return_val_if_fail (date != SMR_DATE_NONE, SMR_DATE_NONE);

  return date + days;
}

SmrDate
smr_date_add_months (SmrDate date, int months)
{
  int year, month, day, count;

  g_return_val_if_fail (date != SMR_DATE_NONE, SMR_DATE_NONE);

  smr_date_get_ymd (date, &year, &month, &day);
  count = year * 12 + month - 1 + months;
  year = count / 12;
  month = count % 12 + 1;
  if (year > LAST_YEAR)
    return smr_date_from_ymd (LAST_YEAR, 12, 31);
  if (year < FIRST_YEAR)
    return smr_date_from_ymd (FIRST_YEAR, 1, 1);
  return smr_date_from_ymd (year, month, MIN (day, g_date_get_days_in_month (month, year)));
}

int
smr_date_years_between (SmrDate from, SmrDate to)
{
  int from_year, from_month, from_day, to_year, to_month, to_day, years;

  g_return_val_if_fail (from != SMR_DATE_NONE && to != SMR_DATE_NONE, 0);

  smr_date_get_ymd (from, &from_year, &from_month, &from_day);
  smr_date_get_ymd (to, &to_year, &to_month, &to_day);
  years = to_year - from_year;
  if (to_month < from_month || (to_month == from_month && to_day < from_day))
    years--;
  return years;
}
