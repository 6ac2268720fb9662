// The desk's database, version 2: what it knows of the centre. Where each scope's log was read to, what of it is listed,
// which changes are on their way, the receipts that say so, and the orders by which bodies went.

export const sql = `
ALTER TABLE outbox ADD COLUMN own INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN aside TEXT;
CREATE INDEX outbox_aside ON outbox (change_seq) WHERE aside IS NOT NULL;

CREATE TABLE sync_scope (
  key INTEGER PRIMARY KEY,
  scope TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  granted INTEGER NOT NULL,
  facts TEXT NOT NULL,
  bootstrap TEXT
) STRICT;

CREATE TABLE snapshot_part (
  scope_key INTEGER NOT NULL REFERENCES sync_scope (key),
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (scope_key, place)
) STRICT;

CREATE TABLE listed (
  scope_key INTEGER NOT NULL REFERENCES sync_scope (key),
  seq INTEGER NOT NULL,
  change_seq INTEGER NOT NULL REFERENCES change (seq),
  PRIMARY KEY (scope_key, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_by_change ON listed (change_seq, scope_key);

-- Listed changes whose bytes are not in the table of changes: not here at all, or here and too new to be read.
CREATE TABLE hole (
  scope_key INTEGER NOT NULL REFERENCES sync_scope (key),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  header BLOB,
  body BLOB,
  signature BLOB,
  PRIMARY KEY (scope_key, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX hole_by_id ON hole (id);

CREATE TABLE record_place (
  scope_key INTEGER NOT NULL REFERENCES sync_scope (key),
  record TEXT NOT NULL,
  has_left INTEGER NOT NULL,
  PRIMARY KEY (scope_key, record)
) STRICT, WITHOUT ROWID;

-- One row for each own change that is neither only here nor confirmed.
CREATE TABLE delivery (
  change_seq INTEGER PRIMARY KEY REFERENCES change (seq),
  state TEXT NOT NULL,
  epoch TEXT,
  log_seq INTEGER,
  at INTEGER,
  code TEXT,
  stick INTEGER
) STRICT;
CREATE INDEX delivery_by_state ON delivery (state, log_seq);

CREATE TABLE receipt (
  key INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL,
  signature BLOB NOT NULL,
  changes TEXT NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE known_device (
  device TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  public_key BLOB
) STRICT;

CREATE TABLE erasure (
  change TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL,
  signature BLOB NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;

DROP TRIGGER change_is_never_altered;
CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change
WHEN NOT (
  NEW.body IS NULL AND OLD.seq = NEW.seq AND OLD.id = NEW.id AND OLD.record_key = NEW.record_key
  AND OLD.chain_key = NEW.chain_key AND OLD.n = NEW.n AND OLD.header = NEW.header AND OLD.signature IS NEW.signature
  AND OLD.at = NEW.at AND OLD.author = NEW.author AND OLD.received_at = NEW.received_at
  AND EXISTS (SELECT 1 FROM erasure WHERE erasure.change = lower(hex(OLD.id)))
)
BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END;

CREATE TABLE clock_offset (
  key INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  error INTEGER NOT NULL
) STRICT;

-- Files that records name, and how far each is on its way; the bytes are in the attachments' database.
CREATE TABLE blob_delivery (
  key INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  media TEXT NOT NULL,
  state TEXT NOT NULL,
  code TEXT,
  upload_url TEXT,
  retry_at INTEGER
) STRICT;
CREATE INDEX blob_open ON blob_delivery (key) WHERE state = 'open';
CREATE INDEX blob_absent ON blob_delivery (retry_at) WHERE state = 'absent';
INSERT INTO blob_delivery (hash, size, media, state)
  SELECT h.value, coalesce(max(s.value), 0), coalesce(max(m.value), ''), 'open'
  FROM record r, json_each(r.content) h
    LEFT JOIN json_each(r.content) s ON s.key = replace(h.key, '/hash', '/size')
    LEFT JOIN json_each(r.content) m ON m.key = replace(h.key, '/hash', '/media')
  WHERE h.key GLOB 'attachments/*/hash' GROUP BY h.value;
`;
