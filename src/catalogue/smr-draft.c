#include "smr-draft.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint                kinds;
  const char          *id;
  const SmrXmlElement *element;
} Reference;

static const char *entry_names[SMR_N_ENTRY_KINDS] = {
  "tool", "kind of tool", "muscle", "exercise", "category", "condition",
  "restriction", "site", "never-rolled region", "word list", "text", "figure", "sign", "assessment",
  "observation", "joint", "movement", "source", "starting point",
};

SmrDraft *
smr_draft_new (void)
{
  SmrDraft *self = g_new0 (SmrDraft, 1);
  SmrCatalogueParts *parts = &self->parts;

  parts->tools = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_tool_free);
  parts->muscles = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_muscle_free);
  parts->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_exercise_free);
  parts->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_condition_free);
  parts->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_category_free);
  parts->restrictions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_restriction_free);
  parts->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_site_free);
  parts->never_rolled = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_never_rolled_free);
  parts->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_source_free);
  parts->word_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_word_list_free);
  parts->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_figure_unref);
  parts->starting_points = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_starting_point_free);
  parts->signs = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_stop_sign_free);
  parts->assessment_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_part_free);
  parts->joints = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_joint_free);
  parts->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) smr_text_free);

  for (int i = 0; i < SMR_N_ENTRY_KINDS; i++)
    self->elements[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
smr_draft_free (SmrDraft *self)
{
  SmrCatalogueParts *parts = &self->parts;

  /* The parts are gone when a catalogue took them. */
  g_clear_pointer (&parts->tools, g_ptr_array_unref);
  g_clear_pointer (&parts->muscles, g_ptr_array_unref);
  g_clear_pointer (&parts->exercises, g_ptr_array_unref);
  g_clear_pointer (&parts->conditions, g_ptr_array_unref);
  g_clear_pointer (&parts->categories, g_ptr_array_unref);
  g_clear_pointer (&parts->restrictions, g_ptr_array_unref);
  g_clear_pointer (&parts->sites, g_ptr_array_unref);
  g_clear_pointer (&parts->never_rolled, g_ptr_array_unref);
  g_clear_pointer (&parts->word_lists, g_ptr_array_unref);
  g_clear_pointer (&parts->sources, g_ptr_array_unref);
  g_free (parts->ordinary_words);
  g_clear_pointer (&parts->figures, g_ptr_array_unref);
  g_clear_pointer (&parts->texts, g_hash_table_unref);
  g_clear_pointer (&parts->body_chart, smr_body_chart_free);
  for (int i = 0; i < SMR_N_LEVELS; i++)
    g_free (parts->dosage.levels[i].tools);
  g_free (parts->dosage.gentle.tools);

  for (int i = 0; i < SMR_N_ENTRY_KINDS; i++)
    g_hash_table_unref (self->elements[i]);
  g_array_unref (self->references);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* --- problems --------------------------------------------------------------------------------------------- */

/* What the message calls the place: the nearest id, or the element. */
static const char *
get_label (const SmrXmlElement *element)
{
  for (const SmrXmlElement *at = element; at != NULL; at = at->parent)
    {
      const char *id = smr_xml_element_peek (at, "id");

      if (id == NULL && g_str_equal (at->name, "words"))
        id = smr_xml_element_peek (at, "condition");
      if (id == NULL && g_str_equal (at->name, "figure"))
        id = smr_xml_element_peek (at, "exercise");
      if (id != NULL && *id != '\0')
        return id;
    }
  return element->name;
}

void
smr_draft_report (SmrDraft *self, const SmrXmlElement *element, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->problems,
                   g_strdup_printf ("%s:%d: %s: %s", element->file, element->line, get_label (element), message));
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

void
smr_draft_report_unseen (SmrDraft *self, const SmrXmlElement *root)
{
  if (!root->seen)
    {
      smr_draft_report (self, root, "<%s> does not belong here", root->name);
      return;
    }
  if (!root->text_seen && !is_blank (root->text->str))
    smr_draft_report (self, root, "text in <%s>, which holds none", root->name);
  for (guint i = 0; i < root->attributes->len; i++)
    {
      const SmrXmlAttribute *attribute = &g_array_index (root->attributes, SmrXmlAttribute, i);

      if (!attribute->seen)
        smr_draft_report (self, root, "attribute \"%s\" does not belong to <%s>", attribute->name, root->name);
    }
  for (guint i = 0; i < root->children->len; i++)
    smr_draft_report_unseen (self, g_ptr_array_index (root->children, i));
}

/* --- ids and references ----------------------------------------------------------------------------------- */

static gboolean
is_id (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
    }
  return TRUE;
}

const char *
smr_draft_define (SmrDraft *self, SmrEntryKind kind, const char *id, SmrXmlElement *element)
{
  const SmrXmlElement *other = g_hash_table_lookup (self->elements[kind], id);

  id = g_intern_string (id);
  if (other != NULL)
    smr_draft_report (self, element, "there is such a %s already, at %s:%d", entry_names[kind], other->file, other->line);
  else
    g_hash_table_insert (self->elements[kind], (gpointer) id, element);
  return id;
}

void
smr_draft_refer (SmrDraft *self, guint kinds, const char *id, SmrXmlElement *element)
{
  Reference reference = { kinds, g_intern_string (id), element };

  g_array_append_val (self->references, reference);
}

gboolean
smr_draft_has (SmrDraft *self, SmrEntryKind kind, const char *id)
{
  return g_hash_table_contains (self->elements[kind], id);
}

SmrXmlElement *
smr_draft_find (SmrDraft *self, SmrEntryKind kind, const char *id)
{
  return g_hash_table_lookup (self->elements[kind], id);
}

static gboolean
reference_is_met (SmrDraft *self, const Reference *reference)
{
  for (guint kind = 0; kind < SMR_N_ENTRY_KINDS; kind++)
    {
      if ((reference->kinds & SMR_ENTRY_BIT (kind)) != 0 && smr_draft_has (self, kind, reference->id))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_kind_names (guint kinds)
{
  GString *names = g_string_new (NULL);

  for (guint kind = 0; kind < SMR_N_ENTRY_KINDS; kind++)
    {
      if ((kinds & SMR_ENTRY_BIT (kind)) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " or " : "", entry_names[kind]);
    }
  return g_string_free (names, FALSE);
}

void
smr_draft_resolve (SmrDraft *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);

      if (!reference_is_met (self, reference))
        {
          g_autofree char *names = dup_kind_names (reference->kinds);

          smr_draft_report (self, reference->element, "no %s is called \"%s\"", names, reference->id);
        }
    }
}

/* --- attributes ------------------------------------------------------------------------------------------- */

const char *
smr_draft_take_string (SmrDraft *self, SmrXmlElement *element, const char *attribute)
{
  const char *value = smr_xml_element_take (element, attribute);

  if (value == NULL)
    smr_draft_report (self, element, "<%s> lacks the attribute \"%s\"", element->name, attribute);
  else if (*value == '\0')
    smr_draft_report (self, element, "the attribute \"%s\" is empty", attribute);
  return value != NULL ? value : "";
}

const char *
smr_draft_take_id (SmrDraft *self, SmrEntryKind kind, SmrXmlElement *element)
{
  const char *id = smr_draft_take_string (self, element, "id");

  if (*id == '\0')
    return id;
  if (!is_id (id))
    smr_draft_report (self, element, "an id is made of small letters, digits and _");
  return smr_draft_define (self, kind, id, element);
}

int
smr_draft_take_int (SmrDraft *self, SmrXmlElement *element, const char *attribute, int least, int most)
{
  const char *text = smr_draft_take_string (self, element, attribute);
  g_autoptr (GError) error = NULL;
  gint64 number = least;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, least, most, &number, &error))
    smr_draft_report (self, element, "%s=\"%s\" is not a number from %d to %d", attribute, text, least, most);
  return (int) number;
}

