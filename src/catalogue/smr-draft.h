#pragma once

#include "smr-catalogue.h"
#include "smr-xml.h"

G_BEGIN_DECLS

/* A catalogue while it is read: what was converted so far, which ids exist, which references wait for all files
 * to be read, and everything that was found wrong. The take functions mark what they read as seen; what nobody
 * took is reported by smr_draft_report_unseen(). All of them report and go on, returning something harmless,
 * since nothing of a catalogue with a problem is used. */

typedef enum
{
  SMR_ENTRY_TOOL,
  SMR_ENTRY_TOOL_KIND,
  SMR_ENTRY_MUSCLE,
  SMR_ENTRY_EXERCISE,
  SMR_ENTRY_CATEGORY,
  SMR_ENTRY_CONDITION,
  SMR_ENTRY_RESTRICTION,
  SMR_ENTRY_SITE,
  SMR_ENTRY_NEVER_ROLLED,
  SMR_ENTRY_WORDS,
  SMR_ENTRY_TEXT,
  SMR_ENTRY_FIGURE,
  SMR_ENTRY_SIGN,
  SMR_ENTRY_ASSESSMENT,
  SMR_ENTRY_OBSERVATION,
  SMR_ENTRY_JOINT,
  SMR_ENTRY_MOVEMENT,
  SMR_ENTRY_SOURCE,
  SMR_ENTRY_STARTING_POINT,
} SmrEntryKind;

#define SMR_N_ENTRY_KINDS 19
#define SMR_ENTRY_BIT(kind) (1u << (kind))

typedef struct
{
  SmrCatalogueParts parts;
  GHashTable       *elements[SMR_N_ENTRY_KINDS]; /* interned id -> SmrXmlElement, unowned */
  GArray           *references;
  GPtrArray        *problems;                    /* (element-type char*) */
  SmrXmlElement    *dosage;                      /* the first <dosage>, unowned; NULL while there is none */
} SmrDraft;

SmrDraft *smr_draft_new  (void);
void      smr_draft_free (SmrDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrDraft, smr_draft_free)

