// One ledger on its way through the wizard: the file as the service read it, the columns as the person named them, and the
// jobs that judge and import it.

import { useState } from 'react';
import type { ImportCheckView, ImportFileView } from '../../src-shared/contract/import-views.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';

export const stages = ['file', 'columns', 'check', 'import'] as const;
export type Stage = (typeof stages)[number];

/** With .xls, so that it can be chosen and the desk says what to do with it. */
const endings = ['xlsx', 'xlsm', 'csv', 'txt', 'tsv', 'xls'];

/** Lines taken out of the good ones, and duplicates taken in all the same. */
export type LineChoice = { readonly except: ReadonlySet<number>; readonly also: ReadonlySet<number> };
const noChoice: LineChoice = { except: new Set(), also: new Set() };

export type Importing = ReturnType<typeof useImport>;

export function useImport(kind: string) {
  const { calls, cache, queries, shell } = useDesk();
  const { t } = useWords();
  const [stage, setStage] = useState<Stage>('file');
  const [view, setView] = useState<ImportFileView | null>(null);
  const [mapping, setMapping] = useState<ImportMapping>({ columns: {}, fixed: {} });
  const [check, setCheck] = useState<ImportCheckView | null>(null);
  const [choice, setChoice] = useState(noChoice);
  const [jobs, setJobs] = useState<{ readonly check: string | null; readonly run: string | null }>({
    check: null,
    run: null,
  });

  const show = (read: ImportFileView | null) => {
    if (read === null) return;
    setView(read);
    setMapping(read.mapping);
    setStage('columns');
  };
  const read = useCall(async (given: File | null) => {
    const file = given ?? (await shell.openFile({ label: t('imports.ledger'), endings }));
    return file === null ? null : calls.imports.read({ kind, file });
  }, show);
  const table = useCall(
    (chosen: { sheet: number; line?: number }) => calls.imports.table({ id: view?.id ?? '', ...chosen }),
    show,
  );
  const checking = useCall(
    () => calls.imports.check({ id: view?.id ?? '', mapping: toSent(mapping) }),
    ({ job }) => {
      setJobs({ check: job, run: null });
      setCheck(null);
      setChoice(noChoice);
      setStage('check');
    },
  );
  const checkJob = useJob(jobs.check, async (job: JobView) => {
    if (job.state !== 'done' || view === null) return;
    await cache.invalidateQueries({ queryKey: queries.imports.key() });
    setCheck(await calls.imports.checked({ id: view.id }));
    // What it found is shown here; nobody need be told that it has ended.
    await calls.jobs.dismiss({ id: job.id });
  });
  const running = useCall(
    () => calls.imports.run({ id: view?.id ?? '', except: [...choice.except], also: [...choice.also] }),
    ({ job }) => {
      setJobs({ ...jobs, run: job });
      setStage('import');
    },
  );
  const runJob = useJob(jobs.run, () => cache.invalidateQueries({ queryKey: queries.imports.key() }));
  const restart = () => {
    setView(null);
    setStage('file');
    setJobs({ check: null, run: null });
  };
  return {
    stage,
    setStage,
    view,
    mapping,
    setMapping,
    check,
    choice,
    setChoice,
    read,
    table,
    checking,
    checkJob,
    running,
    runJob,
    restart,
  };
}

/** The contract takes lists that may be written to. */
function toSent({ columns, fixed }: ImportMapping) {
  const entries = Object.entries(columns).map(([index, paths]): [string, string[]] => [index, [...paths]]);
  return { columns: Object.fromEntries(entries), fixed: { ...fixed } };
}