gboolean
smr_draft_take_flag (SmrDraft *self, SmrXmlElement *element, const char *attribute)
{
  const char *text = smr_xml_element_take (element, attribute);

  if (text == NULL || g_str_equal (text, "no"))
    return FALSE;
  if (!g_str_equal (text, "yes"))
    smr_draft_report (self, element, "%s=\"%s\" is neither yes nor no", attribute, text);
  return TRUE;
}

gboolean
smr_draft_take_yes_no (SmrDraft *self, SmrXmlElement *element, const char *attribute)
{
  smr_draft_take_string (self, element, attribute);
  return smr_draft_take_flag (self, element, attribute);
}

const char *
smr_draft_take_reference (SmrDraft *self, SmrXmlElement *element, const char *attribute, guint kinds)
{
  const char *id = smr_draft_take_string (self, element, attribute);

  if (*id != '\0')
    smr_draft_refer (self, kinds, id, element);
  return g_intern_string (id);
}

const char **
smr_draft_take_id_list (SmrDraft *self, SmrXmlElement *element, const char *attribute, guint kinds)
{
  const char *text = smr_xml_element_take (element, attribute);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (int i = 0; words[i] != NULL; i++)
    {
      const char *id = g_intern_string (words[i]);

      if (*id == '\0')
        continue;
      if (g_ptr_array_find (ids, id, NULL))
        smr_draft_report (self, element, "%s names \"%s\" twice", attribute, id);
      if (kinds != 0)
        smr_draft_refer (self, kinds, id, element);
      g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_steal (ids, NULL);
}

/* --- children --------------------------------------------------------------------------------------------- */

GPtrArray *
smr_draft_take_children (SmrXmlElement *element, const char *name)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < element->children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (element->children, i);

      if (!g_str_equal (child->name, name))
        continue;
      child->seen = TRUE;
      g_ptr_array_add (children, child);
    }
  return children;
}

