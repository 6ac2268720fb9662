// The pages of the log that an answer carries: from where the desk stands, else from the last place that both logs share,
// else from the beginning, up to where the log ended when the answer was begun (U15).

import { assert, required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import type { BundleRequests } from '../../src-shared/bundles/requests.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { standingOf } from '../../src-shared/sync/centre/what-follows.ts';
import { commonPoint } from '../../src-shared/sync/format/checkpoints.ts';
import type { Standing } from '../../src-shared/sync/format/compare-cursor.ts';
import type { NumberedItem } from '../../src-shared/sync/format/item.ts';
import type { ChainPoint, LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { encodePage } from '../../src-shared/sync/format/page.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Centre } from '../sync/centre.ts';
import { readItems } from '../sync/read-items.ts';
import { readLog } from '../sync/read-log.ts';

export type LogStretch = {
  /** Where the log ended. */
  readonly head: LogPoint;
  /** Where the desk says it is; null where it names no place. */
  readonly asked: LogPoint | null;
  /** What the log says of that place. */
  readonly standing: Standing;
  /** The place after which the pages begin. */
  readonly from: ChainPoint;
  /** The last place both logs share; null where they share nothing. */
  readonly common: ChainPoint | null;
};

type Asked = Pick<BundleRequests, 'cursors' | 'checkpoints'>;

/** What is to be read for one scope. A desk that names no place in it begins at the beginning. */
export async function stretchFor(
  centre: Centre,
  scope: ScopeId,
  { cursors, checkpoints }: Asked,
): Promise<Result<LogStretch, Problem>> {
  const asked = cursors.find((point) => point.scope === scope) ?? null;
  const earlier = checkpoints.find((points) => points.scope === scope)?.points ?? [];
  const points: readonly ChainPoint[] = asked === null ? earlier : [asked, ...earlier];
  const log = await readLog(
    centre,
    scope,
    points.map(({ seq }) => seq),
  );
  if (!log.ok) return log;
  const { head, chainAt } = log.value;
  const common = commonPoint(points, chainAt);
  const from = common ?? { seq: 0, chain: required(chainAt(0), 'every log has a beginning') };
  return ok({
    head,
    asked,
    standing: standingOf(asked, log.value),
    from: placeOf(from),
    common: common === null ? null : placeOf(common),
  });
}

function placeOf({ seq, chain }: ChainPoint): ChainPoint {
  return { seq, chain };
}

export function toLogAnswer({ standing, asked, common }: LogStretch): BundleAnswers['logs'][number] {
  return { standing, asked, common };
}

export type AnswerPage = { readonly bytes: Uint8Array; readonly items: readonly NumberedItem[] };

/** One page at a time, none larger than over the network. */
export async function* pagesOf(centre: Centre, { head, from: start }: LogStretch): AsyncGenerator<AnswerPage> {
  const { scope, epoch } = head;
  let from = start;
  while (from.seq < head.seq) {
    const upTo = Math.min(from.seq + syncLimits.pageEntries, head.seq);
    const stretch = { scope, from: from.seq, upTo, bytes: syncLimits.pageBytes };
    const { items, last } = await readItems(centre.database.reading, stretch);
    assert(last !== null, 'a log has every entry up to its head');
    const to = { seq: last.seq, chain: last.chain };
    const standing = { scope, epoch, head: { seq: head.seq, chain: head.chain }, there: from.chain };
    yield { bytes: encodePage({ standing, from: from.seq, to, at: centre.now(), items }), items };
    from = to;
  }
}
