-- The secrets by which connectors prove themselves to identity providers, sealed.

CREATE TABLE client_secrets (
    connector TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
    -- The place of the OAuth settings in the properties, as a JSON pointer.
    place TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (connector, place)
);
