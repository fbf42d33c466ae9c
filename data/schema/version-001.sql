-- The records of a practice.
--
-- Calendar days are ISO texts ("2026-03-02") that name a day which exists; NULL is "no date".
-- Moments are seconds since 1970 in UTC. Ids of muscles, exercises, conditions, tools and sites are those of the
-- catalogue, as text. Enumerations have the spelling that client files use. Yes and no are 1 and 0.
--
-- What was signed, measured or handed out is never altered and never removed: triggers see to that. The only way
-- out is the removal of the client, which takes everything along: when a parent row is already gone, the removal
-- comes from there and is let through.

-- --- the practice -------------------------------------------------------------------------------------------

CREATE TABLE practice (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  name            TEXT    NOT NULL,
  phone           TEXT    NOT NULL,
  address         TEXT    NOT NULL,
  paper           TEXT    NOT NULL,
  language        TEXT    NOT NULL,
  level           TEXT    NOT NULL CHECK (level IN ('beginner', 'intermediate', 'advanced')),
  setting         TEXT    NOT NULL CHECK (setting IN ('home', 'studio')),
  rescreen_months INTEGER NOT NULL CHECK (rescreen_months BETWEEN 1 AND 12),
  consent         TEXT    NOT NULL,
  consent_version INTEGER NOT NULL,
  print_settings  TEXT    NOT NULL,
  page_setup      TEXT    NOT NULL,
  sample          INTEGER NOT NULL CHECK (sample IN (0, 1)),
  logo            BLOB
) STRICT;

CREATE TABLE trainer (
  position    INTEGER NOT NULL PRIMARY KEY,
  name        TEXT    NOT NULL,
  credentials TEXT    NOT NULL,
  phone       TEXT    NOT NULL
) STRICT;

-- --- clients --------------------------------------------------------------------------------------------------

