#pragma once

#include "smr-database.h"
#include "smr-statement.h"

G_BEGIN_DECLS

/* What the connection and its statements share. */
struct _SmrDatabase
{
  sqlite3    *handle;
  char       *path;
  const char *doing;
  GHashTable *statements; /* SmrStatement by the address of its SQL */
};

G_END_DECLS
