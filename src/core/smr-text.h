#pragma once

#include <glib-object.h>

#include "smr-date.h"

G_BEGIN_DECLS

/**
 * SmrText:
 *
 * A text of the catalogue in every language that it was translated to. Immutable once shared.
 * Texts belong to their catalogue; the pointers live as long as it does.
 */
typedef struct _SmrText SmrText;

/* @source is the English text. */
SmrText    *smr_text_new             (const char *source);
void        smr_text_add_translation (SmrText *self, const char *language, const char *text);
void        smr_text_free            (SmrText *self);

/* The text in @language ("de", "pt_BR", "pt-BR"), else in its base language, else in English.
 * @language: (nullable): NULL is English. Never NULL; valid as long as @self. */
const char *smr_text_get             (const SmrText *self, const char *language);
gboolean    smr_text_has_language    (const SmrText *self, const char *language);
/* The text of some language, English first, is @folded once it is folded with smr_fold(). */
gboolean    smr_text_is_folded       (const SmrText *self, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrText, smr_text_free)

/**
 * SmrMessage:
 *
 * A sentence that rules produce as a value: a catalogue text with named places such as `{muscle}`, and what
 * goes into them (other catalogue texts, or plain strings such as numbers and what the client wrote).
 * It becomes words only when somebody asks for a language. It refers to its catalogue's texts, so a message
 * must not outlive its catalogue (results that carry messages hold a reference to the catalogue).
 */
typedef struct _SmrMessage SmrMessage;

/* @text_template: a text of the catalogue. */
SmrMessage *smr_message_new      (const SmrText *text_template);
SmrMessage *smr_message_copy     (const SmrMessage *self);
void        smr_message_free     (SmrMessage *self);
/* Both return @self, so that calls can be chained. */
SmrMessage *smr_message_set_text   (SmrMessage *self, const char *place, const SmrText *text);
SmrMessage *smr_message_set_string (SmrMessage *self, const char *place, const char *string);
SmrMessage *smr_message_set_int    (SmrMessage *self, const char *place, int number);
SmrMessage *smr_message_set_date   (SmrMessage *self, const char *place, SmrDate date);
/* Puts @message's words in place; takes ownership of @message. Several for one place are joined with ", ", or with the
 * separator of this message. */
SmrMessage *smr_message_add_message (SmrMessage *self, const char *place, SmrMessage *message);
/* @separator: not copied. */
SmrMessage *smr_message_set_separator (SmrMessage *self, const char *separator);

/* How dates are written; smr_date_to_string() for programs, a function of the locale for people. (transfer full) */
typedef char *(*SmrDateFunc) (SmrDate date);

/* Dates as YYYY-MM-DD. */
char       *smr_message_format   (const SmrMessage *self, const char *language);
char       *smr_message_format_dated (const SmrMessage *self, const char *language, SmrDateFunc dates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrMessage, smr_message_free)

G_END_DECLS
