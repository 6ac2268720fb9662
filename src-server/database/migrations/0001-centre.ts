// The centre's database, version 1. The key of every table begins with its scope, and no transaction touches two, so that
// the tables can be spread over several machines by scope. What belongs to no station lives in the scope `@centre`,
// a name that no station can have. `change` and `log` are what is true and only ever grow.

type Words = {
  readonly dialect: 'sqlite' | 'postgres';
  readonly bytes: string;
  readonly integer: string;
  readonly text: string;
  readonly strict: string;
};

/** Stations and communities as a tree, and where the log of each ends. */
function scopes({ integer, text, bytes, strict, dialect }: Words): readonly string[] {
  // Heads are updated with every push: half-empty pages keep the new version of a row beside the old one.
  const hot =
    dialect === 'postgres'
      ? ' WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0)'
      : strict;
  return [
    `CREATE TABLE scope (
      scope ${text} NOT NULL PRIMARY KEY, parent ${text}, name ${text} NOT NULL, created_at ${integer} NOT NULL
    )${strict}`,
    `CREATE TABLE log_head (
      scope ${text} NOT NULL PRIMARY KEY, seq ${integer} NOT NULL, chain ${bytes} NOT NULL
    )${hot}`,
    `CREATE TABLE log (
      scope ${text} NOT NULL, seq ${integer} NOT NULL, kind ${text} NOT NULL, subject ${bytes} NOT NULL,
      chain ${bytes} NOT NULL, PRIMARY KEY (scope, seq)
    )${strict}`,
  ];
}

/** Bytes as their authors wrote them. `seq` is the place in the log of this scope. */
function changes({ integer, text, bytes, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE change (
      scope ${text} NOT NULL, id ${bytes} NOT NULL, seq ${integer} NOT NULL, record ${text} NOT NULL,
      device ${text} NOT NULL, incarnation ${text} NOT NULL, n ${integer} NOT NULL, prev ${bytes},
      header ${bytes} NOT NULL, body ${bytes}, signature ${bytes}, review ${text},
      received_at ${integer} NOT NULL, received_from ${text} NOT NULL, PRIMARY KEY (scope, id)
    )${strict}`,
    'CREATE INDEX change_by_chain ON change (scope, device, incarnation, n)',
    'CREATE INDEX change_by_record ON change (scope, record)',
    `CREATE TABLE erasure (
      scope ${text} NOT NULL, id ${bytes} NOT NULL, seq ${integer} NOT NULL, change ${bytes} NOT NULL,
      order_bytes ${bytes} NOT NULL, signature ${bytes} NOT NULL, PRIMARY KEY (scope, id)
    )${strict}`,
    `CREATE TABLE place (
      scope ${text} NOT NULL, record ${text} NOT NULL, place ${text} NOT NULL, PRIMARY KEY (scope, record)
    )${strict}`,
    'CREATE INDEX place_by_record ON place (record)',
    `CREATE TABLE fork (
      scope ${text} NOT NULL, device ${text} NOT NULL, incarnation ${text} NOT NULL, n ${integer} NOT NULL,
      found_at ${integer} NOT NULL, PRIMARY KEY (scope, device, incarnation, n)
    )${strict}`,
    `CREATE TABLE refused (
      scope ${text} NOT NULL, id ${bytes} NOT NULL, device ${text} NOT NULL, code ${text} NOT NULL,
      facts ${text} NOT NULL, header ${bytes} NOT NULL, body ${bytes}, signature ${bytes}, state ${text} NOT NULL,
      first_at ${integer} NOT NULL, last_at ${integer} NOT NULL, PRIMARY KEY (scope, id)
    )${strict}`,
    'CREATE INDEX refused_by_device ON refused (scope, device)',
    `CREATE TABLE receipt (
      scope ${text} NOT NULL, device ${text} NOT NULL, ids ${bytes} NOT NULL, bytes ${bytes} NOT NULL,
      signature ${bytes} NOT NULL, at ${integer} NOT NULL, PRIMARY KEY (scope, device, ids)
    )${strict}`,
    `CREATE TABLE blob (
      scope ${text} NOT NULL, hash ${bytes} NOT NULL, bytes ${integer} NOT NULL, received_at ${integer} NOT NULL,
      received_from ${text} NOT NULL, PRIMARY KEY (scope, hash)
    )${strict}`,
  ];
}

/** What is the centre's own; its scope is always `@centre`. */
function centre({ integer, text, bytes, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE identity (
      scope ${text} NOT NULL PRIMARY KEY, centre ${text} NOT NULL, seed ${bytes} NOT NULL, created_at ${integer} NOT NULL
    )${strict}`,
    `CREATE TABLE epoch (
      scope ${text} NOT NULL, ordinal ${integer} NOT NULL, epoch ${text} NOT NULL, marker ${text} NOT NULL,
      reason ${text} NOT NULL, began_at ${integer} NOT NULL, PRIMARY KEY (scope, ordinal)
    )${strict}`,
    `CREATE TABLE device (
      scope ${text} NOT NULL, device ${text} NOT NULL, home ${text} NOT NULL, name ${text} NOT NULL,
      public_key ${bytes} NOT NULL, software ${text} NOT NULL, state ${text} NOT NULL, reason ${text} NOT NULL,
      enrolled_at ${integer} NOT NULL, changed_at ${integer} NOT NULL, seen_at ${integer} NOT NULL,
      PRIMARY KEY (scope, device)
    )${strict}`,
    `CREATE TABLE access (
      scope ${text} NOT NULL, device ${text} NOT NULL, target ${text} NOT NULL, PRIMARY KEY (scope, device, target)
    )${strict}`,
    `CREATE TABLE invite (
      scope ${text} NOT NULL, code ${bytes} NOT NULL, target ${text} NOT NULL, for_device ${text}, note ${text} NOT NULL,
      created_at ${integer} NOT NULL, expires_at ${integer} NOT NULL, used_at ${integer}, used_by ${text},
      PRIMARY KEY (scope, code)
    )${strict}`,
    `CREATE TABLE assertion (
      scope ${text} NOT NULL, hash ${bytes} NOT NULL, expires_at ${integer} NOT NULL, PRIMARY KEY (scope, hash)
    )${strict}`,
    'CREATE INDEX assertion_by_expiry ON assertion (scope, expires_at)',
  ];
}

