import { expect, it } from 'vitest';
import { entriesOf } from '../../../src-shared/records/place.ts';
import { printDocument } from '../../../src-shared/records/print/print-document.ts';
import { readFixture, walkSample } from './kinds/walk-sample.ts';

const w12 = readFixture('found_item', 'w12-wallet');
const print = (context: ReturnType<typeof walkSample>['context'], document: string, entry?: string) =>
  printDocument({ context, document, entry, id: '01hzzzzzzz', pictureAddress: (address) => address });

it('where there is no entry yet, its paper is not yet to be had', () => {
  const fresh = walkSample({ ...w12, steps: [] }).context;
  expect(print(fresh, 'collection_receipt')).toEqual({
    ok: false,
    problem: { code: 'document_not_offered', facts: { document: '领取凭证' } },
  });
});

it('an entry must be named, for the print log says which receipt was printed, and none stands in for another', () => {
  const { context } = walkSample(w12);
  const [release] = entriesOf(context.content.releases);
  expect(print(context, 'collection_receipt', release?.id)).toMatchObject({ ok: true });
  for (const entry of [undefined, 'nobody'])
    expect(print(context, 'collection_receipt', entry)).toMatchObject({ problem: { code: 'document_needs_entry' } });
});
