#pragma once

#include <json-glib/json-glib.h>

/* The built program, which $SMR_COACH names, as a subprocess: own home folder, no display, English. */

typedef struct
{
  char *folder;                /* for everything the test makes; 0755 */
  char *home;
  char *program;
} SmrRunner;

typedef struct
{
  int   status;
  char *output;
  char *errors;
} SmrRun;

typedef enum
{
  SMR_RUN_PLAIN,
  SMR_RUN_DISK_FULL,           /* no file can grow */
  SMR_RUN_NOBODY,              /* as a user who may write nothing of ours */
} SmrRunMode;

void     smr_runner_init    (SmrRunner *self);
void     smr_runner_clear   (SmrRunner *self);
/* A path in the folder. (transfer full) */
char    *smr_runner_path    (SmrRunner *self, const char *name);

/* @command_line is split like a shell does; "@" at the beginning of a word or behind its "=" is the folder.
 * Asserts the exit status, and that what is said on standard error is one line or, when refused or for several
 * imported files, lines that all begin with "smr-coach: ". */
void     smr_runner_run     (SmrRunner *self, SmrRunMode mode, SmrRun *run, int status, const char *command_line);
void     smr_run_clear      (SmrRun *self);

/* The value at "phases.roll" or "items[0].side" of the JSON on standard output; asserts that it is there.
 * Texts as they are, all else as JSON. (transfer full) */
char    *smr_run_get        (const SmrRun *self, const char *path);
#define  smr_assert_member(run, path, expected) \
  G_STMT_START { g_autofree char *value_ = smr_run_get (run, path); g_assert_cmpstr (value_, ==, expected); } G_STMT_END

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrRunner, smr_runner_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrRun, smr_run_clear)
