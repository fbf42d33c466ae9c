#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SMR_TYPE_APPLICATION (smr_application_get_type ())
G_DECLARE_FINAL_TYPE (SmrApplication, smr_application, SMR, APPLICATION, AdwApplication)

/* @practice: (nullable): path of the practice to open; NULL: the user's own, or the welcome page while there is none.
 * @sample: open the sample practice instead. */
SmrApplication *smr_application_new (const char *practice, gboolean sample);

G_END_DECLS
