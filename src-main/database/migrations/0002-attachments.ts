// The attachments' database, version 2: pieces of files that are on their way here.

export const sql = `
CREATE TABLE arriving (
  hash BLOB NOT NULL,
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (hash, place)
) STRICT;
`;
