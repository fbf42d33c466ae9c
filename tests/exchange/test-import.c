#include <glib/gstdio.h>
#include <string.h>

#include "small-catalogue.h"
#include "smr-client-file.h"

static SmrDate
day (const char *text)
{
  SmrDate date;

  g_assert_true (smr_date_parse (text, &date));
  return date;
}

#define TODAY (day ("2026-03-02"))

typedef GPtrArray *(*Parse) (const char *data, gssize length, SmrDate today, GError **error);

/* "name|born|phone|email|notes" of every client, a line each. */
static char *
describe (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const SmrClient *client = ((SmrRecord *) g_ptr_array_index (records, i))->client;
      g_autofree char *born = client->born != SMR_DATE_NONE ? smr_date_to_string (client->born) : g_strdup ("");

      g_string_append_printf (text, "%s|%s|%s|%s|%s\n", client->name, born, client->phone, client->email, client->notes);
    }
  return g_string_free_and_steal (text);
}

static void
assert_clients (Parse parse, const char *data, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = parse (data, -1, TODAY, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (records);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (Parse parse, const char *data, gssize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = parse (data, length, TODAY, &error);

  g_assert_null (records);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_true (error->domain == SMR_EXCHANGE_ERROR);
}

/* --- tables */

static void
test_csv (void)
{
  assert_clients (smr_csv_parse, "name,born,phone,email,notes\nAna,1991-05-04,1,a@example.org,x\nBea,,,,\n",
                  "Ana|1991-05-04|1|a@example.org|x\nBea||||\n");
  assert_clients (smr_csv_parse, "Name,Born\r\nAna,1991-05-04\r\n\r\nBea,\r\n", "Ana|1991-05-04|||\nBea||||\n");
  assert_clients (smr_csv_parse, "\357\273\277notes;name\na, b;Żółć\n", "Żółć||||a, b\n");
  assert_clients (smr_csv_parse, "name,notes\n\"Ana \"\"Zo\"\" B\",\"two\r\nlines, one; comma\"\n \"Bea\" ,x", "Ana \"Zo\" B||||two\nlines, one; comma\n\"Bea\"||||x\n");
  assert_clients (smr_csv_parse, "name\n", "");
}

static void
test_bad_csv (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'a');
  g_autofree char *long_name = g_strconcat ("name\n", name, "\n", NULL);

  assert_refused (smr_csv_parse, "", -1, "line 1: the column “” is none of name, born, phone, email, notes");
  assert_refused (smr_csv_parse, "name,shoe size\n", -1, "line 1: the column “shoe size” is none of name, born, phone, email, notes");
  assert_refused (smr_csv_parse, "name,Name\n", -1, "line 1: the column “Name” comes twice");
  assert_refused (smr_csv_parse, "born\n1991-05-04\n", -1, "line 1: there is no column “name”");
  assert_refused (smr_csv_parse, "name,born\nAna,2026-02-30\n", -1, "line 2: born: “2026-02-30” is not a date (YYYY-MM-DD)");
  assert_refused (smr_csv_parse, "name,born\nAna,\nBea,2026-03-03\n", -1, "line 3: client.born: this date lies in the future");
  assert_refused (smr_csv_parse, "name,born\n,1991-05-04\n", -1, "line 2: client.name: a name is needed");
  assert_refused (smr_csv_parse, "name,born\nAna\n", -1, "line 2: 1 columns, where the header has 2");
  assert_refused (smr_csv_parse, "name,born\n\"two\nlines\",,\n", -1, "line 2: 3 columns, where the header has 2");
  assert_refused (smr_csv_parse, "name,born\n\nAna,\n\"Bea,\n\n", -1, "line 4: a quotation mark is opened and never closed");
  assert_refused (smr_csv_parse, "name,born\n\"Bea\"x,\n", -1, "line 2: there is text behind a closing quotation mark");
  assert_refused (smr_csv_parse, "name\nAna\nBe\344\n", -1, "line 3: not UTF-8 text");
  assert_refused (smr_csv_parse, "name\nAn\0a\n", 10, "line 2: not UTF-8 text");
  assert_refused (smr_csv_parse, "name\nAna\033[31m\n", -1, "line 2: client.name: the control character U+001B is not allowed");
  assert_refused (smr_csv_parse, long_name, -1, "line 2: client.name: 1048576 characters are too long, at most 200 fit");
}

/* --- address books */

static void
test_vcard (void)
{
  assert_clients (smr_vcard_parse,
                  "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Prado;Ana;;;\r\nFN:Ana Prado\r\nBDAY:1991-05-04\r\n"
                  "TEL;TYPE=CELL:+49 30 1\r\nTEL:2\r\nitem1.EMAIL;type=INTERNET:a@example.org\r\n"
                  "NOTE:one\\, two\\nthree\\\\ four\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\nEND:VCARD\r\n"
                  "\r\nbegin:vcard\nversion:4.0\nfn:Bea\nBDAY;VALUE=date:19850203T000000\nTEL;VALUE=uri:tel:+1-555\nEMAIL:mailto:b@example.org\nend:vcard\n",
                  "Ana Prado|1991-05-04|+49 30 1|a@example.org|one, two\nthree\\ four\nBea|1985-02-03|+1-555|b@example.org|\n");
  assert_clients (smr_vcard_parse, "BEGIN:VCARD\nVERSION:4.0\nFN;X=\"a:b\":Żó\n  łć and\n\t more\nBDAY:--0504\nEND:VCARD", "Żó łć and more||||\n");
  assert_clients (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-04\nEND:VCARD", "Ana||||\n");
}

static void
test_bad_vcard (void)
{
  assert_refused (smr_vcard_parse, "", -1, "line 1: there is no card");
  assert_refused (smr_vcard_parse, "name,born\nAna,\n", -1, "line 1: not a line of a vCard");
  assert_refused (smr_vcard_parse, "FN:Ana\n", -1, "line 1: BEGIN:VCARD is expected here");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n", -1, "line 1: the card that begins here has no end");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bea\nEND:VCARD\n", -1, "line 1: the card that begins here has no end");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:2.1\nFN:Ana\nEND:VCARD\n", -1, "line 2: vCard 2.1 is not read; export the address book as vCard 3.0 or 4.0");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN;ENCODING=QUOTED-PRINTABLE:An=C3=A4\nEND:VCARD\n", -1,
                  "line 3: FN is written in an encoding that is not read here; export the address book as vCard 3.0 or 4.0 in UTF-8");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", -1, "line 1: in the card that begins here: client.name: a name is needed");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nBDAY:2026-02-30\nEND:VCARD\n", -1, "line 4: BDAY: “2026-02-30” is not a date");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Bea\nBDAY:20260303\nEND:VCARD\n", -1,
                  "line 5: in the card that begins here: client.born: this date lies in the future");
  assert_refused (smr_vcard_parse, "BEGIN:VCARD\nVERSION:3.0\nFN:An\344\nEND:VCARD\n", -1, "line 3: not UTF-8 text");
}

