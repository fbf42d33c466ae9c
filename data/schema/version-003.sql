-- The record over time: what came after a clearance, around a session, beside a form; assessments, templates and
-- the practice's own exercises. What is evidence is append-only, as in version 1.

-- --- consent and signatures ------------------------------------------------------------------------------------

-- The texts that clients sign, each under the version that it had where it was signed. A form that came from another
-- practice brings its own along.
CREATE TABLE consent (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  version  INTEGER NOT NULL CHECK (version >= 1),
  text     TEXT    NOT NULL CHECK (text <> ''),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ()),
  UNIQUE (version, text)
) STRICT;

CREATE INDEX consent_by_text ON consent (text);

CREATE TRIGGER consent_update BEFORE UPDATE ON consent
BEGIN SELECT RAISE (ABORT, 'a consent text is never altered'); END;

CREATE TRIGGER consent_delete BEFORE DELETE ON consent
BEGIN SELECT RAISE (ABORT, 'a consent text is never removed'); END;

INSERT INTO consent (version, text) SELECT max (consent_version, 1), consent FROM practice WHERE consent <> '';

-- Without consent: signed before there was one to sign.
ALTER TABLE intake ADD COLUMN consent INTEGER REFERENCES consent (id);
ALTER TABLE intake ADD COLUMN trainer TEXT NOT NULL DEFAULT '';
ALTER TABLE intake ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE intake ADD COLUMN guardian_signature TEXT NOT NULL DEFAULT '';

-- The form that this one was begun from, 0: none; and of an answer that was copied from it, that form's day.
ALTER TABLE intake ADD COLUMN copy_of INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN as_of TEXT CHECK (as_of IS date (as_of));
-- --- letters to physicians ----------------------------------------------------------------------------------------

-- What a client file calls `events` comes later, so the letter is sealed when its list of conditions is complete.
CREATE TABLE letter (
  id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client    INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  dated     TEXT    NOT NULL CHECK (dated IS date (dated)),
  physician TEXT    NOT NULL,
  address   TEXT    NOT NULL,
  sealed    INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX letter_by_client ON letter (client, dated, id);

CREATE TABLE letter_condition (
  letter    INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  condition TEXT    NOT NULL,
  PRIMARY KEY (letter, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_event (
  id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  letter    INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  kind      TEXT    NOT NULL CHECK (kind IN ('sent', 'received', 'refused', 'no_answer')),
  date      TEXT    NOT NULL CHECK (date IS date (date)),
  how       TEXT    NOT NULL,
  clearance INTEGER          REFERENCES clearance (id) ON DELETE CASCADE,
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ()),
  CHECK (clearance IS NULL OR kind = 'received')
) STRICT;

CREATE INDEX letter_event_by_letter ON letter_event (letter, id);
CREATE INDEX letter_event_by_clearance ON letter_event (clearance);

CREATE TRIGGER letter_update BEFORE UPDATE ON letter
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'a letter is never altered'); END;

CREATE TRIGGER letter_delete BEFORE DELETE ON letter
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'a letter is never removed'); END;

