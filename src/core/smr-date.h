#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmrDate:
 *
 * A calendar day without a time or a zone, as its Julian day number.
 * %SMR_DATE_NONE (0) stands for "no date". Plain integer comparison orders days.
 */
typedef guint32 SmrDate;

#define SMR_DATE_NONE ((SmrDate) 0)

/* Days that the program accepts: 1900-01-01 to 2199-12-31. */
SmrDate  smr_date_from_ymd      (int year, int month, int day);
void     smr_date_get_ymd       (SmrDate date, int *year, int *month, int *day);

/* Only YYYY-MM-DD naming a day that exists is a date. */
gboolean smr_date_parse         (const char *text, SmrDate *date);
char    *smr_date_to_string     (SmrDate date);

/* The order of day, month and year where a date is read or written. */
typedef enum
{
  SMR_DATE_ORDER_YMD,
  SMR_DATE_ORDER_DMY,
  SMR_DATE_ORDER_MDY,
} SmrDateOrder;

/* A day as people write it: 1990-12-31, 31.12.1990, 31/12/1990 or 12/31/1990, with the whole year. Points stand between
 * day, month and year; otherwise @order decides what the figures themselves leave open, and YMD leaves it open. */
gboolean smr_date_parse_written (const char *text, SmrDateOrder order, SmrDate *date);

SmrDate  smr_date_add_days      (SmrDate date, int days);
/* A day that the target month does not have becomes that month's last day; there is nothing before the first day that
 * the program accepts, nor after the last one. */
SmrDate  smr_date_add_months    (SmrDate date, int months);
/* Whole years from @from to @to; a birthday on 29 February falls on 1 March in other years. */
int      smr_date_years_between (SmrDate from, SmrDate to);

G_END_DECLS
