// Whether the process lives, whether it can serve, and its counts.

import type { FastifyInstance } from 'fastify';
import { centreScope } from '../database/tables.ts';
import type { Centre } from '../sync/centre.ts';
import type { Metrics } from './metrics.ts';

export function registerHealth(
  server: FastifyInstance,
  { centre, metrics }: { readonly centre: Centre; readonly metrics: Metrics },
): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.get('/health', () => ({ status: 'ok' }));
  server.get('/ready', async (_request, reply) => {
    if (isClosing) return reply.status(503).send({ status: 'closing' });
    return (await isServing(centre)) ? { status: 'ok' } : reply.status(503).send({ status: 'no database' });
  });
  server.get('/metrics', (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8');
    const gauges = {
      process_resident_memory_bytes: process.memoryUsage().rss,
      case_desk_uptime_seconds: process.uptime(),
    };
    return metrics.text(gauges);
  });
}

async function isServing(centre: Centre): Promise<boolean> {
  try {
    await centre.database.reading.tables
      .selectFrom('identity')
      .select('centre')
      .where('scope', '=', centreScope)
      .execute();
    return true;
  } catch {
    return false; // Whatever it is, this process cannot serve now.
  }
}
