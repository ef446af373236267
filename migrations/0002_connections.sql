-- Connections, and which key their values are sealed with.

CREATE TABLE connections (
    id TEXT NOT NULL PRIMARY KEY,
    connector TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX connections_by_owner ON connections (connector, person);

CREATE TABLE connection_values (
    connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    -- The key of the connection parameter.
    field TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (connection, field)
);

CREATE TABLE vault_keys (
    -- 1 for the key in use: a database has one.
    number BIGINT NOT NULL PRIMARY KEY,
    key_id TEXT NOT NULL
);
