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
