// Imports of ledgers: what a window has open is its own; judging, importing and taking back are long work.

import type { Problem } from '../../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../../src-shared/base/result.ts';
import { importLimits } from '../../imports/import-limits.ts';
import { pastImports, recordsLeft, viewCheck, viewImport, viewLines } from '../../imports/import-views.ts';
import { judgeImport } from '../../imports/judge-import.ts';
import { chooseTable, openImport } from '../../imports/open-import.ts';
import type { OpenImport } from '../../imports/open-imports.ts';
import { rejectedFile } from '../../imports/rejected-file.ts';
import { runImport } from '../../imports/run-import.ts';
import { undoImport } from '../../imports/undo-import.ts';
import { readerStyle } from '../../records/reader-style.ts';
import { answer, asPerson, type CallContext, contract } from '../call-context.ts';
import { thisMachineClocks } from '../this-clocks.ts';
import { forPerson } from './record-handlers.ts';

const { imports } = contract;

/** Reading is short enough to wait for. */
const waited = { signal: new AbortController().signal, progress: () => undefined };

function opened(context: CallContext, id: string): OpenImport {
  const { person } = asPerson(context);
  return answer(context.session.imports.get(person.id, id));
}

function kept(context: CallContext, open: OpenImport) {
  context.session.imports.put(open);
  return viewImport(open);
}

/** Two imports at a time would find each other's records only after both were written. */
function alone({ host }: CallContext): Result<null, Problem> {
  return host.jobs.isRunning('import') || host.jobs.isRunning('import_undo')
    ? err({ code: 'import_running' })
    : ok(null);
}

export const importHandlers = {
  read: imports.read.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const { name, size } = input.file;
    if (size > importLimits.fileBytes)
      answer(err({ code: 'import_too_large', facts: { megabytes: importLimits.fileBytes / 1024 / 1024 } }));
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    return kept(context, answer(await openImport(desk, person, { kind: input.kind, name, bytes }, waited)));
  }),
  table: imports.table.handler(({ context, input }) => {
    const { desk } = asPerson(context);
    return kept(context, answer(chooseTable(desk, opened(context, input.id), input)));
  }),
  check: imports.check.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const open = opened(context, input.id);
    const { session, host } = context;
    const job = host.jobs.start({ kind: 'import_check', account: person.id }, async (run) => {
      const judged = await judgeImport(desk, person, open, input.mapping, run);
      if (!judged.ok) return judged;
      session.imports.put(judged.value);
      const view = viewCheck(judged.value);
      return view.ok ? ok({ facts: { ...view.value.counts } }) : view;
    });
    return { job };
  }),
  checked: imports.checked.handler(({ context, input }) => answer(viewCheck(opened(context, input.id)))),
  lines: imports.lines.handler(({ context, input }) => answer(viewLines(opened(context, input.id), input))),
  run: imports.run.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    answer(alone(context));
    const open = opened(context, input.id);
    const { host } = context;
    const job = host.jobs.start({ kind: 'import', account: person.id }, async (run) => {
      const imported = await runImport(desk, person, open, input, { ...run, steady: thisMachineClocks.steady });
      return imported.ok
        ? ok({
            facts: { import: imported.value.id, imported: imported.value.imported, refused: imported.value.refused },
          })
        : imported;
    });
    return { job };
  }),
  rejected: imports.rejected.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const open = opened(context, input.id);
    const { language } = readerStyle(desk.database.reading, person);
    const { name, mediaType, bytes } = answer(await rejectedFile(open, input.format, language));
    return new File([bytes], name, { type: mediaType });
  }),
  past: imports.past.handler(forPerson(pastImports)),
  left: imports.left.handler(forPerson((desk, person, { id }) => recordsLeft(desk, person, id))),
  undo: imports.undo.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    answer(alone(context));
    const { host } = context;
    const job = host.jobs.start({ kind: 'import_undo', account: person.id }, async (run) => {
      const taken = await undoImport(desk, person, input.id, { ...run, steady: thisMachineClocks.steady });
      return taken.ok ? ok({ facts: { import: input.id, ...taken.value } }) : taken;
    });
    return { job };
  }),
};
