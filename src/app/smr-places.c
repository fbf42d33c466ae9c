#include "config.h"

#include "smr-places.h"

#include <glib/gi18n.h>

/* A side that was not given is both. */
static gboolean
is_on_both_sides (const SmrSite *site, SmrSide side)
{
  return !site->paired || side == SMR_SIDE_NONE || side == SMR_SIDE_BOTH;
}

static char *
describe_place (const SmrSite *site, SmrSide side, const char *language)
{
  const char *name = smr_text_get (site->name, language);

  if (!site->paired)
    return g_strdup (name);
  if (is_on_both_sides (site, side))
    return g_strdup_printf (_("%s, both sides"), name);
  return g_strdup_printf (side == SMR_SIDE_LEFT ? _("%s, left") : _("%s, right"), name);
}

char *
smr_places_describe (SmrCatalogue *catalogue, GArray *places, const char *language)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  gboolean whole_body = places->len == smr_catalogue_get_sites (catalogue)->len;

  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (catalogue, place->site);

      /* One from a newer catalogue: its id is better than nothing. */
      g_strv_builder_take (words, site != NULL ? describe_place (site, place->side, language) : g_strdup (place->site));
      whole_body = whole_body && site != NULL && is_on_both_sides (site, place->side);
    }
  if (whole_body)
    return g_strdup (_("the whole body"));
  list = g_strv_builder_end (words);
  return g_strjoinv ("; ", list);
}