-- Ids are never given a second time, not even after the client was erased.
CREATE TABLE client (
  id               INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name             TEXT    NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  folded           TEXT    NOT NULL,
  born             TEXT             CHECK (born IS date (born)),
  level            TEXT    NOT NULL CHECK (level IN ('beginner', 'intermediate', 'advanced')),
  regularly_active INTEGER NOT NULL CHECK (regularly_active IN (0, 1)),
  language         TEXT    NOT NULL,
  setting          TEXT    NOT NULL CHECK (setting IN ('home', 'studio')),
  phone            TEXT    NOT NULL,
  email            TEXT    NOT NULL,
  notes            TEXT    NOT NULL,
  trainer          TEXT    NOT NULL,
  archived         INTEGER NOT NULL CHECK (archived IN (0, 1)),
  added_at         INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX client_by_name ON client (folded, id, archived);

CREATE TABLE client_kit (
  client   INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tool     TEXT    NOT NULL,
  PRIMARY KEY (client, position)
) STRICT, WITHOUT ROWID;

-- The index of the search: for each word of a folded name its first one, two, three and four letters. The rows
-- of a beginning lie in the order of the list, so the first screen of an answer is read from the top and nothing is
-- sorted, be it one client or a hundred thousand. No foreign key: the rows are found by the name, not by the client.
CREATE TABLE client_search (
  beginning TEXT    NOT NULL,
  folded    TEXT    NOT NULL,
  client    INTEGER NOT NULL,
  PRIMARY KEY (beginning, folded, client)
) STRICT, WITHOUT ROWID;

-- --- intake forms ---------------------------------------------------------------------------------------------

-- Without signed_on: the form being filled in, one for each client.
CREATE TABLE intake (
  id                INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client            INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  signed_on         TEXT             CHECK (signed_on IS date (signed_on)),
  signed_by         TEXT    NOT NULL,
  guardian_signed   INTEGER NOT NULL CHECK (guardian_signed IN (0, 1)),
  guardian          TEXT    NOT NULL,
  catalogue_version INTEGER NOT NULL,
  added_at          INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX intake_by_client ON intake (client, signed_on, id);
CREATE UNIQUE INDEX intake_draft ON intake (client) WHERE signed_on IS NULL;

CREATE TABLE answer (
  intake            INTEGER NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
  condition         TEXT    NOT NULL,
  reply             TEXT    NOT NULL CHECK (reply IN ('unanswered', 'no', 'yes', 'not_sure')),
  text              TEXT    NOT NULL,
  date              TEXT             CHECK (date IS date (date)),
  healed_and_sealed TEXT    NOT NULL CHECK (healed_and_sealed IN ('unanswered', 'no', 'yes', 'not_sure')),
  weeks             INTEGER,
  PRIMARY KEY (intake, condition)
) STRICT, WITHOUT ROWID;

-- The lists of an answer; `value` is the site, the fact or the follow-up that was marked not known.
CREATE TABLE answer_detail (
  intake    INTEGER NOT NULL,
  condition TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('place', 'fact', 'not_known')),
  position  INTEGER NOT NULL,
  value     TEXT    NOT NULL,
  side      TEXT             CHECK (side IN ('left', 'right', 'both', 'midline')),
  PRIMARY KEY (intake, condition, kind, position),
  FOREIGN KEY (intake, condition) REFERENCES answer (intake, condition) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER intake_update BEFORE UPDATE ON intake
WHEN OLD.signed_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a signed form is never altered'); END;

CREATE TRIGGER intake_delete BEFORE DELETE ON intake
WHEN OLD.signed_on IS NOT NULL AND EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a signed form is never removed'); END;

CREATE TRIGGER answer_insert BEFORE INSERT ON answer
WHEN EXISTS (SELECT 1 FROM intake WHERE id = NEW.intake AND signed_on IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a signed form takes no more answers'); END;

CREATE TRIGGER answer_update BEFORE UPDATE ON answer
BEGIN SELECT RAISE (ABORT, 'an answer is replaced, never altered'); END;

CREATE TRIGGER answer_delete BEFORE DELETE ON answer
WHEN EXISTS (SELECT 1 FROM intake WHERE id = OLD.intake AND signed_on IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'an answer of a signed form is never removed'); END;

CREATE TRIGGER answer_detail_insert BEFORE INSERT ON answer_detail
WHEN EXISTS (SELECT 1 FROM intake WHERE id = NEW.intake AND signed_on IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a signed form takes no more answers'); END;

CREATE TRIGGER answer_detail_update BEFORE UPDATE ON answer_detail
BEGIN SELECT RAISE (ABORT, 'an answer is replaced, never altered'); END;

CREATE TRIGGER answer_detail_delete BEFORE DELETE ON answer_detail
WHEN EXISTS (SELECT 1 FROM intake WHERE id = OLD.intake AND signed_on IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'an answer of a signed form is never removed'); END;

-- --- clearances -------------------------------------------------------------------------------------------------

-- `sealed` closes a row once its lists are complete, in the transaction that wrote them.
CREATE TABLE clearance (
  id             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client         INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  physician      TEXT    NOT NULL,
  practice       TEXT    NOT NULL,
  phone          TEXT    NOT NULL,
  dated          TEXT             CHECK (dated IS date (dated)),
  expires        TEXT             CHECK (expires IS date (expires)),
  roll           INTEGER NOT NULL CHECK (roll IN (0, 1)),
  stretch        INTEGER NOT NULL CHECK (stretch IN (0, 1)),
  activate       INTEGER NOT NULL CHECK (activate IN (0, 1)),
  names_rolling  INTEGER NOT NULL CHECK (names_rolling IN (0, 1)),
  no_restriction INTEGER NOT NULL CHECK (no_restriction IN (0, 1)),
  sealed         INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at       INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX clearance_by_client ON clearance (client, dated, id);

CREATE TABLE clearance_detail (
  clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
  kind      TEXT    NOT NULL CHECK (kind IN ('condition', 'place', 'muscle', 'tool')),
  position  INTEGER NOT NULL,
  value     TEXT    NOT NULL,
  side      TEXT             CHECK (side IN ('left', 'right', 'both', 'midline')),
  PRIMARY KEY (clearance, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER clearance_update BEFORE UPDATE ON clearance
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'a clearance is never altered'); END;

CREATE TRIGGER clearance_delete BEFORE DELETE ON clearance
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a clearance is never removed'); END;

CREATE TRIGGER clearance_detail_insert BEFORE INSERT ON clearance_detail
WHEN EXISTS (SELECT 1 FROM clearance WHERE id = NEW.clearance AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a clearance is never altered'); END;

CREATE TRIGGER clearance_detail_update BEFORE UPDATE ON clearance_detail
BEGIN SELECT RAISE (ABORT, 'a clearance is never altered'); END;

CREATE TRIGGER clearance_detail_delete BEFORE DELETE ON clearance_detail
WHEN EXISTS (SELECT 1 FROM clearance WHERE id = OLD.clearance)
BEGIN SELECT RAISE (ABORT, 'a clearance is never altered'); END;

-- --- readings, checks, sessions -----------------------------------------------------------------------------------

CREATE TABLE reading (
  id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client    INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date      TEXT    NOT NULL CHECK (date IS date (date)),
  systolic  INTEGER NOT NULL,
  diastolic INTEGER NOT NULL,
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX reading_by_client ON reading (client, date, id);

CREATE TRIGGER reading_update BEFORE UPDATE ON reading
BEGIN SELECT RAISE (ABORT, 'a reading is never altered'); END;

CREATE TRIGGER reading_delete BEFORE DELETE ON reading
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a reading is never removed'); END;

-- The quick check before a session.
CREATE TABLE session_check (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client   INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date     TEXT    NOT NULL CHECK (date IS date (date)),
  sealed   INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX session_check_by_client ON session_check (client, date, id);

CREATE TABLE session_check_answer (
  session_check INTEGER NOT NULL REFERENCES session_check (id) ON DELETE CASCADE,
  condition     TEXT    NOT NULL,
  reply         TEXT    NOT NULL CHECK (reply IN ('unanswered', 'no', 'yes', 'not_sure')),
  PRIMARY KEY (session_check, condition)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_check_update BEFORE UPDATE ON session_check
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TRIGGER session_check_delete BEFORE DELETE ON session_check
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a check is never removed'); END;

CREATE TRIGGER session_check_answer_insert BEFORE INSERT ON session_check_answer
WHEN EXISTS (SELECT 1 FROM session_check WHERE id = NEW.session_check AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TRIGGER session_check_answer_update BEFORE UPDATE ON session_check_answer
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TRIGGER session_check_answer_delete BEFORE DELETE ON session_check_answer
WHEN EXISTS (SELECT 1 FROM session_check WHERE id = OLD.session_check)
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TABLE session (
  id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client          INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date            TEXT    NOT NULL CHECK (date IS date (date)),
  pain_before     INTEGER          CHECK (pain_before BETWEEN 0 AND 10),
  pain_after      INTEGER          CHECK (pain_after BETWEEN 0 AND 10),
  done_as_planned INTEGER NOT NULL CHECK (done_as_planned IN (0, 1)),
  note            TEXT    NOT NULL,
  added_at        INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX session_by_client ON session (client, date, id);

CREATE TRIGGER session_update BEFORE UPDATE ON session
BEGIN SELECT RAISE (ABORT, 'a session is never altered'); END;

CREATE TRIGGER session_delete BEFORE DELETE ON session
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a session is never removed'); END;

-- --- routines -----------------------------------------------------------------------------------------------------

-- A routine is the thread that its versions hang on. Archived, not removed.
CREATE TABLE routine (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client   INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX routine_by_client ON routine (client, archived, id);

CREATE TABLE routine_version (
  routine            INTEGER NOT NULL REFERENCES routine (id) ON DELETE CASCADE,
  version            INTEGER NOT NULL CHECK (version >= 1),
  status             TEXT    NOT NULL CHECK (status IN ('draft', 'issued', 'superseded')),
  title              TEXT    NOT NULL,
  created            TEXT             CHECK (created IS date (created)),
  issued             TEXT             CHECK (issued IS date (issued)),
  level              TEXT    NOT NULL CHECK (level IN ('beginner', 'intermediate', 'advanced')),
  setting            TEXT    NOT NULL CHECK (setting IN ('home', 'studio')),
  minutes            INTEGER NOT NULL,
  accept_substitutes INTEGER NOT NULL CHECK (accept_substitutes IN (0, 1)),
  PRIMARY KEY (routine, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE pick (
  routine  INTEGER NOT NULL,
  version  INTEGER NOT NULL,
  role     TEXT    NOT NULL CHECK (role IN ('overactive', 'underactive')),
  position INTEGER NOT NULL,
  muscle   TEXT    NOT NULL,
  side     TEXT             CHECK (side IN ('left', 'right', 'both', 'midline')),
  PRIMARY KEY (routine, version, role, position),
  FOREIGN KEY (routine, version) REFERENCES routine_version (routine, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  routine        INTEGER NOT NULL,
  version        INTEGER NOT NULL,
  position       INTEGER NOT NULL,
  phase          TEXT    NOT NULL CHECK (phase IN ('inhibit', 'lengthen', 'activate', 'integrate')),
  exercise       TEXT    NOT NULL,
  side           TEXT    NOT NULL CHECK (side IN ('left', 'right', 'each', 'together')),
  tool           TEXT,
  sets           INTEGER NOT NULL,
  reps           INTEGER NOT NULL,
  hold_seconds   INTEGER NOT NULL,
  search_seconds INTEGER NOT NULL,
  tempo          TEXT    NOT NULL,
  rest_seconds   INTEGER NOT NULL,
  note           TEXT,
  PRIMARY KEY (routine, version, position),
  FOREIGN KEY (routine, version) REFERENCES routine_version (routine, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Why an item is there.
CREATE TABLE served (
  routine     INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  item        INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  muscle      TEXT    NOT NULL,
  because     TEXT,
  side        TEXT             CHECK (side IN ('left', 'right', 'both', 'midline')),
  passed_over TEXT,
  PRIMARY KEY (routine, version, item, position),
  FOREIGN KEY (routine, version, item) REFERENCES item (routine, version, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER routine_update BEFORE UPDATE OF id, client, added_at ON routine
BEGIN SELECT RAISE (ABORT, 'a routine stays with its client'); END;

CREATE TRIGGER routine_delete BEFORE DELETE ON routine
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a routine is archived, never removed'); END;

CREATE TRIGGER routine_version_update BEFORE UPDATE ON routine_version
WHEN OLD.status <> 'draft'
 AND NOT (OLD.status = 'issued' AND NEW.status = 'superseded'
          AND (OLD.routine, OLD.version, OLD.title, OLD.created, OLD.issued,
               OLD.level, OLD.setting, OLD.minutes, OLD.accept_substitutes)
           IS (NEW.routine, NEW.version, NEW.title, NEW.created, NEW.issued,
               NEW.level, NEW.setting, NEW.minutes, NEW.accept_substitutes))
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER routine_version_delete BEFORE DELETE ON routine_version
WHEN OLD.status <> 'draft' AND EXISTS (SELECT 1 FROM routine WHERE id = OLD.routine)
BEGIN SELECT RAISE (ABORT, 'an issued version is never removed'); END;

CREATE TRIGGER pick_insert BEFORE INSERT ON pick
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = NEW.routine AND version = NEW.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER pick_update BEFORE UPDATE ON pick
BEGIN SELECT RAISE (ABORT, 'a pick is replaced, never altered'); END;

CREATE TRIGGER pick_delete BEFORE DELETE ON pick
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = OLD.routine AND version = OLD.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER item_insert BEFORE INSERT ON item
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = NEW.routine AND version = NEW.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER item_update BEFORE UPDATE ON item
BEGIN SELECT RAISE (ABORT, 'an item is replaced, never altered'); END;

CREATE TRIGGER item_delete BEFORE DELETE ON item
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = OLD.routine AND version = OLD.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER served_insert BEFORE INSERT ON served
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = NEW.routine AND version = NEW.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

CREATE TRIGGER served_update BEFORE UPDATE ON served
BEGIN SELECT RAISE (ABORT, 'an item is replaced, never altered'); END;

CREATE TRIGGER served_delete BEFORE DELETE ON served
WHEN EXISTS (SELECT 1 FROM routine_version WHERE routine = OLD.routine AND version = OLD.version AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

-- --- handouts -----------------------------------------------------------------------------------------------------

-- The pages that were handed out, exactly as they were.
CREATE TABLE handout (
  id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client    INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  routine   INTEGER NOT NULL,
  version   INTEGER NOT NULL,
  date      TEXT    NOT NULL CHECK (date IS date (date)),
  plan_code TEXT    NOT NULL,
  layout    TEXT    NOT NULL,
  language  TEXT    NOT NULL,
  paper     TEXT    NOT NULL,
  pages     INTEGER NOT NULL,
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ()),
  pdf       BLOB    NOT NULL,
  FOREIGN KEY (routine, version) REFERENCES routine_version (routine, version) ON DELETE CASCADE
) STRICT;

CREATE INDEX handout_by_client ON handout (client, date, id);
CREATE INDEX handout_by_version ON handout (routine, version);

CREATE TRIGGER handout_update BEFORE UPDATE ON handout
BEGIN SELECT RAISE (ABORT, 'a handout is never altered'); END;

CREATE TRIGGER handout_delete BEFORE DELETE ON handout
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a handout is never removed'); END;
