-- What somebody has changed in a connector and not saved yet: one draft for each person and connector.

CREATE TABLE drafts (
    connector TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- Another one each time the draft is kept: who writes over it must know it.
    revision TEXT NOT NULL,
    -- The version that the actions were done on.
    version BIGINT NOT NULL,
    -- JSON.
    actions TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (connector, person)
);
