// Random content that fits a kind's types, from its declaration alone: what any form could have been filled with.

import fc from 'fast-check';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import type { Content } from '../../src-shared/records/content.ts';
import type { Field, Fields, LeafField } from '../../src-shared/records/field.ts';

const lists: Readonly<Record<string, object>> = codeLists;
const entryIds = ['e1', 'e2', 'e3'] as const;
const texts = [
  '黎女士',
  '舒某',
  '黑色皮钱包',
  '荆山陈夜市',
  '溪心桥',
  'Ａ１',
  '䶮 𠮷',
  '00',
  '—',
  '13800138000',
  '11010119000101009X',
];

/** Every field may be missing; entries have ids `e1` to `e3`. */
export function arbitraryContent(fields: Fields): fc.Arbitrary<Content> {
  const stored = Object.entries(fields).filter(([, field]) => !field.derived);
  const members = stored.map(([name, field]): [string, fc.Arbitrary<unknown>] => [name, arbitraryValue(field)]);
  return fc.record(Object.fromEntries(members), { requiredKeys: [] }).map((content) => content as Content);
}

function arbitraryValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'group':
      return arbitraryContent(field.fields).map((group) => (Object.keys(group).length === 0 ? undefined : group));
    case 'list':
      return fc
        .uniqueArray(fc.constantFrom(...entryIds), { minLength: 1, maxLength: 3 })
        .chain((ids) =>
          fc.tuple(
            ...ids.map((id, index) =>
              arbitraryContent(field.fields).map((entry) => ({ ...entry, id, order: (index + 1) * 1000 })),
            ),
          ),
        );
    case 'choices':
      return fc.subarray(codesOf(field.codes), { minLength: 1 }).map((codes) => codes.sort());
    default:
      return arbitraryLeaf(field);
  }
}

function arbitraryLeaf(field: LeafField): fc.Arbitrary<string | number | boolean> {
  switch (field.type) {
    case 'text':
    case 'longText':
      return field.entryOf ? fc.constantFrom(...entryIds) : textUpTo(field.maxLength ?? 100);
    case 'choice':
      return fc.constantFrom(...codesOf(field.codes));
    case 'date':
      return fc.constantFrom('1900-01-01', '2025-03-28', '2025-09-30', '2026-02-28');
    case 'dateTime':
      return fc.constantFrom('2025-03-28T14:05', '2025-03-28T23:40:05', '2025-09-30T08:00');
    case 'integer':
    case 'money':
      return fc.nat({ max: 20_000_000 });
    case 'yesNo':
      return fc.boolean();
    case 'officer':
      return fc.constantFrom('officer-1', 'officer-2', 'officer-gone');
    case 'record':
      return fc.constantFrom('record-1', 'record-elsewhere');
  }
}

function textUpTo(limit: number): fc.Arbitrary<string> {
  return fc.constantFrom(...texts.filter((text) => text.length <= limit));
}

function codesOf(list: string): string[] {
  return Object.keys(lists[list] ?? {});
}
