-- What the last call with a connection said of it.

-- untried, good, expired or failing
ALTER TABLE connections ADD COLUMN status TEXT NOT NULL DEFAULT 'untried';
-- Why, in a sentence; empty for one that is good or untried.
ALTER TABLE connections ADD COLUMN status_reason TEXT NOT NULL DEFAULT '';
-- When that was: milliseconds since 1970, UTC; 0 for one that is untried.
ALTER TABLE connections ADD COLUMN status_at BIGINT NOT NULL DEFAULT 0;
