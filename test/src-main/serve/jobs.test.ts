import { expect, test } from 'vitest';
import { type JobRun, Jobs } from '../../../src-main/serve/jobs.ts';
import { err, ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';

function openJobs() {
  const world = { time: 0, changes: 0, lines: [] as string[], ids: 0 };
  const jobs = new Jobs({
    steady: () => world.time,
    now: () => 1_700_000_000_000 + world.time,
    newId: () => {
      world.ids += 1;
      return `job-${world.ids}`;
    },
    changed: () => (world.changes += 1),
    log: (line) => world.lines.push(line),
  });
  return { jobs, world };
}

const what = { kind: 'import', account: 'li' } as const;
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a job tells how far it is and how long it will take, and keeps its file for the person who started it', async () => {
  const { jobs, world } = openJobs();
  const runs: JobRun[] = [];
  const end = Promise.withResolvers<void>();
  const id = jobs.start(what, async (run) => {
    runs.push(run);
    await end.promise;
    return ok({ facts: { rows: 10 }, file: { name: 'a.csv', mediaType: 'text/csv', bytes: new Uint8Array([1, 2]) } });
  });
  world.time = 2_000;
  runs[0]?.progress(2, 10);
  expect(jobs.list('li')).toMatchObject([{ id, state: 'running', done: 2, total: 10, timeLeft: 8_000 }]);
  expect(world.changes).toBe(2);
  end.resolve();
  await settled();
  expect(jobs.list('li')).toMatchObject([
    { state: 'done', facts: { rows: 10 }, timeLeft: null, file: { name: 'a.csv', size: 2 } },
  ]);
  expect(okValue(jobs.file('li', id)).bytes).toEqual(new Uint8Array([1, 2]));
});

test('another person sees nothing of it, cannot stop it and gets no file', async () => {
  const { jobs } = openJobs();
  const id = jobs.start(what, async () => ok({}));
  await settled();
  expect(jobs.list('wang')).toEqual([]);
  for (const answer of [jobs.cancel('wang', id), jobs.file('wang', id), jobs.dismiss('wang', id)])
    expect(answer).toEqual(err({ code: 'job_unknown' }));
});

test('cancelling asks the work to stop, and it is cancelled only when the work says so', async () => {
  const { jobs } = openJobs();
  const stopped = Promise.withResolvers<void>();
  const id = jobs.start(what, async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await stopped.promise;
    return err({ code: 'job_cancelled' });
  });
  okValue(jobs.cancel('li', id));
  await settled();
  expect(jobs.list('li')[0]?.state).toBe('running');
  expect(jobs.dismiss('li', id)).toEqual(err({ code: 'job_running' }));
  stopped.resolve();
  await settled();
  expect(jobs.list('li')[0]?.state).toBe('cancelled');
});

test('work that breaks fails with a reference, and the log says where and not what', async () => {
  const { jobs, world } = openJobs();
  const id = jobs.start(what, () => Promise.reject(new Error('黎明的身份证')));
  await settled();
  expect(jobs.list('li')).toMatchObject([
    { state: 'failed', problem: { code: 'desk_failed', facts: { reference: id } } },
  ]);
  expect(world.lines.join()).toContain(id);
  expect(world.lines.join()).not.toContain('黎明');
});

test('only the last twenty ended jobs are kept, and none that runs is forgotten', async () => {
  const { jobs } = openJobs();
  const running = jobs.start(what, () => new Promise(() => undefined));
  for (let count = 0; count < 25; count += 1) jobs.start(what, async () => ok({}));
  await settled();
  const ids = jobs.list('li').map(({ id }) => id);
  expect(ids).toHaveLength(21);
  expect(ids).toContain(running);
});

test('the end of the process cancels everything', async () => {
  const { jobs } = openJobs();
  const signals: AbortSignal[] = [];
  jobs.start(what, ({ signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  jobs.stop();
  expect(signals[0]?.aborted).toBe(true);
});
