#pragma once

#include "smr-command.h"
#include "smr-gate.h"
#include "smr-planner.h"

G_BEGIN_DECLS

/* From a client and options to a routine and the gate's word about it: what `plan` and `handout` share. */

/* The options of a plan as they were given. */
typedef struct
{
  char    *date;
  char    *muscles;
  char    *underactive;
  char    *level;
  char    *setting;
  char    *kit;
  int      minutes;
  gboolean no_floor;
  gboolean accept_substitutes;
} SmrPlanOptions;

/* From a client and options to a routine and the gate's word about it. */
typedef struct
{
  SmrCommand     *command;
  SmrDate         date;
  SmrRecord      *record;
  GArray         *overactive;
  GArray         *underactive;
  GStrv           kit;         /* nullable: the client's */
  SmrPlanRequest  request;
  SmrScreening   *screening;
  SmrPlan        *plan;        /* nullable: a stored routine was asked for */
  SmrRoutine     *routine;
  GPtrArray      *findings;
  SmrRelease     *release;     /* nullable: the gate refused */
} SmrPlanning;

void          smr_plan_options_clear       (SmrPlanOptions *self);
void          smr_planning_clear           (SmrPlanning *self);

#define SMR_PLAN_ENTRIES(options) \
    { "muscles", 0, 0, G_OPTION_ARG_FILENAME, &(options).muscles, N_("Overactive muscles with sides: lats:left,calves"), N_("LIST") }, \
    { "underactive", 0, 0, G_OPTION_ARG_FILENAME, &(options).underactive, N_("Muscles to activate besides"), N_("LIST") }, \
    { "no-floor", 0, 0, G_OPTION_ARG_NONE, &(options).no_floor, N_("Only what is done without going down to the floor"), NULL }, \
    { "accept-substitutes", 0, 0, G_OPTION_ARG_NONE, &(options).accept_substitutes, N_("Take the substitutes that are offered"), NULL }, \
    { "level", 0, 0, G_OPTION_ARG_FILENAME, &(options).level, N_("beginner, intermediate or advanced; the client’s if left out"), N_("LEVEL") }, \
    { "minutes", 0, 0, G_OPTION_ARG_INT, &(options).minutes, N_("How long it may take"), N_("N") }, \
    { "kit", 0, 0, G_OPTION_ARG_FILENAME, &(options).kit, N_("Tools at hand; the client’s if left out"), N_("LIST") }, \
    { "setting", 0, 0, G_OPTION_ARG_FILENAME, &(options).setting, N_("home or studio; the client’s if left out"), N_("SETTING") }, \
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &(options).date, N_("The day that is asked about, today if left out"), N_("DATE") }

/* What can be read of the options without the client. FALSE: said what is wrong. */
gboolean      smr_planning_read_options    (SmrPlanning *self, const SmrPlanOptions *options);
/* FALSE: said why not. */
gboolean      smr_planning_load_record     (SmrPlanning *self, const char *what);
/* Plans, and asks the gate. @title_language: (nullable): of what the routine is called until somebody gives it a title. */
void          smr_planning_make_plan       (SmrPlanning *self, const SmrPlanOptions *options, const char *title_language);
/* Asks the gate about `routine`. */
void          smr_planning_ask_gate        (SmrPlanning *self);
gboolean      smr_planning_is_releasable   (const SmrPlanning *self);
/* Every reason on a line of its own. */
SmrExitStatus smr_planning_say_refusal     (const SmrPlanning *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrPlanOptions, smr_plan_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrPlanning, smr_planning_clear)

G_END_DECLS
