// Statements that come again are parsed and planned once by each connection to PostgreSQL: they get a name at their second
// use. Texts that differ with every push (a list of another length) stay without one, since a name is never given back.

import type pg from 'pg';

/** Names of one process at most, and the longest text that gets one. */
const mostNames = 300;
const longestText = 20_000;
const candidatesKept = 1_000;

/** What Kysely needs of a pool. */
export type NamedPool = { readonly options: object; connect(): Promise<pg.PoolClient>; end(): Promise<void> };

export function withNamedStatements(pool: pg.Pool): NamedPool {
  const clients = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const nameOf = createNames();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? withNames(client, nameOf);
      clients.set(client, known);
      return known;
    },
  };
}

function createNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames || text.length > longestText) return known;
    if (seen.delete(text)) names.set(text, `s${names.size + 1}`);
    else seen.add(text);
    if (seen.size > candidatesKept) seen.clear();
    return names.get(text);
  };
}

/** Statements without values go as they are: `begin` and `commit` take one message so. */
function withNames(client: pg.PoolClient, nameOf: (text: string) => string | undefined): pg.PoolClient {
  const query = (text: string, values: readonly unknown[] = []) => {
    const name = values.length === 0 ? undefined : nameOf(text);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
