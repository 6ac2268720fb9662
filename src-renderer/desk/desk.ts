// The window's side of the contract: typed calls, and the same calls as queries.

import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { DeskContract } from '../../src-shared/contract/desk.ts';
import type { Connection } from './connection.ts';
import { problemOf } from './desk-problem.ts';
import { createLeaving, type Leaving } from './leaving.ts';
import type { Shell } from './shell.ts';

export type DeskCalls = ContractRouterClient<DeskContract>;
export type DeskQueries = RouterUtils<DeskCalls>;

export type Desk = {
  /** Call and await: `desk.calls.records.edit({...})`. Throws; give what it throws to `problemOf`. */
  readonly calls: DeskCalls;
  /** For `useQuery(desk.queries.records.open.queryOptions({ input }))`. */
  readonly queries: DeskQueries;
  readonly cache: QueryClient;
  readonly connection: Connection;
  readonly shell: Shell;
  readonly leaving: Leaving;
};

function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The service is on this machine: whether the machine has a network says nothing. A local call that failed will
      // fail again, so nothing is repeated behind the person's back; events tell when something changed.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        gcTime: 5 * 60_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Calls as they are, and beside them word that the service has locked this window's session by itself. */
function tellingOfLock(link: Connection['link'], onLocked: () => void): Connection['link'] {
  return {
    async call(path, input, options) {
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (problemOf(error).code === 'desk_locked') onLocked();
        throw error;
      }
    },
  };
}

export function createDesk(connection: Connection, shell: Shell): Desk {
  const cache = createCache();
  const leaving = createLeaving();
  const onLocked = () => void cache.invalidateQueries({ queryKey: queries.desk.state.key() });
  const calls: DeskCalls = createORPCClient(tellingOfLock(connection.link, onLocked));
  const queries: DeskQueries = createTanstackQueryUtils(calls);
  return { calls, queries, cache, connection, shell, leaving };
}
