// The desk's database, version 9: what was measured, added up by day, so that a figure of a month, of a year or of everything
// up to a day is a walk over as many rows as there are days, however many records there are. Triggers keep it true to
// `measured` in whatever way that is written.

export const sql = `
CREATE TABLE measured_day (
  measure_key INTEGER NOT NULL REFERENCES measure (key),
  day INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  -- Counted amounts that make it up, and how many of them are floors.
  parts INTEGER NOT NULL,
  approximate INTEGER NOT NULL,
  PRIMARY KEY (measure_key, day)
) STRICT, WITHOUT ROWID;

INSERT INTO measured_day (measure_key, day, amount, parts, approximate)
  SELECT measure_key, day, sum(amount), count(*), sum(approximate) FROM measured GROUP BY measure_key, day;

CREATE TRIGGER measured_comes AFTER INSERT ON measured BEGIN
  INSERT INTO measured_day (measure_key, day, amount, parts, approximate)
    VALUES (new.measure_key, new.day, new.amount, 1, new.approximate)
    ON CONFLICT (measure_key, day) DO UPDATE SET
      amount = amount + excluded.amount, parts = parts + 1, approximate = approximate + excluded.approximate;
END;

CREATE TRIGGER measured_goes AFTER DELETE ON measured BEGIN
  UPDATE measured_day SET amount = amount - old.amount, parts = parts - 1, approximate = approximate - old.approximate
    WHERE measure_key = old.measure_key AND day = old.day;
  DELETE FROM measured_day WHERE measure_key = old.measure_key AND day = old.day AND parts = 0;
END;

CREATE TRIGGER measured_changes AFTER UPDATE ON measured BEGIN
  SELECT raise(ABORT, 'what was measured is deleted and measured anew');
END;
`;
