// The desk's database, version 10: old lines of the log may go once an anchor says where they are. What an anchor does not
// cover, and what is younger than six months (184 days, 网络安全法 art. 21) by the PC's own clock, cannot be removed at all.

export const sql = `
CREATE TABLE audit_anchor (
  -- The lines that lie in the archive, by number; the next anchor begins where this one ends.
  last INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  -- Hash of the line before the first, and of the last.
  before BLOB NOT NULL CHECK (length(before) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- SHA-256 of the archive file.
  file BLOB NOT NULL CHECK (length(file) = 32),
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  -- Number of the line that tells of it.
  logged INTEGER NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TRIGGER anchor_is_never_altered BEFORE UPDATE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'an anchor of the log is never altered'); END;
CREATE TRIGGER anchor_is_never_removed BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'an anchor of the log is never removed'); END;
CREATE TRIGGER anchor_covers_old_lines_only BEFORE INSERT ON audit_anchor
WHEN NEW.first <> coalesce((SELECT max(last) FROM audit_anchor), 0) + 1
  OR NOT EXISTS (SELECT 1 FROM audit WHERE seq = NEW.last AND hash = NEW.hash)
  OR EXISTS (
    SELECT 1 FROM audit WHERE seq <= NEW.last AND at > min(NEW.at, unixepoch() * 1000) - 184 * 86400000
  )
BEGIN SELECT RAISE(ABORT, 'an anchor covers the oldest lines of the log, and none of the last six months'); END;

DROP TRIGGER audit_is_never_removed;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
WHEN OLD.seq > coalesce((SELECT max(last) FROM audit_anchor), 0) OR OLD.at > (unixepoch() - 184 * 86400) * 1000
BEGIN SELECT RAISE(ABORT, 'the log is never removed'); END;
CREATE TRIGGER audit_goes_on_after_its_anchor BEFORE INSERT ON audit
WHEN NEW.seq <= coalesce((SELECT max(last) FROM audit_anchor), 0)
BEGIN SELECT RAISE(ABORT, 'these lines of the log lie in an archive'); END;
`;
