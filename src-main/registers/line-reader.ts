// Reads one record as a line of a register: a typed value per column, masked for whoever the register goes to.

import type { RegisterProfile } from '../../src-shared/contract/register-inputs.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { evaluate } from '../../src-shared/records/evaluate-expression.ts';
import type { Kind, RegisterColumn } from '../../src-shared/records/kind.ts';
import { maskContent, type Reader } from '../../src-shared/records/mask-content.ts';
import { maskProfiles } from '../../src-shared/records/masks/mask-profiles.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import type { Shown } from '../../src-shared/records/shown.ts';
import type { Desk } from '../records/desk.ts';
import { surroundingsOf } from '../records/surroundings.ts';
import { textToValues } from '../records/values-text.ts';
import type { LineRow } from '../stores/record-store.ts';

const readers = {
  internal: { sees: 'sensitive' },
  superior: { sees: 'internal', masks: maskProfiles.office },
  public: { sees: 'public', masks: maskProfiles.posting },
} as const satisfies Record<RegisterProfile, Reader>;

/** What registers write for a value, and `—` for none, in Chinese: checksums are made over these. */
const registerStyle: ShowStyle = { for: 'register', language: 'zh' };

export type LineReader = (row: LineRow, columns: readonly RegisterColumn[]) => readonly Shown[];

/** @param now ms since 1970, the same for every line of one register */
export function lineReader(desk: Desk, kind: Kind, profile: RegisterProfile, now: number): LineReader {
  const reader = readers[profile];
  const { reading } = desk.database;
  return (row, columns) => {
    const created = { by: row.createdBy, at: row.createdAt };
    const context = createRecordContext(
      kind,
      textToValues(row.content),
      surroundingsOf(desk, reading, { now, created }),
      profile === 'internal' ? undefined : (content) => maskContent(kind, content, reader).content,
    );
    return columns.map(({ value }) => evaluate(value, context.place, context));
  };
}

export function lineTexts(line: readonly Shown[], style: ShowStyle = registerStyle): readonly string[] {
  return line.map((shown) => show(shown, style) || '—');
}
