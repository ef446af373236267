-- No two environments share a name, in whatever case it is written.

CREATE UNIQUE INDEX environments_by_name ON environments (LOWER(name));
