#include "smr-practice.h"

SmrTrainer *
smr_trainer_new (const char *name, const char *credentials, const char *phone)
{
  SmrTrainer *self = g_new0 (SmrTrainer, 1);

  self->name = g_strdup (name);
  self->credentials = g_strdup (credentials);
  self->phone = g_strdup (phone);
  return self;
}

void
smr_trainer_free (SmrTrainer *self)
{
  g_free (self->name);
  g_free (self->credentials);
  g_free (self->phone);
  g_free (self);
}

SmrPractice *
smr_practice_new (void)
{
  SmrPractice *self = g_new0 (SmrPractice, 1);

  self->name = g_strdup ("");
  self->phone = g_strdup ("");
  self->address = g_strdup ("");
  self->trainers = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_trainer_free);
  self->paper = g_strdup ("");
  self->language = g_strdup ("");
  self->rescreen_months = 12;
  self->consent = g_strdup ("");
  self->consent_version = 1;
  self->print_settings = g_strdup ("");
  self->page_setup = g_strdup ("");
  return self;
}

SmrPractice *
smr_practice_copy (const SmrPractice *self)
{
  SmrPractice *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->phone = g_strdup (self->phone);
  copy->address = g_strdup (self->address);
  copy->logo = self->logo != NULL ? g_bytes_ref (self->logo) : NULL;
  copy->paper = g_strdup (self->paper);
  copy->language = g_strdup (self->language);
  copy->consent = g_strdup (self->consent);
  copy->print_settings = g_strdup (self->print_settings);
  copy->page_setup = g_strdup (self->page_setup);
  copy->trainers = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_trainer_free);
  for (guint i = 0; i < self->trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (self->trainers, i);

      g_ptr_array_add (copy->trainers, smr_trainer_new (trainer->name, trainer->credentials, trainer->phone));
    }
  return copy;
}

void
smr_practice_free (SmrPractice *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->address);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_ptr_array_unref (self->trainers);
  g_free (self->paper);
  g_free (self->language);
  g_free (self->consent);
  g_free (self->print_settings);
  g_free (self->page_setup);
  g_free (self);
}

const SmrTrainer *
smr_practice_find_trainer (const SmrPractice *self, const char *name)
{
  for (guint i = 0; i < self->trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (self->trainers, i);

      if (*name == '\0' || g_str_equal (trainer->name, name))
        return trainer;
    }
  return NULL;
}
