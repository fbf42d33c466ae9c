#pragma once

#include <glib-object.h>

#include "smr-types.h"

G_BEGIN_DECLS

/* Who hands the sheets out. */
typedef struct
{
  char *name;
  char *credentials;
  char *phone;
} SmrTrainer;

typedef struct
{
  char      *name;
  char      *phone;
  char      *address;
  GBytes    *logo;             /* nullable: PNG or JPEG as it was given */
  GPtrArray *trainers;         /* (element-type SmrTrainer) */
  char      *paper;            /* "a4", "letter"; empty: as the locale has it */
  char      *language;         /* of handouts; empty: as the desktop */
  SmrLevel   level;            /* defaults for new clients and plans */
  SmrSetting setting;
  int        rescreen_months;  /* 1 to 12 */
  char      *consent;          /* what the client signs beside the answers */
  int        consent_version;
  char      *print_settings;   /* GtkPrintSettings as a key file; empty: none */
  char      *page_setup;       /* GtkPageSetup as a key file; empty: none */
  gboolean   sample;           /* the sample practice; said in the window and on paper */
} SmrPractice;

SmrTrainer  *smr_trainer_new   (const char *name, const char *credentials, const char *phone);
void         smr_trainer_free  (SmrTrainer *self);
SmrPractice *smr_practice_new  (void);
SmrPractice *smr_practice_copy (const SmrPractice *self);
void         smr_practice_free (SmrPractice *self);
/* The trainer of that name; for an empty name the first one. (nullable) */
const SmrTrainer *smr_practice_find_trainer (const SmrPractice *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrTrainer, smr_trainer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrPractice, smr_practice_free)

G_END_DECLS
