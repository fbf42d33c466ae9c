-- What the practice keeps of its own beside the clients' evidence: exercises, favourites, templates; and what was
-- observed of a client's posture and movement.

-- --- assessments ---------------------------------------------------------------------------------------------------

-- What a trainer saw and measured on one day. `sealed` closes it once its lists are complete, in the transaction that
-- wrote it.
CREATE TABLE assessment (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  client   INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date     TEXT    NOT NULL CHECK (date IS date (date)),
  trainer  TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  sealed   INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX assessment_by_client ON assessment (client, date, id);

-- What was looked at, whether a sign was seen or not.
CREATE TABLE assessment_part (
  assessment INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  part       TEXT    NOT NULL,
  PRIMARY KEY (assessment, position),
  UNIQUE (assessment, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_seen (
  assessment  INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  observation TEXT    NOT NULL,
  side        TEXT    NOT NULL CHECK (side IN ('left', 'right', 'both', 'midline')),
  PRIMARY KEY (assessment, position),
  UNIQUE (assessment, observation)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_range (
  assessment INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  movement   TEXT    NOT NULL,
  side       TEXT    NOT NULL CHECK (side IN ('left', 'right')),
  degrees    INTEGER NOT NULL CHECK (degrees BETWEEN 0 AND 200),
  PRIMARY KEY (assessment, position),
  UNIQUE (assessment, movement, side)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER assessment_update BEFORE UPDATE ON assessment
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_delete BEFORE DELETE ON assessment
WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client)
BEGIN SELECT RAISE (ABORT, 'an assessment is never removed'); END;

CREATE TRIGGER assessment_part_insert BEFORE INSERT ON assessment_part
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.assessment AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_part_update BEFORE UPDATE ON assessment_part
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_part_delete BEFORE DELETE ON assessment_part
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_seen_insert BEFORE INSERT ON assessment_seen
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.assessment AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_seen_update BEFORE UPDATE ON assessment_seen
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_seen_delete BEFORE DELETE ON assessment_seen
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_range_insert BEFORE INSERT ON assessment_range
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.assessment AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_range_update BEFORE UPDATE ON assessment_range
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

CREATE TRIGGER assessment_range_delete BEFORE DELETE ON assessment_range
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE (ABORT, 'an assessment is never altered'); END;

-- --- templates -----------------------------------------------------------------------------------------------------

-- Routines of nobody in particular, to begin with. `routine` is JSON, see smr_routine_file_write().
CREATE TABLE template (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name     TEXT    NOT NULL CHECK (name <> ''),
  note     TEXT    NOT NULL,
  routine  TEXT    NOT NULL CHECK (json_valid (routine)),
  added_at INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

-- --- own exercises -------------------------------------------------------------------------------------------------

-- One version of an exercise of the trainer's own. What was handed out names a version, which is therefore never altered
-- nor removed: an edit is a new one. `sealed` closes it once its lists are complete.
CREATE TABLE own_exercise (
  number       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id           TEXT    NOT NULL UNIQUE CHECK (id GLOB 'own_*'),
  series       TEXT    NOT NULL CHECK (series GLOB 'own_*'),
  version      INTEGER NOT NULL CHECK (version >= 1),
  phase        TEXT    NOT NULL CHECK (phase IN ('inhibit', 'lengthen', 'activate', 'integrate')),
  position     TEXT    NOT NULL,
  unilateral   INTEGER NOT NULL CHECK (unilateral IN (0, 1)),
  difficulty   INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
  sets         INTEGER NOT NULL CHECK (sets BETWEEN 1 AND 10),
  reps         INTEGER NOT NULL CHECK (reps BETWEEN 1 AND 100),
  hold_seconds INTEGER NOT NULL CHECK (hold_seconds BETWEEN 0 AND 600),
  tempo        TEXT    NOT NULL,
  easier       TEXT,
  harder       TEXT,
  name         TEXT    NOT NULL CHECK (length (name) BETWEEN 1 AND 80),
  start        TEXT    NOT NULL,
  cue          TEXT    NOT NULL,
  mistake      TEXT    NOT NULL,
  photo        BLOB             CHECK (length (photo) BETWEEN 1 AND 2097152),
  sealed       INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  added_at     INTEGER NOT NULL DEFAULT (unixepoch ())
) STRICT;

CREATE INDEX own_exercise_by_series ON own_exercise (series);

-- Muscles, tools, limbs that carry weight ("arm:same", "leg:both" ...), what rules it out, and its steps, each in order.
CREATE TABLE own_exercise_line (
  exercise TEXT    NOT NULL REFERENCES own_exercise (id),
  kind     TEXT    NOT NULL CHECK (kind IN ('target', 'tool', 'bearing', 'avoid', 'avoid_same', 'step')),
  position INTEGER NOT NULL,
  value    TEXT    NOT NULL,
  PRIMARY KEY (exercise, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER own_exercise_update BEFORE UPDATE ON own_exercise
WHEN OLD.sealed = 1
BEGIN SELECT RAISE (ABORT, 'a version of an own exercise is never altered'); END;

CREATE TRIGGER own_exercise_delete BEFORE DELETE ON own_exercise
BEGIN SELECT RAISE (ABORT, 'a version of an own exercise is never removed'); END;

CREATE TRIGGER own_exercise_line_insert BEFORE INSERT ON own_exercise_line
WHEN EXISTS (SELECT 1 FROM own_exercise WHERE id = NEW.exercise AND sealed = 1)
BEGIN SELECT RAISE (ABORT, 'a version of an own exercise is never altered'); END;

CREATE TRIGGER own_exercise_line_update BEFORE UPDATE ON own_exercise_line
BEGIN SELECT RAISE (ABORT, 'a version of an own exercise is never altered'); END;

CREATE TRIGGER own_exercise_line_delete BEFORE DELETE ON own_exercise_line
BEGIN SELECT RAISE (ABORT, 'a version of an own exercise is never removed'); END;

-- Series that are not offered any more; they can come back.
CREATE TABLE own_exercise_retired (
  series TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Exercises that the trainer likes to see first: ids of built-in ones, series of own ones.
CREATE TABLE favourite (
  exercise TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
