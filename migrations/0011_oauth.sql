-- Signing in with OAuth 2.0: sign-ins under way, how the last one went, and who renews a token just now.

CREATE TABLE oauth_sign_ins (
    -- The SHA-256 of the state that was sent to the provider, in hexadecimal.
    state TEXT NOT NULL PRIMARY KEY,
    -- One at a time: a new one takes the place of the one before.
    connection TEXT NOT NULL UNIQUE REFERENCES connections (id) ON DELETE CASCADE,
    -- The SHA-256 of the id of the session that began it.
    session TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    -- Addresses, manner and proof key, sealed.
    sealed BYTEA NOT NULL
);

CREATE TABLE oauth_records (
    connection TEXT NOT NULL PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
    -- The last steps, secrets masked, as JSON.
    hops TEXT NOT NULL,
    -- The manner in which it worked, as JSON; empty for that of the connector.
    manner TEXT NOT NULL,
    -- The manners that were tried in vain since, as JSON.
    tried TEXT NOT NULL
);

CREATE TABLE oauth_leases (
    connection TEXT NOT NULL PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
    -- Who renews the token, and until when nobody else does.
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);
