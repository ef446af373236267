-- People, environments, connectors and their versions, sessions, sign-in attempts.
-- One text for SQLite and PostgreSQL: columns are TEXT, BIGINT and BYTEA alone. Times are
-- milliseconds since 1970, UTC; flags are 0 and 1.

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    administrator BIGINT NOT NULL,
    -- 1 for the account that set Tenon up, else null: two that try at once cannot both be it.
    first_account BIGINT UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE environments (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

INSERT INTO environments (id, name, created_at) VALUES ('default', 'Default', 0);

CREATE TABLE environment_members (
    environment TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- user, maker or administrator
    role TEXT NOT NULL,
    PRIMARY KEY (environment, person)
);

CREATE TABLE connectors (
    id TEXT NOT NULL PRIMARY KEY,
    environment TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    created_by TEXT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL
);

CREATE INDEX connectors_by_environment ON connectors (environment);

CREATE TABLE connector_versions (
    connector TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    author TEXT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    -- What the list shows, so that it need not read the definitions.
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    brand_colour TEXT NOT NULL,
    operations BIGINT NOT NULL,
    authentication TEXT NOT NULL,
    has_icon BIGINT NOT NULL,
    -- The connector itself. Icon and attachments are in Base64, attachments and actions are JSON.
    definition TEXT NOT NULL,
    properties TEXT NOT NULL,
    icon TEXT,
    script TEXT,
    attachments TEXT NOT NULL,
    actions TEXT NOT NULL,
    PRIMARY KEY (connector, number)
);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    -- Whose it is; null while nobody is signed in.
    person TEXT REFERENCES people (id) ON DELETE CASCADE,
    data TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_person ON sessions (person);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE sign_in_attempts (
    id TEXT NOT NULL PRIMARY KEY,
    -- An e-mail address or a client address.
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX sign_in_attempts_by_subject ON sign_in_attempts (subject, at);
