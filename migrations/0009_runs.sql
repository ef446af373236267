-- Runs: the kept record of each call. What the list shows and is searched by stands apart from the record itself,
-- so that a page of the list reads no bodies.

CREATE TABLE runs (
    -- Sorts by the time at which the run was kept.
    id TEXT NOT NULL PRIMARY KEY,
    environment TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    connector TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kept_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    -- 1 where the connector had changes on top of the version that were not saved.
    has_unsaved BIGINT NOT NULL,
    -- The operation: method and path, and what it was called.
    operation TEXT NOT NULL,
    label TEXT NOT NULL,
    -- How it ended: answered, spoilt, failed or stopped.
    ending TEXT NOT NULL,
    -- The status of the answer; 0 where there was none.
    status BIGINT NOT NULL,
    milliseconds BIGINT NOT NULL,
    -- How much in the answer contradicts the definition.
    errors BIGINT NOT NULL,
    -- All that a search looks through, in small letters.
    searched TEXT NOT NULL
);

CREATE INDEX runs_by_environment ON runs (environment, id);
CREATE INDEX runs_by_person ON runs (environment, person, id);
CREATE INDEX runs_by_connector ON runs (connector, version, id);
CREATE INDEX runs_by_age ON runs (kept_at);

CREATE TABLE run_records (
    run TEXT NOT NULL PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    -- The call as it went, secrets masked, and what it takes to run it again, as JSON.
    record TEXT NOT NULL,
    -- What the answer says against the definition, as JSON; empty where there was none.
    drift TEXT NOT NULL
);
