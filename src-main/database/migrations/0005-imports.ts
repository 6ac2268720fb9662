// The desk's database: which ledgers were imported, and which record came of which line.

export const sql = `
CREATE TABLE import (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  state TEXT NOT NULL,
  lines INTEGER NOT NULL,
  imported INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL,
  voided INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE import_line (
  import_key INTEGER NOT NULL REFERENCES import (key),
  line INTEGER NOT NULL,
  record_key INTEGER NOT NULL,
  says BLOB NOT NULL,
  PRIMARY KEY (import_key, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_line_by_says ON import_line (says);
`;
