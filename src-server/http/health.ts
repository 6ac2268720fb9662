// Whether the process lives, whether it can serve, and its counts.

import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { BlobFiles } from '../blobs/blob-files.ts';
import { centreScope } from '../database/tables.ts';
import type { Centre } from '../sync/centre.ts';
import type { Metrics } from './metrics.ts';

export function registerHealth(
  server: FastifyInstance,
  { centre, metrics, files }: { readonly centre: Centre; readonly metrics: Metrics; readonly files: BlobFiles },
): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.get('/health', () => ({ status: 'ok' }));
  server.get('/ready', async (_request, reply) => {
    if (isClosing) return reply.status(503).send({ status: 'closing' });
    if (!(await isServing(centre))) return reply.status(503).send({ status: 'no database' });
    return (await hasFiles(files)) ? { status: 'ok' } : reply.status(503).send({ status: 'no blob store' });
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

/** ms within which a place of files that has not answered counts as out of reach. */
const filePatience = 3_000;

async function hasFiles(files: BlobFiles): Promise<boolean> {
  return Promise.race([files.isReachable(), setTimeout(filePatience, false, { ref: false })]);
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
