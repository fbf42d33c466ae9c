#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words to the user from any widget inside a window of ours. */

/* A short note that goes away by itself. */
void smr_feedback_toast (GtkWidget *from, const char *text);
/* The same with a button; @action and @target as for GtkActionable. */
void smr_feedback_toast_action (GtkWidget *from, const char *text, const char *button, const char *action, GVariant *target);
/* A dialog that says what could not be done and how to go on. @title: "The client could not be saved" */
void smr_feedback_error (GtkWidget *from, const char *title, const GError *error);

G_END_DECLS
