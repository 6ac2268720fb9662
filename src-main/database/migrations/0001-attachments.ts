// The attachments' database, version 1: bytes by their hash, in pieces of at most 1 MiB.

export const sql = `
CREATE TABLE blob (
  key INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  media TEXT NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT;

CREATE TABLE chunk (
  key INTEGER PRIMARY KEY,
  blob_key INTEGER NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  UNIQUE (blob_key, place)
) STRICT;

CREATE TABLE thumbnail (
  key INTEGER PRIMARY KEY,
  blob_key INTEGER NOT NULL UNIQUE REFERENCES blob (key) ON DELETE CASCADE,
  media TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
`;
