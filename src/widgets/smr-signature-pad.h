#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A field to sign in with finger, pen or mouse. The last stroke can be taken back, and all of it. Who cannot draw types a
 * name elsewhere: the pad is never the only way. Emits "changed" after each stroke. */
#define SMR_TYPE_SIGNATURE_PAD (smr_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (SmrSignaturePad, smr_signature_pad, SMR, SIGNATURE_PAD, GtkWidget)

/* Shows a signature that was given. @signature: as smr_signature_to_string() has it. */
GtkWidget *smr_signature_pad_new_signed    (const char *signature);
/* What is heard for it: "Signature of the client". */
void       smr_signature_pad_set_label     (SmrSignaturePad *self, const char *label);
/* Empty while nothing is drawn. (transfer full) */
char      *smr_signature_pad_dup_signature (SmrSignaturePad *self);

G_END_DECLS
