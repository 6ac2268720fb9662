// What must hold for every kind and any content: nothing throws, nothing is lost, nothing fails without saying why.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../src-shared/records/check-record.ts';
import { codeLists } from '../../../src-shared/records/code-lists.ts';
import type { Content } from '../../../src-shared/records/content.ts';
import { contentToValues, valuesToContent } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { describeKind } from '../../../src-shared/records/describe-kind.ts';
import { holds } from '../../../src-shared/records/evaluate-condition.ts';
import { brokenInvariants } from '../../../src-shared/records/guard-conflicts.ts';
import type { Kind } from '../../../src-shared/records/kind.ts';
import { allKinds } from '../../../src-shared/records/kinds/all-kinds.ts';
import { maskContent } from '../../../src-shared/records/mask-content.ts';
import { scoreMatch } from '../../../src-shared/records/match-records.ts';
import { patchToOps } from '../../../src-shared/records/patch.ts';
import type { RecordContext } from '../../../src-shared/records/record-context.ts';
import { deadlinesOf } from '../../../src-shared/records/record-deadlines.ts';
import { registerTexts } from '../../../src-shared/records/register-row.ts';
import { searchTerms } from '../../../src-shared/records/search-terms.ts';
import { summarise } from '../../../src-shared/records/summary.ts';
import { leavesOf } from '../../../src-shared/records/visit-leaves.ts';
import { whatIsMissing } from '../../../src-shared/records/what-is-missing.ts';
import { stepsFrom } from '../../../src-shared/records/workflow-steps.ts';
import { arbitraryContent } from '../../support/arbitrary-content.ts';
import { okValue } from '../../support/ok-value.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { holdsFor } from '../../support/properties.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

const kinds = [parcel, ...allKinds].map((kind): [string, Kind] => [kind.key, kind]);

function contextOf(kind: Kind, content: Content, status: string): RecordContext {
  const values = new Map([...contentToValues(kind, content, countingIds()), ['status', status] as const]);
  return createRecordContext(kind, values, surroundings());
}

function forAnyRecord(kind: Kind, test: (context: RecordContext) => void): void {
  const status = fc.constantFrom(...Object.keys(kind.states), 'state-of-a-newer-version');
  holdsFor(40, fc.tuple(arbitraryContent(kind.fields), status), ([content, state]) =>
    test(contextOf(kind, content, state)),
  );
}

describe.each(kinds)('%s', (_, kind) => {
  it('is plain data', () => {
    const described = describeKind(kind, codeLists);
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });

  it('loses nothing between content and values', () => {
    forAnyRecord(kind, ({ stored, values }) => {
      const again = valuesToContent(kind, contentToValues(kind, stored, countingIds()));
      expect(again).toEqual({ content: stored, unknown: {} });
      expect(okValue(patchToOps(kind, values, stored, countingIds()))).toEqual([]);
    });
  });

  it('can be summed up, listed, searched and masked whatever is missing', () => {
    forAnyRecord(kind, (context) => {
      const { title, occurredAt, sortName } = summarise(context);
      expect([typeof title, typeof sortName]).toEqual(['string', 'string']);
      expect(occurredAt === null || /^\d{4}-\d{2}-\d{2}/.test(occurredAt)).toBe(true);
      const texts = [title, ...registerTexts(context, { for: 'register', language: 'zh' })].join('\n');
      expect(texts).not.toMatch(/undefined|null|\[object|NaN/);
      for (const { due, endsAt } of deadlinesOf(context)) expect(due <= endsAt).toBe(true);
      expect(scoreMatch(kind, context.content, context.content).score).toBeLessThanOrEqual(1);
    });
  });

  it('shows and indexes nothing sensitive to those who may not see it', () => {
    forAnyRecord(kind, ({ content }) => {
      const seen = maskContent(kind, content, { sees: 'internal' });
      const sensitive = leavesOf(kind.fields, content).filter(({ sensitivity }) => sensitivity === 'sensitive');
      expect(seen.masked).toEqual(sensitive.map(({ path }) => path).sort());
      const { names, texts, tails } = searchTerms(kind, content, '');
      expect(
        [...names, ...texts].filter((term) => term.includes('11010119000101009X') && !isOpenly(kind, content, term)),
      ).toEqual([]);
      expect(tails.every((tail) => tail.length <= 4)).toBe(true);
    });
  });

  it('says why whenever a guard, a step or an invariant does not hold', () => {
    forAnyRecord(kind, (context) => {
      for (const { guards } of kind.transitions) {
        for (const { when } of guards)
          expect(whatIsMissing(when, context.place, context).length > 0).toBe(!holds(when, context.place, context));
      }
      for (const { problems } of brokenInvariants(context)) expect(problems.length).toBeGreaterThan(0);
      for (const { allowed, problems } of stepsFrom(context)) expect(allowed).toBe(problems.length === 0);
    });
  });

  it('names a path for every wrong field', () => {
    forAnyRecord(kind, (context) => {
      for (const problem of checkRecord(kind, context.stored, context))
        expect(problem.path ?? problem.causes).toBeDefined();
    });
  });
});

function isOpenly(kind: Kind, content: Content, term: string): boolean {
  return leavesOf(kind.fields, content).some(({ value, sensitivity }) => value === term && sensitivity !== 'sensitive');
}
