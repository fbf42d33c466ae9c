#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A small tree of XML elements that knows its lines and what of it was looked at, so that whatever nobody
 * asked for can be reported. Comments are skipped; text beside child elements is kept in `text`. */

typedef struct
{
  char    *name;
  char    *value;
  gboolean seen;
} SmrXmlAttribute;

typedef struct _SmrXmlElement SmrXmlElement;

struct _SmrXmlElement
{
  const char    *file;          /* interned base name, for messages */
  int            line;          /* where its tag opens */
  char          *name;
  SmrXmlElement *parent;        /* unowned; NULL for the root */
  GArray        *attributes;    /* (element-type SmrXmlAttribute) in file order */
  GPtrArray     *children;      /* (element-type SmrXmlElement) in file order */
  GString       *text;          /* white space as written */
  gboolean       seen;
  gboolean       text_seen;
};

/* @file: what messages call it. An error's message begins "file:line: ". (transfer full) (nullable) */
SmrXmlElement *smr_xml_parse         (GBytes *bytes, const char *file, GError **error);
void           smr_xml_element_free  (SmrXmlElement *self);

/* The value without marking it as seen. (nullable) */
const char    *smr_xml_element_peek  (const SmrXmlElement *self, const char *attribute);
/* The value, marked as seen. (nullable) */
const char    *smr_xml_element_take  (SmrXmlElement *self, const char *attribute);
/* The text, marked as seen, with white space single and none at the ends; an empty line, which parts paragraphs, is
 * kept as "\n\n". Empty if there is no text. (transfer full) */
char          *smr_xml_element_take_text (SmrXmlElement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrXmlElement, smr_xml_element_free)

G_END_DECLS
