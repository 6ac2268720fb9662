// The desk's database, version 1. `change` and `audit` are what is true and only ever grow; `record`, `head`, `facet`,
// `link` and `search` are worked out from the changes and can be rebuilt at any time.

export const sql = `
CREATE TABLE chain (
  key INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  device TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  UNIQUE (scope, device, incarnation)
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  record_key INTEGER NOT NULL,
  chain_key INTEGER NOT NULL REFERENCES chain (key),
  n INTEGER NOT NULL,
  header BLOB NOT NULL,
  body BLOB,
  signature BLOB,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_by_record ON change (record_key, seq);
CREATE INDEX change_by_chain ON change (chain_key, n);
CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END;
CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'a change is never removed'); END;

CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  status TEXT NOT NULL,
  stage TEXT NOT NULL,
  restricted INTEGER NOT NULL,
  secrecy TEXT NOT NULL,
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  custody INTEGER NOT NULL,
  conflict INTEGER NOT NULL,
  handler TEXT NOT NULL,
  co_handler TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  content TEXT NOT NULL,
  search_text TEXT NOT NULL,
  -- The key again, since SQLite does not use a row id inside an index for comparing pairs.
  place INTEGER NOT NULL GENERATED ALWAYS AS (key) VIRTUAL
) STRICT;
CREATE INDEX record_by_occurred ON record (kind, occurred_at, place, restricted);
CREATE INDEX record_by_updated ON record (kind, updated_at, place, restricted);
CREATE INDEX record_by_number ON record (kind, number, place, restricted);
CREATE INDEX record_by_title ON record (kind, sort_title, place, restricted);
CREATE INDEX record_by_due ON record (kind, due_at, place, restricted);
CREATE INDEX record_running ON record (due_at, key) WHERE stage IN ('open', 'waiting');
CREATE INDEX record_of_handler ON record (handler, updated_at, key) WHERE stage = 'open';
CREATE INDEX record_in_custody ON record (occurred_at, key) WHERE custody = 1;
CREATE INDEX record_recent ON record (updated_at, key);
CREATE INDEX record_in_conflict ON record (key) WHERE conflict = 1;
CREATE INDEX record_restricted ON record (kind, key) WHERE restricted = 1;

CREATE TABLE head (
  record_key INTEGER NOT NULL,
  change_seq INTEGER NOT NULL REFERENCES change (seq),
  PRIMARY KEY (record_key, change_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX head_by_change ON head (change_seq);

CREATE TABLE facet (
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  record_key INTEGER NOT NULL REFERENCES record (key),
  PRIMARY KEY (kind, path, value, occurred_at, record_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX facet_by_record ON facet (record_key, path, value);

CREATE TABLE link (
  record_key INTEGER NOT NULL REFERENCES record (key),
  relation TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (record_key, relation, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target, record_key);

CREATE VIRTUAL TABLE search USING fts5(
  tokens, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='1 2 3 4'
);
-- A piece of the index fills one page of the file: half as many pages to write at each save.
INSERT INTO search (search, rank) VALUES ('pgsz', 8000);

CREATE TABLE outbox (
  change_seq INTEGER PRIMARY KEY REFERENCES change (seq)
) STRICT;

CREATE TABLE draft (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT,
  step TEXT,
  content TEXT NOT NULL,
  heads TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (account, id)
) STRICT;

CREATE TABLE number_block (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  next INTEGER NOT NULL,
  UNIQUE (kind, year, first)
) STRICT;

CREATE TABLE number_used (
  number TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  temporary INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (kind, year, temporary, serial)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER number_is_never_altered BEFORE UPDATE ON number_used BEGIN SELECT RAISE(ABORT, 'a number is never altered'); END;
CREATE TRIGGER number_is_never_freed BEFORE DELETE ON number_used BEGIN SELECT RAISE(ABORT, 'a number is never freed'); END;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE account_setting (
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  record TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_altered BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never altered'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never removed'); END;
`;