SmrXmlElement *
smr_draft_take_optional_child (SmrDraft *self, SmrXmlElement *element, const char *name)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, name);

  if (children->len == 0)
    return NULL;
  if (children->len > 1)
    smr_draft_report (self, g_ptr_array_index (children, 1), "a second <%s>", name);
  return g_ptr_array_index (children, 0);
}

SmrXmlElement *
smr_draft_take_child (SmrDraft *self, SmrXmlElement *element, const char *name)
{
  SmrXmlElement *child = smr_draft_take_optional_child (self, element, name);

  if (child == NULL)
    smr_draft_report (self, element, "<%s> is missing", name);
  return child;
}

const char **
smr_draft_take_references (SmrDraft *self, SmrXmlElement *element, const char *name, const char *attribute, guint kinds)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      const char *id = smr_draft_take_reference (self, child, attribute, kinds);

      if (g_ptr_array_find (ids, id, NULL))
        smr_draft_report (self, child, "a second <%s> for \"%s\"", name, id);
      g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_steal (ids, NULL);
}

/* --- texts ------------------------------------------------------------------------------------------------ */

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The named places of a text, `{muscle}` and the like, sorted. (transfer full) */
static GStrv
dup_places (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *open, *close;
  GStrv places;

  for (const char *rest = text; (open = strchr (rest, '{')) != NULL && (close = strchr (open, '}')) != NULL; rest = close + 1)
    g_strv_builder_take (builder, g_strndup (open + 1, close - open - 1));
  places = g_strv_builder_end (builder);
  qsort (places, g_strv_length (places), sizeof (char *), compare_strings);
  return places;
}

static gboolean
have_same_places (const char *a, const char *b)
{
  g_auto (GStrv) places_a = dup_places (a);
  g_auto (GStrv) places_b = dup_places (b);

  return g_strv_equal ((const char * const *) places_a, (const char * const *) places_b);
}

static void
add_translation (SmrDraft *self, SmrText *text, const char *language, const char *words, SmrXmlElement *element)
{
  if (text == NULL)
    smr_draft_report (self, element, "a translation before its text");
  else if (!have_same_places (smr_text_get (text, NULL), words))
    smr_draft_report (self, element, "the translation to \"%s\" has other {places} than the text", language);
  else
    smr_text_add_translation (text, language, words);
}

GPtrArray *
smr_draft_take_texts (SmrDraft *self, SmrXmlElement *element, const char *name)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (element, name);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_text_free);
  SmrText *text = NULL;

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *child = g_ptr_array_index (children, i);
      g_autofree char *words = smr_xml_element_take_text (child);
      const char *language = smr_xml_element_take (child, "xml:lang");

      if (*words == '\0')
        smr_draft_report (self, child, "<%s> is empty", name);
      if (language != NULL)
        {
          add_translation (self, text, language, words, child);
        }
      else
        {
          text = smr_text_new (words);
          g_ptr_array_add (texts, text);
        }
    }
  return texts;
}

SmrText *
smr_draft_take_optional_text (SmrDraft *self, SmrXmlElement *element, const char *name)
{
  g_autoptr (GPtrArray) texts = smr_draft_take_texts (self, element, name);

  if (texts->len == 0)
    return NULL;
  if (texts->len > 1)
    smr_draft_report (self, element, "more than one <%s>", name);
  return g_ptr_array_steal_index (texts, 0);
}

SmrText *
smr_draft_take_text (SmrDraft *self, SmrXmlElement *element, const char *name)
{
  SmrText *text = smr_draft_take_optional_text (self, element, name);

  if (text == NULL)
    smr_draft_report (self, element, "<%s> is missing", name);
  return text != NULL ? text : smr_text_new ("");
}

char *
smr_draft_take_source (SmrDraft *self, SmrXmlElement *element)
{
  SmrXmlElement *source = smr_draft_take_child (self, element, "source");
  g_auto (GStrv) keys = NULL;
  g_autofree char *text = NULL;

  if (source == NULL)
    return g_strdup ("");
  text = smr_xml_element_take_text (source);
  if (*text == '\0')
    smr_draft_report (self, source, "<source> is empty");
  keys = smr_source_split_keys (text);
  for (guint i = 0; keys[i] != NULL; i++)
    smr_draft_refer (self, SMR_ENTRY_BIT (SMR_ENTRY_SOURCE), keys[i], source);
  return g_steal_pointer (&text);
}
