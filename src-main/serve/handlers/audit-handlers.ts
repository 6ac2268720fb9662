// The log: read, verified, exported, archived.

import { ok } from '../../../src-shared/base/result.ts';
import { archiveLog } from '../../audit/archive-log.ts';
import { auditChoices, auditPage } from '../../audit/audit-page.ts';
import { checkLog } from '../../audit/check-log.ts';
import { exportLog } from '../../audit/export-log.ts';
import { logKeeping, setLogKept } from '../../audit/log-keeping.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { audit } = contract;
const unwatched = { signal: new AbortController().signal, progress: () => undefined };

export const auditHandlers = {
  page: audit.page.handler(forPerson(auditPage)),
  choices: audit.choices.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(auditChoices(desk, person));
  }),
  verify: audit.verify.handler(async ({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(await checkLog(desk, person, context.host.place().directory, unwatched));
  }),
  export: audit.export.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const job = context.host.jobs.start({ kind: 'audit_export', account: person.id }, async (run) => {
      const made = await exportLog(desk, person, input, run);
      if (!made.ok) return made;
      const { lines, sha256, archivedTo, ...file } = made.value;
      return ok({ facts: { lines, sha256, archivedTo }, file });
    });
    return { job };
  }),
  keeping: audit.keeping.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(logKeeping(desk, person));
  }),
  setKept: audit.setKept.handler(forPerson(setLogKept)),
  archive: audit.archive.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const { directory } = context.host.place();
    const job = context.host.jobs.start({ kind: 'audit_archive', account: person.id }, async (run) => {
      const archived = await archiveLog(desk, person, { directory, ...input }, run);
      return archived.ok ? ok({ facts: archived.value }) : archived;
    });
    return { job };
  }),
};
