// The desk's database, version 11: the search index brings its pieces together when it is told to, a few at each commit, and
// not by itself, many at once. Only far more pieces than there ever should be are merged without being asked.

export const sql = `
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 200);
`;
