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

/* One to four digits. */
static gboolean
read_figure (const char **text, int *figure, gsize *length)
{
  const char *start = *text;

  *figure = 0;
  for (; g_ascii_isdigit (**text) && *text - start < 4; (*text)++)
    *figure = *figure * 10 + (**text - '0');
  *length = *text - start;
  return *length > 0;
}

/* One sign between two figures, with spaces around it, or spaces alone. */
static char
read_separator (const char **text)
{
  char separator = ' ';
  const char *start = *text;

  while (g_ascii_isspace (**text))
    (*text)++;
  if (**text == '.' || **text == '/' || **text == '-')
    separator = *(*text)++;
  while (g_ascii_isspace (**text))
    (*text)++;
  return *text > start ? separator : '\0';
}

gboolean
smr_date_parse_written (const char *text, SmrDateOrder order, SmrDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest = stripped;
  gsize lengths[3];
  int figures[3];
  char separator = '\0';
  SmrDate value;

  for (guint i = 0; i < 3; i++)
    {
      if (i > 0)
        {
          char found = read_separator (&rest);

          if (found == '\0' || (i == 2 && found != separator))
            return FALSE;
          separator = found;
        }
      if (!read_figure (&rest, &figures[i], &lengths[i]))
        return FALSE;
    }
  if (*rest != '\0' || lengths[1] > 2)
    return FALSE;

  if (lengths[0] == 4 && lengths[2] <= 2)
    value = smr_date_from_ymd (figures[0], figures[1], figures[2]);
  else if (lengths[0] > 2 || lengths[2] != 4)
    return FALSE;
  else if (separator == '.' || figures[0] > 12 || figures[0] == figures[1] || (figures[1] <= 12 && order == SMR_DATE_ORDER_DMY))
    value = smr_date_from_ymd (figures[2], figures[1], figures[0]);
  else if (figures[1] > 12 || order == SMR_DATE_ORDER_MDY)
    value = smr_date_from_ymd (figures[2], figures[0], figures[1]);
  else
    return FALSE;

  if (value != SMR_DATE_NONE)
    *date = value;
  return value != SMR_DATE_NONE;
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
