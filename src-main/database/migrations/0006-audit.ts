// The desk's database, version 5: the log is read by person, by act, by record and by day, newest first, however long it is.

export const sql = `
CREATE INDEX audit_by_account ON audit (account);
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_record ON audit (record) WHERE record <> '';
CREATE INDEX audit_by_time ON audit (at);
`;
