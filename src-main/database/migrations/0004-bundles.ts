// The desk's database, version 4: which sticks it has written, what lies on each, and which answers it has taken in.

export const sql = `
CREATE TABLE bundle (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  account TEXT NOT NULL,
  facts TEXT
) STRICT;

-- What a bundle carries, by its place from 1: first the changes, each in one of the documents, then the files.
CREATE TABLE bundle_change (
  bundle INTEGER NOT NULL REFERENCES bundle (number),
  place INTEGER NOT NULL,
  document INTEGER NOT NULL,
  change_seq INTEGER NOT NULL REFERENCES change (seq),
  signed INTEGER NOT NULL,
  PRIMARY KEY (bundle, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_change_by_change_seq ON bundle_change (change_seq);
CREATE TABLE bundle_file (
  bundle INTEGER NOT NULL REFERENCES bundle (number),
  place INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (bundle, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_answer (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  account TEXT NOT NULL
) STRICT;
`;