/** A body alone may go, once, by an order of erasure; nothing else of a change or of the log is ever altered. */
function guards(dialect: Words['dialect']): readonly string[] {
  if (dialect === 'sqlite')
    return [
      `CREATE TRIGGER change_only_loses_its_body BEFORE UPDATE ON change
       WHEN new.body IS NOT NULL OR old.body IS NULL OR old.scope <> new.scope OR old.id <> new.id
         OR old.seq <> new.seq OR old.header <> new.header OR old.signature IS NOT new.signature
       BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END`,
      `CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
       BEGIN SELECT RAISE(ABORT, 'a change is never removed'); END`,
      `CREATE TRIGGER log_is_never_altered BEFORE UPDATE ON log
       BEGIN SELECT RAISE(ABORT, 'the log is never altered'); END`,
      `CREATE TRIGGER log_is_never_removed BEFORE DELETE ON log
       BEGIN SELECT RAISE(ABORT, 'the log is never removed'); END`,
    ];
  return [
    `CREATE FUNCTION refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '% is never altered or removed', TG_TABLE_NAME; END $$`,
    `CREATE TRIGGER change_only_loses_its_body BEFORE UPDATE ON change FOR EACH ROW
     WHEN (new.body IS NOT NULL OR old.body IS NULL OR old.scope <> new.scope OR old.id <> new.id
       OR old.seq <> new.seq OR old.header <> new.header OR old.signature IS DISTINCT FROM new.signature)
     EXECUTE FUNCTION refuse_alteration()`,
    `CREATE TRIGGER change_is_never_removed BEFORE DELETE OR TRUNCATE ON change
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration()`,
    `CREATE TRIGGER log_is_never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration()`,
  ];
}

export function statements(words: Words): readonly string[] {
  return [...scopes(words), ...changes(words), ...centre(words), ...guards(words.dialect)];
}
