-- Connections that their owners share, and when each was used last.

-- The mark of where the connector sent credentials when its owner shared the connection; empty for one that is not
-- shared. Others use it as long as that is the same.
ALTER TABLE connections ADD COLUMN shared_for TEXT NOT NULL DEFAULT '';
-- Milliseconds since 1970, UTC, to within a minute; 0 for one that was not used yet.
ALTER TABLE connections ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
