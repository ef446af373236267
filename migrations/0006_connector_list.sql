-- What the list of connectors is searched and sorted by, beside each connector, so that a page of the
-- list reads neither old versions nor definitions. Written anew with each version.

ALTER TABLE connectors ADD COLUMN newest_version BIGINT NOT NULL DEFAULT 0;
-- In small letters.
ALTER TABLE connectors ADD COLUMN folded_title TEXT NOT NULL DEFAULT '';
ALTER TABLE connectors ADD COLUMN operations BIGINT NOT NULL DEFAULT 0;
ALTER TABLE connectors ADD COLUMN authentication TEXT NOT NULL DEFAULT '';
ALTER TABLE connectors ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
-- All that a search looks through, in small letters; null for a connector that is older than this column and
-- is given its place in the list when the database is opened next.
ALTER TABLE connectors ADD COLUMN searched TEXT;

CREATE INDEX connectors_by_change ON connectors (environment, changed_at);
