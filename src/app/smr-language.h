#pragma once

/* The language of the interface as texts of the catalogue know it ("de_AT"); NULL is English. */
const char *smr_ui_language (void);
