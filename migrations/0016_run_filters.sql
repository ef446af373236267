-- The connection of each run, so that the list can be asked for those of one. A run outlives its connection, so that it
-- refers to none; empty for a call without one, and for runs from before this was kept beside the record.
ALTER TABLE runs ADD COLUMN connection TEXT NOT NULL DEFAULT '';

CREATE INDEX runs_by_connection ON runs (environment, connection, id);
CREATE INDEX runs_by_operation ON runs (environment, operation, id);
