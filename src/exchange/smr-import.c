#include "smr-client-file.h"

#include "smr-exchange-file.h"

static GPtrArray *
parse_client_file (SmrCatalogue *catalogue, const char *data, gsize length, SmrDate today, GError **error)
{
  SmrRecord *record = smr_client_file_parse (catalogue, data, length, today, error);
  GPtrArray *records;

  if (record == NULL)
    return NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_record_free);
  g_ptr_array_add (records, record);
  return records;
}

GPtrArray *
smr_import_load (SmrCatalogue *catalogue, const char *path, SmrDate today, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_json = g_str_has_suffix (lower, ".json");
  gboolean is_csv = g_str_has_suffix (lower, ".csv");
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *records;
  const char *data;
  gsize length;

  if (!is_json && !is_csv && !g_str_has_suffix (lower, ".vcf"))
    {
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_READ, "%s: not a client file (.json), table (.csv) or address book (.vcf)", path);
      return NULL;
    }
  bytes = smr_exchange_read_file (path, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (data == NULL)
    data = "";
  if (is_json)
    records = parse_client_file (catalogue, data, length, today, error);
  else if (is_csv)
    records = smr_csv_parse (data, length, today, error);
  else
    records = smr_vcard_parse (data, length, today, error);

  if (records == NULL)
    g_prefix_error (error, "%s: ", path);
  return records;
}
