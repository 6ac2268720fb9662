// The desk's database: forms of superiors that are filled every month, with what their cells are bound to.

export const sql = `
CREATE TABLE template (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes BLOB NOT NULL,
  bindings TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;
`;
