#include "config.h"

#include "smr-library-item.h"

#include "smr-exercise-search.h"

struct _SmrLibraryItem
{
  GObject            parent_instance;

  SmrCatalogue      *catalogue;   /* keeps the exercise */
  const SmrExercise *exercise;
  char              *words;
};

G_DEFINE_FINAL_TYPE (SmrLibraryItem, smr_library_item, G_TYPE_OBJECT)

static void
smr_library_item_finalize (GObject *object)
{
  SmrLibraryItem *self = SMR_LIBRARY_ITEM (object);

  g_free (self->words);
  smr_catalogue_unref (self->catalogue);

  G_OBJECT_CLASS (smr_library_item_parent_class)->finalize (object);
}

static void
smr_library_item_class_init (SmrLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_library_item_finalize;
}

static void
smr_library_item_init (SmrLibraryItem *self)
{
}

SmrLibraryItem *
smr_library_item_new (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  SmrLibraryItem *self = g_object_new (SMR_TYPE_LIBRARY_ITEM, NULL);

  self->catalogue = smr_catalogue_ref (catalogue);
  self->exercise = exercise;
  self->words = smr_exercise_dup_words (catalogue, exercise, language);
  return self;
}

const SmrExercise *
smr_library_item_get_exercise (SmrLibraryItem *self)
{
  return self->exercise;
}

const char *
smr_library_item_get_words (SmrLibraryItem *self)
{
  return self->words;
}
