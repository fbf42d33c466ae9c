#include "config.h"

#include "smr-date-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  SmrDateOrder order;
  char         separator;
} Habit;

/* How the locale writes a date in figures: "%d.%m.%Y", "%m/%d/%y", "%D" ... */
static Habit
get_habit (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strchr (format, 'm');

  if (locale == NULL || g_str_equal (locale, "POSIX") || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C."))
    return (Habit) { SMR_DATE_ORDER_YMD, '-' };
  if (strstr (format, "%D") != NULL)
    return (Habit) { SMR_DATE_ORDER_MDY, '/' };
  if (day == NULL || month == NULL || strpbrk (format, "yYF") < MIN (day, month))
    return (Habit) { SMR_DATE_ORDER_YMD, '-' };
  return (Habit) { day < month ? SMR_DATE_ORDER_DMY : SMR_DATE_ORDER_MDY,
                   strchr (format, '.') != NULL ? '.' : strchr (format, '/') != NULL ? '/' : '-' };
}

gboolean
smr_date_read (const char *text, SmrDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *date = SMR_DATE_NONE;
  return *stripped == '\0' || smr_date_parse_written (stripped, get_habit ().order, date);
}

gboolean
smr_date_read_day (const char *text, SmrDate *date)
{
  return smr_date_read (text, date) && *date != SMR_DATE_NONE;
}

char *
smr_date_write (SmrDate date)
{
  Habit habit = get_habit ();
  int year, month, day;

  smr_date_get_ymd (date, &year, &month, &day);
  switch (habit.order)
    {
    case SMR_DATE_ORDER_YMD:
      return smr_date_to_string (date);
    case SMR_DATE_ORDER_DMY:
      return g_strdup_printf ("%02d%c%02d%c%04d", day, habit.separator, month, habit.separator, year);
    case SMR_DATE_ORDER_MDY:
      return g_strdup_printf ("%02d%c%02d%c%04d", month, habit.separator, day, habit.separator, year);
    }
  g_return_val_if_reached (NULL);
}

static char *
make_example (void)
{
  return smr_date_write (smr_date_from_ymd (1984, 5, 31));
}

char *
smr_date_make_title (const char *title)
{
  g_autofree char *example = make_example ();

  /* Translators: what a date is of, and an example of how it is written: "Date of birth, such as 31.05.1984" */
  return g_strdup_printf (_("%s, such as %s"), title, example);
}

char *
smr_date_get_hint (void)
{
  g_autofree char *example = make_example ();

  /* Translators: %s is an example of a date in figures: 31.05.1984 */
  return g_strdup_printf (_("This day does not exist. Write it like this: %s"), example);
}

const char *
smr_date_find_problem (SmrDate date, SmrDate born, SmrDate today)
{
  if (date == SMR_DATE_NONE)
    return NULL;
  if (date > today)
    return _("This day lies in the future");
  if (born != SMR_DATE_NONE && date < born)
    return _("This day lies before the client’s birth");
  return NULL;
}