/* --- by the file's ending */

static void
test_import (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autofree char *json = g_test_build_filename (G_TEST_DIST, "data", "client-files", "good-name-only.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("smr-import-XXXXXX", NULL);
  g_autofree char *csv = g_build_filename (folder, "clients.CSV", NULL);
  g_autofree char *message = g_strdup_printf ("%s: line 1: the column “who” is none of name, born, phone, email, notes", csv);
  g_autoptr (GPtrArray) from_json = smr_import_load (catalogue, json, TODAY, NULL);
  g_autoptr (GPtrArray) from_csv = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (from_json->len, ==, 1);

  g_assert_true (g_file_set_contents (csv, "name\nAna\nBea\n", -1, NULL));
  from_csv = smr_import_load (catalogue, csv, TODAY, NULL);
  g_assert_cmpuint (from_csv->len, ==, 2);

  g_assert_true (g_file_set_contents (csv, "who\nAna\n", -1, NULL));
  refused = smr_import_load (catalogue, csv, TODAY, &error);
  g_assert_null (refused);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);

  unknown = smr_import_load (catalogue, "clients.xlsx", TODAY, &error);
  g_assert_null (unknown);
  g_assert_cmpstr (error->message, ==, "clients.xlsx: not a client file (.json), table (.csv) or address book (.vcf)");

  g_unlink (csv);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/tables-are-read", test_csv);
  g_test_add_func ("/import/bad-tables-are-refused-with-their-line", test_bad_csv);
  g_test_add_func ("/import/address-books-are-read", test_vcard);
  g_test_add_func ("/import/bad-address-books-are-refused-with-their-line", test_bad_vcard);
  g_test_add_func ("/import/the-ending-decides", test_import);
  return g_test_run ();
}
