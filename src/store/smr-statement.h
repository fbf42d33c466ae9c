#pragma once

#include "smr-database.h"

G_BEGIN_DECLS

/* A prepared statement, borrowed from its connection and given back (reset, unbound) at the end of the scope.
 *
 * A parameter that cannot be bound and a column that does not hold what it should are remembered; the next
 * smr_statement_step(), _run() or _check() fails because of them. So nothing is ignored, and the calls read as a list. */

typedef struct _SmrStatement SmrStatement;

typedef enum
{
  SMR_STEP_ERROR,
  SMR_STEP_ROW,
  SMR_STEP_DONE,
} SmrStep;

/* @sql: a literal; it is prepared once for each connection. One statement is lent only once at a time. */
SmrStatement *smr_statement_borrow     (SmrDatabase *database, const char *sql, GError **error);
void          smr_statement_release    (SmrStatement *self);
/* Finalizes; for the connection. */
void          smr_statement_free       (SmrStatement *self);

/* Parameters are counted from 1. NULL and SMR_DATE_NONE and SMR_SIDE_NONE become NULL. */
void          smr_statement_bind_int   (SmrStatement *self, int parameter, gint64 value);
void          smr_statement_bind_null  (SmrStatement *self, int parameter);
void          smr_statement_bind_text  (SmrStatement *self, int parameter, const char *value);
void          smr_statement_bind_date  (SmrStatement *self, int parameter, SmrDate value);
void          smr_statement_bind_side  (SmrStatement *self, int parameter, SmrSide value);
void          smr_statement_bind_bytes (SmrStatement *self, int parameter, GBytes *value);

SmrStep       smr_statement_step       (SmrStatement *self, GError **error);
/* Before its end, to step again with other parameters. */
void          smr_statement_rewind     (SmrStatement *self);
/* To the end, expecting no row; parameters stay, so that a loop binds only what differs. */
gboolean      smr_statement_run        (SmrStatement *self, GError **error);
/* The same, and NOT_FOUND if no row was changed. */
gboolean      smr_statement_run_found  (SmrStatement *self, GError **error);
/* Whether everything read from the row was as it should be. */
gboolean      smr_statement_check      (SmrStatement *self, GError **error);

/* Columns are counted from 0. */
gint64        smr_statement_get_int    (SmrStatement *self, int column);
gboolean      smr_statement_is_null    (SmrStatement *self, int column);
/* NULL for NULL; valid until the next step. */
const char   *smr_statement_get_text   (SmrStatement *self, int column);
const char   *smr_statement_get_interned (SmrStatement *self, int column);
/* Replaces the string at @text. */
void          smr_statement_take_text  (SmrStatement *self, int column, char **text);
SmrDate       smr_statement_get_date   (SmrStatement *self, int column);
SmrSide       smr_statement_get_side   (SmrStatement *self, int column);
/* (transfer full) (nullable) */
GBytes       *smr_statement_dup_bytes  (SmrStatement *self, int column);
/* The column holds something that the program does not know. */
void          smr_statement_reject     (SmrStatement *self, int column);

/* An enumeration's value through its smr_*_from_string(). */
#define smr_statement_get_word(self, column, from_string, value)              \
  G_STMT_START                                                                \
  {                                                                           \
    if (!from_string (smr_statement_get_text ((self), (column)), (value)))    \
      smr_statement_reject ((self), (column));                                \
  }                                                                           \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrStatement, smr_statement_release)

G_END_DECLS
