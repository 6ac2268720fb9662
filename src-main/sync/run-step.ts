// Carries one step out: asks the centre, and gives what its answer has changed on the desk.

import { assertNever } from '../../src-shared/base/assert.ts';
import { comparable } from '../../src-shared/sync/desk/fact-changes.ts';
import type { Begin } from '../../src-shared/sync/desk/next-step.ts';
import { patience } from '../../src-shared/sync/desk/next-step.ts';
import type { PartsReading } from '../../src-shared/sync/desk/read-page.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { protocolVersion as protocol } from '../../src-shared/sync/format/messages.ts';
import type { CentreKey } from '../../src-shared/sync/format/statement.ts';
import type { Desk } from '../records/desk.ts';
import { chainBytes, storedChains } from '../stores/change-store.ts';
import { readScope } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing, type Of } from './arrival.ts';
import { carryBlob } from './blobs/carry-blob.ts';
import type { Called, CallFailure, CentreClient } from './centre-calls.ts';
import type { CentreLink } from './centre-link.ts';
import { makePush } from './make-push.ts';
import type { ClockWatch } from './note-clock.ts';
import { noteSent } from './note-sent.ts';
import type { PageReader } from './page-reader.ts';
import type { PagesAhead } from './pages-ahead.ts';
import type { SyncClocks } from './sync-clocks.ts';
import { takeFetch } from './take-fetch.ts';
import { endReoffer, takeLocate } from './take-locate.ts';
import { type Pace, takePage } from './take-page.ts';
import { takePoll } from './take-poll.ts';
import { installSnapshot, takeManifest, takeSnapshotPart } from './take-snapshot.ts';
import { takeHave, takeOffer, takePush, takeReoffer } from './take-verdicts.ts';

export type StepTools = {
  readonly desk: Desk;
  readonly link: CentreLink;
  readonly key: CentreKey;
  readonly reader: PageReader;
  readonly ahead: PagesAhead;
  readonly pace: Pace;
  readonly clocks: Pick<SyncClocks, 'wall' | 'steady'>;
  readonly clock: ClockWatch;
};

export type Ran = { readonly arrival: Arrival; readonly failure: CallFailure | null };

export function runStep(tools: StepTools, step: Begin): Promise<Ran> {
  const { desk, key } = tools;
  switch (step.step) {
    case 'poll':
      return poll(tools, step);
    case 'locate':
      return ask(
        tools,
        step,
        ({ locate }) => locate({ protocol, scope: step.scope, checkpoints: [...step.checkpoints] }),
        (answer) => takeLocate(desk, step, answer),
      );
    case 'have':
      return ask(
        tools,
        step,
        ({ have }) => have({ protocol, scope: step.scope, chains: chainsToAsk(step) }),
        (answer) => takeHave(desk, step, answer),
      );
    case 'offer':
      return ask(
        tools,
        step,
        ({ offer }) => offer({ protocol, scope: step.scope, ids: [...step.ids] }),
        (answer) => takeOffer(desk, step.scope, step.ids, answer, key),
      );
    case 'snapshot':
      return ask(
        tools,
        step,
        ({ snapshot }) => snapshot({ protocol, scope: step.scope }),
        (answer) => takeManifest(desk, step, answer, key),
      );
    case 'pull':
      return pull(tools, step);
    case 'fetch':
      return ask(
        tools,
        step,
        ({ fetch }) => fetch({ protocol, scope: step.scope, ids: [...step.ids] }),
        async (answer) => takeFetch(desk, step, await bytesOf(answer)),
      );
    case 'snapshot_part':
      return snapshotPart(tools, step);
    case 'install_snapshot':
      return done(installSnapshot(desk, step, tools.reader, tools.pace));
    case 'push':
      return push(tools, step);
    case 'reoffer':
      return reoffer(tools, step);
    case 'end_reoffer':
      return done(Promise.resolve(endReoffer(desk, step.scope)));
    case 'upload':
    case 'download':
      return carryBlob(desk, step.hash, tools.link);
    default:
      return assertNever(step, 'step');
  }
}