void smr_draft_report (SmrDraft *self, const SmrXmlElement *element, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Elements, attributes and texts of @root that nobody took. */
void smr_draft_report_unseen (SmrDraft *self, const SmrXmlElement *root);

/* Registers @id, which no other entry of its kind may have. The result is interned. */
const char    *smr_draft_define (SmrDraft *self, SmrEntryKind kind, const char *id, SmrXmlElement *element);
/* Notes that @element names an entry of one of @kinds, for smr_draft_resolve(). */
void           smr_draft_refer  (SmrDraft *self, guint kinds, const char *id, SmrXmlElement *element);
gboolean       smr_draft_has    (SmrDraft *self, SmrEntryKind kind, const char *id);
SmrXmlElement *smr_draft_find   (SmrDraft *self, SmrEntryKind kind, const char *id);
/* Reports every reference to nothing. */
void           smr_draft_resolve (SmrDraft *self);

/* The attribute `id`, defined. Never NULL. */
const char  *smr_draft_take_id         (SmrDraft *self, SmrEntryKind kind, SmrXmlElement *element);
/* A required attribute; "" if it is missing. */
const char  *smr_draft_take_string     (SmrDraft *self, SmrXmlElement *element, const char *attribute);
int          smr_draft_take_int        (SmrDraft *self, SmrXmlElement *element, const char *attribute, int least, int most);
/* yes or no; FALSE if the attribute is left out. */
gboolean     smr_draft_take_flag       (SmrDraft *self, SmrXmlElement *element, const char *attribute);
/* yes or no, and it must be there. */
gboolean     smr_draft_take_yes_no     (SmrDraft *self, SmrXmlElement *element, const char *attribute);
/* An interned id of an entry of @kinds, in a required attribute. Never NULL. */
const char  *smr_draft_take_reference  (SmrDraft *self, SmrXmlElement *element, const char *attribute, guint kinds);
/* Ids with spaces between, in an optional attribute; @kinds 0 for ids that are checked elsewhere. Never NULL. */
const char **smr_draft_take_id_list    (SmrDraft *self, SmrXmlElement *element, const char *attribute, guint kinds);

/* A required attribute through one of the smr_*_from_string() functions. */
#define smr_draft_take_word(self, element, attribute, from_string, result) \
  G_STMT_START { \
    const char *word_ = smr_draft_take_string (self, element, attribute); \
    if (*word_ != '\0' && !from_string (word_, result)) \
      smr_draft_report (self, element, "unknown %s \"%s\"", attribute, word_); \
  } G_STMT_END

/* All children called @name, marked as seen. (transfer container) */
GPtrArray     *smr_draft_take_children (SmrXmlElement *element, const char *name);
/* The one child called @name. (nullable) */
SmrXmlElement *smr_draft_take_optional_child (SmrDraft *self, SmrXmlElement *element, const char *name);
SmrXmlElement *smr_draft_take_child          (SmrDraft *self, SmrXmlElement *element, const char *name);
/* The attribute @attribute of all children called @name. Never NULL. */
const char   **smr_draft_take_references (SmrDraft *self, SmrXmlElement *element, const char *name, const char *attribute, guint kinds);
/* All texts called @name with their translations, which follow their source as siblings with an xml:lang. */
GPtrArray     *smr_draft_take_texts          (SmrDraft *self, SmrXmlElement *element, const char *name);
SmrText       *smr_draft_take_optional_text  (SmrDraft *self, SmrXmlElement *element, const char *name);
SmrText       *smr_draft_take_text           (SmrDraft *self, SmrXmlElement *element, const char *name);
/* The <source> that every entry must name, of known keys. */
char          *smr_draft_take_source         (SmrDraft *self, SmrXmlElement *element);

/* The readers of one section each; smr-catalogue-reader.c calls them. */
void smr_read_tools        (SmrDraft *self, SmrXmlElement *section);
void smr_read_muscles      (SmrDraft *self, SmrXmlElement *section);
void smr_read_sites        (SmrDraft *self, SmrXmlElement *section);
void smr_read_never_rolled (SmrDraft *self, SmrXmlElement *section);
void smr_read_exercises    (SmrDraft *self, SmrXmlElement *section);
void smr_read_categories   (SmrDraft *self, SmrXmlElement *section);
void smr_read_restrictions (SmrDraft *self, SmrXmlElement *section);
void smr_read_conditions   (SmrDraft *self, SmrXmlElement *section);
void smr_read_word_lists   (SmrDraft *self, SmrXmlElement *section);
void smr_read_ordinary_words (SmrDraft *self, SmrXmlElement *section);
void smr_read_signs        (SmrDraft *self, SmrXmlElement *section);
void smr_read_assessments  (SmrDraft *self, SmrXmlElement *section);
void smr_read_joints       (SmrDraft *self, SmrXmlElement *section);
void smr_read_sources      (SmrDraft *self, SmrXmlElement *section);
void smr_read_starting_points (SmrDraft *self, SmrXmlElement *section);
void smr_read_texts        (SmrDraft *self, SmrXmlElement *section);
void smr_read_dosage       (SmrDraft *self, SmrXmlElement *section);
void smr_read_figures      (SmrDraft *self, SmrXmlElement *section);
void smr_read_body_chart   (SmrDraft *self, SmrXmlElement *section);

typedef GBytes *(*SmrCatalogueLoadFunc) (const char *folder, const char *name, GError **error);

/* Reads and checks the named files together. A file that is no XML is reported with the other files' problems. */
SmrCatalogue *smr_catalogue_read (const char * const *names, SmrCatalogueLoadFunc load, const char *folder, GError **error);

/* What can be judged only when everything was read. */
void smr_check_muscles    (SmrDraft *self);
void smr_check_exercises  (SmrDraft *self);
void smr_check_conditions (SmrDraft *self);
void smr_check_body_chart (SmrDraft *self);

G_END_DECLS
