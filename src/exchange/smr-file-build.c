#include "smr-file-build.h"

void
smr_file_add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

void
smr_file_add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    smr_file_add_string (builder, member, text);
}

void
smr_file_add_date (JsonBuilder *builder, const char *member, SmrDate date)
{
  if (date != SMR_DATE_NONE)
    {
      g_autofree char *text = smr_date_to_string (date);

      smr_file_add_string (builder, member, text);
    }
}

void
smr_file_add_int (JsonBuilder *builder, const char *member, int number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

void
smr_file_add_boolean (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
smr_file_add_flag (JsonBuilder *builder, const char *member, gboolean value)
{
  if (value)
    smr_file_add_boolean (builder, member, TRUE);
}

void
smr_file_begin_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}
