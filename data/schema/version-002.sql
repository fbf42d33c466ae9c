-- A no that was given to all rows that were left in one act says so.

ALTER TABLE answer ADD COLUMN with_rest INTEGER NOT NULL DEFAULT 0 CHECK (with_rest IN (0, 1));
