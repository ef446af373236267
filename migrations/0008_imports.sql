-- The last import of each connector, so that the next one can be merged with what makers changed since.

CREATE TABLE imports (
    connector TEXT NOT NULL PRIMARY KEY REFERENCES connectors (id) ON DELETE CASCADE,
    -- A file name, an address, or that it was pasted.
    source TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    -- The IDs of the operations of the source that were not wanted, as JSON.
    left_out TEXT NOT NULL,
    -- The connector that it gave, before anybody changed it, as JSON.
    files TEXT NOT NULL
);