function poll(tools: StepTools, step: Of<'poll'>): Promise<Ran> {
  const { desk, clocks, clock } = tools;
  const incarnations = [desk.device.chain.current.incarnation];
  const begun = clocks.steady();
  return ask(
    tools,
    step,
    (client) => client.poll({ protocol, cursors: [...step.cursors], incarnations }),
    (answer) => {
      const elapsed = clocks.steady() - begun;
      clock.sample({ wall: clocks.wall(), elapsed, centre: answer.at });
      return takePoll(desk, step, answer);
    },
  );
}

async function ask<T>(
  { link }: StepTools,
  step: Begin,
  call: (client: CentreClient) => Promise<T>,
  take: (answer: T) => Arrival | Promise<Arrival>,
): Promise<Ran> {
  const answer = await link.call(patience(step), call);
  return answer.ok ? { arrival: await take(answer.value), failure: null } : failed(answer);
}

function failed<T>(answer: Extract<Called<T>, { ok: false }>): Ran {
  return { arrival: nothing, failure: answer.failure };
}

async function done(arrival: Promise<Arrival>): Promise<Ran> {
  return { arrival: await arrival, failure: null };
}

async function bytesOf(document: Blob): Promise<Uint8Array> {
  return new Uint8Array(await document.arrayBuffer());
}

async function pull({ desk, link, reader, ahead, pace }: StepTools, step: Of<'pull'>): Promise<Ran> {
  const read = async (cursor: LogPoint): Promise<Called<PartsReading>> => {
    const answer = await link.call(patience(step), (client) => client.pull({ protocol, cursor }));
    return answer.ok ? { ok: true, value: await reader(await bytesOf(answer.value), cursor) } : answer;
  };
  const page = await ahead.page(step.cursor, read);
  if (!page.ok) return failed(page);
  ahead.begin(page.value, read);
  return done(takePage(desk, step.cursor.scope, page.value, pace));
}

/** A centre that does not have the part any more makes the desk ask for another snapshot. */
async function snapshotPart(tools: StepTools, step: Of<'snapshot_part'>): Promise<Ran> {
  const answer = await tools.link.call(patience(step), (client) =>
    client.snapshotPart({ protocol, scope: step.scope, sha256: step.sha256 }),
  );
  if (answer.ok) return done(bytesOf(answer.value).then((bytes) => takeSnapshotPart(tools.desk, step, bytes)));
  if (answer.failure.why === 'problem') takeSnapshotPart(tools.desk, step, null);
  return failed(answer);
}

async function push(tools: StepTools, step: Of<'push'>): Promise<Ran> {
  const { desk, key, link } = tools;
  // Without a token nothing goes out, so nothing is said to.
  const ready = await link.token();
  if (!ready.ok) return failed(ready);
  const made = makePush(desk, step.scope, step, step.orders);
  noteSent(desk, step.ids, made.damaged);
  if (made.sent.length === 0) return { arrival: { progress: made.damaged.length > 0 }, failure: null };
  const document = new Blob([new Uint8Array(made.document)]);
  return ask(
    tools,
    step,
    (client) => client.push(document),
    (answer) => takePush(desk, step.scope, { sent: made.sent, signed: step.sign }, answer, key),
  );
}

async function reoffer(tools: StepTools, step: Of<'reoffer'>): Promise<Ran> {
  const { desk, key } = tools;
  const offered = changesOfRange(desk, step);
  const ids = offered.map(({ id }) => id);
  if (ids.length === 0) return done(Promise.resolve(takeReoffer(desk, step, [], null, key)));
  return ask(
    tools,
    step,
    ({ offer }) => offer({ protocol, scope: step.scope, ids }),
    (answer) => takeReoffer(desk, step, offered, answer, key),
  );
}

/** One batch of a chain; changes with one number stay together, or the other would never be offered. */
function changesOfRange({ database: { reading } }: Desk, { scope, range, limit }: Of<'reoffer'>) {
  const chain = storedChains(reading).find(
    (one) => one.scope === scope && one.device === range.device && one.incarnation === range.incarnation,
  );
  if (chain === undefined || readScope(reading, scope)?.reoffer === null) return [];
  const rows = chainBytes(reading, chain.key, range.after, limit);
  const last = rows.at(-1);
  const isCut = rows.length === limit && rows.some(({ n }) => n !== last?.n);
  return isCut ? rows.filter(({ n }) => n !== last?.n) : rows;
}

function chainsToAsk({ chains }: Of<'have'>) {
  return comparable(chains).flatMap(({ id, ...chain }) => (id === null ? [] : [{ ...chain, id }]));
}
