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
