#pragma once

#include "smr-assessment.h"

G_BEGIN_DECLS

/* Assessments in words of the interface. All (transfer full). @language is that of the catalogue's texts. */

/* "left", "right", "both sides"; NULL: without a side. (transfer none) (nullable) */
const char *smr_seen_get_side_label      (SmrSide side);
/* "Heel leaves the floor: left" */
char       *smr_observation_dup_label    (const SmrObservation *observation, SmrSide side, const char *language);
/* "Front and back view" */
char       *smr_observation_dup_views    (const SmrObservation *observation);
/* "Standing posture, overhead squat · 3 signs · 2 ranges" */
char       *smr_assessment_dup_summary   (const SmrAssessment *assessment, SmrCatalogue *catalogue, const char *language);
/* "left 34°, right 36°"; NULL: not measured. (nullable) */
char       *smr_assessment_dup_ranges    (const SmrAssessment *assessment, const char *movement);
/* The sources of @source by what they are, separated by ", ". */
char       *smr_source_dup_citations     (const char *source, SmrCatalogue *catalogue, const char *language);

G_END_DECLS
