// On what a record about people rests (个人信息保护法 arts. 13, 34): what it says itself, or, where an older one says nothing,
// what its kind declares.

import type { CodeLists } from './code-lists.ts';
import type { Content } from './content.ts';
import type { Kind } from './kind.ts';
import { isFilled } from './place.ts';
import { type Words, words } from './words.ts';

export type Basis = {
  /** Code of `processing_basis`. */
  readonly code: string;
  /** The record says so itself. */
  readonly isRecorded: boolean;
};

/** What a new record of the kind begins with. */
export function usualBasis({ basis = 'statutory_duty' }: Pick<Kind, 'basis'>): string {
  return basis;
}

/** Null where records of the kind have no such field: they are about no person. */
export function basisOf(kind: Kind, stored: Content): Basis | null {
  if (!Object.hasOwn(kind.fields, 'basis')) return null;
  const own = stored['basis'];
  return typeof own === 'string' && own !== ''
    ? { code: own, isRecorded: true }
    : { code: usualBasis(kind), isRecorded: false };
}

/** With when and how consent was given; says so where the record itself is silent. */
export function basisWords(kind: Kind, stored: Content, lists: CodeLists): Words {
  const { code, isRecorded } = basisOf(kind, stored) ?? { code: usualBasis(kind), isRecorded: true };
  const name = named(lists, 'processing_basis', code);
  if (!isRecorded) return words(`${name.zh}（按种类，未单独记载）`, `${name.en} (of its kind; not recorded on it)`);
  const given = [stored['consent_on'], stored['consent_how']].filter(isFilled).map(String);
  if (code !== 'consent' || given.length === 0) return name;
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    given.map((value) => named(lists, 'consent_how', value)[language]),
  );
  return words(`${name.zh}（${zh?.join('，')}）`, `${name.en} (${en?.join(', ')})`);
}

function named(lists: CodeLists, list: string, code: string): Words {
  return lists[list]?.[code] ?? words(code, code);
}
