// The desk's database, version 6: what reports count of each record, by day, so that a figure is a walk along one index.
// `measuring` says which declaration of a kind's measures the amounts follow; they are worked out anew when it changes.

export const sql = `
CREATE TABLE measuring (
  kind TEXT NOT NULL PRIMARY KEY,
  declared TEXT NOT NULL,
  -- Records of the kind with a key above this one are still to be measured; NULL when none are.
  after INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE measured (
  measure_key INTEGER NOT NULL REFERENCES measure (key),
  day INTEGER NOT NULL,
  record_key INTEGER NOT NULL REFERENCES record (key),
  nth INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  approximate INTEGER NOT NULL,
  PRIMARY KEY (measure_key, day, record_key, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX measured_by_record ON measured (record_key, measure_key);
`;
