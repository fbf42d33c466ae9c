#include "smr-signature.h"

#include <string.h>

#define MAX_SIZE 10000

SmrSignature *
smr_signature_new (int width, int height)
{
  SmrSignature *self;

  g_return_val_if_fail (width > 0 && width <= MAX_SIZE && height > 0 && height <= MAX_SIZE, NULL);

  self = g_new0 (SmrSignature, 1);
  self->width = width;
  self->height = height;
  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
smr_signature_free (SmrSignature *self)
{
  g_ptr_array_unref (self->strokes);
  g_free (self);
}

static gboolean
is_full (const SmrSignature *self)
{
  guint n_points = 0;

  for (guint i = 0; i < self->strokes->len; i++)
    n_points += ((GArray *) g_ptr_array_index (self->strokes, i))->len;
  return n_points >= SMR_SIGNATURE_MAX_POINTS;
}

static void
append_point (SmrSignature *self, int x, int y)
{
  SmrSignaturePoint point = { CLAMP (x, 0, self->width), CLAMP (y, 0, self->height) };

  g_array_append_val ((GArray *) g_ptr_array_index (self->strokes, self->strokes->len - 1), point);
}

void
smr_signature_begin_stroke (SmrSignature *self, int x, int y)
{
  if (is_full (self))
    return;
  g_ptr_array_add (self->strokes, g_array_new (FALSE, FALSE, sizeof (SmrSignaturePoint)));
  append_point (self, x, y);
}

void
smr_signature_add_point (SmrSignature *self, int x, int y)
{
  g_return_if_fail (self->strokes->len > 0);

  if (!is_full (self))
    append_point (self, x, y);
}

void
smr_signature_remove_stroke (SmrSignature *self)
{
  if (self->strokes->len > 0)
    g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);
}

/* --- as text ------------------------------------------------------------------------------------------------ */

static void
append_stroke (GString *text, const GArray *stroke)
{
  SmrSignaturePoint last = g_array_index (stroke, SmrSignaturePoint, 0);

  g_string_append_printf (text, "M%d %dl", last.x, last.y);
  for (guint i = 1; i < stroke->len; i++)
    {
      SmrSignaturePoint point = g_array_index (stroke, SmrSignaturePoint, i);

      g_string_append_printf (text, "%s%d %d", i > 1 ? " " : "", point.x - last.x, point.y - last.y);
      last = point;
    }
  /* A dot is a line as well, or it would not be drawn. */
  if (stroke->len == 1)
    g_string_append (text, "0 0");
}

char *
smr_signature_to_string (const SmrSignature *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->strokes->len == 0)
    return g_strdup ("");
  g_string_append_printf (text, "%dx%d ", self->width, self->height);
  for (guint i = 0; i < self->strokes->len; i++)
    append_stroke (text, g_ptr_array_index (self->strokes, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The next number; FALSE unless it lies within the pad's largest size. */
static gboolean
read_number (const char **text, int *number)
{
  gboolean negative = **text == '-';
  const char *digits = *text + (negative ? 1 : 0);

  *number = 0;
  for (*text = digits; g_ascii_isdigit (**text); (*text)++)
    {
      *number = *number * 10 + (**text - '0');
      if (*number > MAX_SIZE)
        return FALSE;
    }
  *number = negative ? -*number : *number;
  return *text > digits;
}

static gboolean
read_letter (const char **text, char letter)
{
  if (**text != letter)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
read_pair (const char **text, char between, int *first, int *second)
{
  return read_number (text, first) && read_letter (text, between) && read_number (text, second);
}

static gboolean
is_on_pad (const SmrSignature *self, int x, int y)
{
  return x >= 0 && x <= self->width && y >= 0 && y <= self->height;
}

static gboolean
read_stroke (const char **text, SmrSignature *signature)
{
  int x, y, dx, dy;
  char before = 'l';

  if (!read_letter (text, 'M') || !read_pair (text, ' ', &x, &y) || !is_on_pad (signature, x, y) || is_full (signature))
    return FALSE;
  smr_signature_begin_stroke (signature, x, y);
  while (read_letter (text, before))
    {
      if (!read_pair (text, ' ', &dx, &dy) || !is_on_pad (signature, x + dx, y + dy) || is_full (signature))
        return FALSE;
      append_point (signature, x += dx, y += dy);
      before = ' ';
    }
  return before == ' ' && (**text == 'M' || **text == '\0');
}

SmrSignature *
smr_signature_from_string (const char *text)
{
  g_autoptr (SmrSignature) signature = NULL;
  int width, height;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > SMR_SIGNATURE_MAX_CHARS || !read_pair (&text, 'x', &width, &height) || width <= 0 || height <= 0 ||
      !read_letter (&text, ' '))
    return NULL;

  signature = smr_signature_new (width, height);
  do
    {
      if (!read_stroke (&text, signature))
        return NULL;
    }
  while (*text != '\0');
  return g_steal_pointer (&signature);
}
