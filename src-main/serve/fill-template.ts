// Fills a superior's form as a job; it is in the log before anybody has the file.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { TemplateFilling } from '../../src-shared/contract/template-inputs.ts';
import { logReading } from '../records/log-reading.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';
import { xlsxMedia } from './media-types.ts';
import { filledTemplateInThread } from './register-thread.ts';

/** Starts the job; gives its id. Problem `desk_locked`. */
export function fillTemplate(
  host: DeskHost,
  session: DeskSession,
  request: TemplateFilling,
): Result<{ readonly job: string }, Problem> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, person } = keys.value;
  const deskKey = Uint8Array.from(keys.value.deskKey);
  const place = { ...host.place(), deskKey, account: person.id, now: host.now() };
  const job = host.jobs.start({ kind: 'template_fill', account: person.id }, async (run) => {
    const filled = await filledTemplateInThread(place, request, run).finally(() => deskKey.fill(0));
    if (!filled.ok) return filled;
    const { name, bytes, cells, empty, approximate } = filled.value;
    const logged = logReading(desk, person, 'template_filled', '', { name, period: request.period });
    if (!logged.ok) return logged;
    const file = { name: `${name}.xlsx`, mediaType: xlsxMedia, bytes };
    return ok({ facts: { cells, empty, approximate }, file });
  });
  return ok({ job });
}