CREATE TRIGGER letter_condition_insert BEFORE INSERT ON letter_condition
WHEN EXISTS (SELECT 1 FROM letter WHERE id = NEW.letter AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a letter is never altered'); END;

CREATE TRIGGER letter_condition_update BEFORE UPDATE ON letter_condition
BEGIN SELECT RAISE (ABORT, 'a letter is never altered'); END;

CREATE TRIGGER letter_condition_delete BEFORE DELETE ON letter_condition
WHEN EXISTS (SELECT 1 FROM letter WHERE id = OLD.letter)
BEGIN SELECT RAISE (ABORT, 'a letter is never altered'); END;

CREATE TRIGGER letter_event_insert BEFORE INSERT ON letter_event
WHEN NEW.clearance IS NOT NULL AND
     (SELECT client FROM clearance WHERE id = NEW.clearance) IS NOT (SELECT client FROM letter WHERE id = NEW.letter)
BEGIN SELECT RAISE (ABORT, 'the clearance is another client''s'); END;

CREATE TRIGGER letter_event_update BEFORE UPDATE ON letter_event
BEGIN SELECT RAISE (ABORT, 'what became of a letter is never altered'); END;

CREATE TRIGGER letter_event_delete BEFORE DELETE ON letter_event
WHEN EXISTS (SELECT 1 FROM letter JOIN client ON client.id = letter.client WHERE letter.id = OLD.letter)
BEGIN SELECT RAISE (ABORT, 'what became of a letter is never removed'); END;

-- --- clearances that are taken back ----------------------------------------------------------------------------

-- A letter takes the place of earlier ones for the same rows unless it is an addition.
ALTER TABLE clearance ADD COLUMN in_addition INTEGER NOT NULL DEFAULT 0 CHECK (in_addition IN (0, 1));

-- Once and for good: whoever withdrew by mistake records the letter again.
CREATE TABLE clearance_withdrawal (
  clearance INTEGER NOT NULL PRIMARY KEY REFERENCES clearance (id) ON DELETE CASCADE,
  kind      TEXT    NOT NULL CHECK (kind IN ('mistyped', 'revoked_by_physician')),
  date      TEXT    NOT NULL CHECK (date IS date (date)),
  reason    TEXT    NOT NULL,
  by        TEXT    NOT NULL CHECK (length (by) > 0),
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE TRIGGER clearance_withdrawal_update BEFORE UPDATE ON clearance_withdrawal
BEGIN SELECT RAISE (ABORT, 'a withdrawal is never altered'); END;

CREATE TRIGGER clearance_withdrawal_delete BEFORE DELETE ON clearance_withdrawal
WHEN EXISTS (SELECT 1 FROM clearance WHERE id = OLD.clearance)
BEGIN SELECT RAISE (ABORT, 'a withdrawal is never removed'); END;
-- --- sessions and incidents ---------------------------------------------------------------------------------------

-- A session says where it was, which version of a routine was done, and what became of each item. `sealed` closes a row
-- once its list is complete, in the transaction that wrote it; what was there before is closed.
DROP TRIGGER session_update;
ALTER TABLE session ADD COLUMN setting TEXT CHECK (setting IN ('home', 'studio'));
ALTER TABLE session ADD COLUMN routine INTEGER REFERENCES routine (id);
ALTER TABLE session ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN sealed INTEGER NOT NULL DEFAULT 1 CHECK (sealed IN (0, 1));

CREATE TABLE session_item (
  session  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  exercise TEXT    NOT NULL,
  side     TEXT    NOT NULL CHECK (side IN ('left', 'right', 'each', 'together')),
  done     TEXT    NOT NULL CHECK (done IN ('done', 'changed', 'left_out')),
  note     TEXT    NOT NULL,
  PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_update BEFORE UPDATE ON session
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'a session is never altered'); END;

CREATE TRIGGER session_item_insert BEFORE INSERT ON session_item
WHEN EXISTS (SELECT 1 FROM session WHERE id = NEW.session AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a session is never altered'); END;

CREATE TRIGGER session_item_update BEFORE UPDATE ON session_item
BEGIN SELECT RAISE (ABORT, 'a session is never altered'); END;

CREATE TRIGGER session_item_delete BEFORE DELETE ON session_item
WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session)
BEGIN SELECT RAISE (ABORT, 'a session is never altered'); END;

-- What in a quick check makes a yes weigh less, such as "a painkiller only".
CREATE TABLE session_check_fact (
  session_check INTEGER NOT NULL REFERENCES session_check (id) ON DELETE CASCADE,
  condition     TEXT    NOT NULL,
  fact          TEXT    NOT NULL,
  PRIMARY KEY (session_check, condition, fact)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_check_fact_insert BEFORE INSERT ON session_check_fact
WHEN EXISTS (SELECT 1 FROM session_check WHERE id = NEW.session_check AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TRIGGER session_check_fact_update BEFORE UPDATE ON session_check_fact
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

CREATE TRIGGER session_check_fact_delete BEFORE DELETE ON session_check_fact
WHEN EXISTS (SELECT 1 FROM session_check WHERE id = OLD.session_check)
BEGIN SELECT RAISE (ABORT, 'a check is never altered'); END;

-- A stop sign, or news about the client's health; `sign` is one of the catalogue's.
CREATE TABLE incident (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client   INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date     TEXT    NOT NULL CHECK (date IS date (date)),
  sign     TEXT    NOT NULL,
  done     TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  session  INTEGER          REFERENCES session (id),
  sealed   INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX incident_by_client ON incident (client, date, id);
CREATE INDEX incident_by_session ON incident (session);
CREATE INDEX session_by_routine ON session (routine);

CREATE TABLE incident_place (
  incident INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  site     TEXT    NOT NULL,
  side     TEXT             CHECK (side IN ('left', 'right', 'both', 'midline')),
  PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER incident_update BEFORE UPDATE ON incident
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'an incident is never altered'); END;

CREATE TRIGGER incident_delete BEFORE DELETE ON incident
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'an incident is never removed'); END;

CREATE TRIGGER incident_place_insert BEFORE INSERT ON incident_place
WHEN EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'an incident is never altered'); END;

CREATE TRIGGER incident_place_update BEFORE UPDATE ON incident_place
BEGIN SELECT RAISE (ABORT, 'an incident is never altered'); END;

CREATE TRIGGER incident_place_delete BEFORE DELETE ON incident_place
WHEN EXISTS (SELECT 1 FROM incident WHERE id = OLD.incident)
BEGIN SELECT RAISE (ABORT, 'an incident is never altered'); END;

-- --- what a routine is planned for -------------------------------------------------------------------------------

ALTER TABLE routine_version ADD COLUMN no_floor INTEGER NOT NULL DEFAULT 0 CHECK (no_floor IN (0, 1));

CREATE TRIGGER routine_version_update_no_floor BEFORE UPDATE OF no_floor ON routine_version
WHEN OLD.status <> 'draft' AND OLD.no_floor IS NOT NEW.no_floor
BEGIN SELECT RAISE (ABORT, 'an issued version is never altered'); END;

-- --- scans and photos --------------------------------------------------------------------------------------------

-- Exactly as they were given; of a clearance, or of the client in general.
CREATE TABLE attachment (
  id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client    INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  clearance INTEGER          REFERENCES clearance (id) ON DELETE CASCADE,
  name      TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf')),
  added_at  INTEGER NOT NULL DEFAULT (unixepoch ()),
  data      BLOB    NOT NULL CHECK (length (data) BETWEEN 1 AND 10485760)
) STRICT;

CREATE INDEX attachment_by_client ON attachment (client, id);
CREATE INDEX attachment_by_clearance ON attachment (clearance);

CREATE TRIGGER attachment_insert BEFORE INSERT ON attachment
WHEN NEW.clearance IS NOT NULL AND (SELECT client FROM clearance WHERE id = NEW.clearance) IS NOT NEW.client
BEGIN SELECT RAISE (ABORT, 'the clearance is another client''s'); END;

CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment
BEGIN SELECT RAISE (ABORT, 'an attachment is never altered'); END;

CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'an attachment is never removed'); END;
