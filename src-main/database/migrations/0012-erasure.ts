// The desk's database: every order by which a body goes, several of one change too, and how far each is on its way to the
// centre; and the files whose bytes go with them.

export const sql = `
CREATE TABLE erasure_order (
  key INTEGER PRIMARY KEY,
  -- SHA-256 of the bytes; null for what came before orders had a name here.
  id TEXT UNIQUE,
  change TEXT NOT NULL,
  scope TEXT NOT NULL,
  bytes BLOB NOT NULL,
  signature BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'received', 'refused', 'listed')),
  code TEXT,
  UNIQUE (change, bytes)
) STRICT;
CREATE INDEX erasure_order_waiting ON erasure_order (scope, key) WHERE state = 'waiting';
INSERT INTO erasure_order (change, scope, bytes, signature, received_at, state)
  SELECT change, '', bytes, signature, received_at, 'listed' FROM erasure;

DROP TRIGGER change_is_never_altered;
DROP TABLE erasure;
CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change
WHEN NOT (
  NEW.body IS NULL AND OLD.seq = NEW.seq AND OLD.id = NEW.id AND OLD.record_key = NEW.record_key
  AND OLD.chain_key = NEW.chain_key AND OLD.n = NEW.n AND OLD.header = NEW.header AND OLD.signature IS NEW.signature
  AND OLD.at = NEW.at AND OLD.author = NEW.author AND OLD.received_at = NEW.received_at
  AND EXISTS (SELECT 1 FROM erasure_order WHERE erasure_order.change = lower(hex(OLD.id)))
)
BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END;

-- Files that nothing names any more since a body went; their bytes lie in the other database and go after this commit.
CREATE TABLE file_to_clear (hash TEXT NOT NULL PRIMARY KEY) STRICT;
`;
