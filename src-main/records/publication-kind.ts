// A published report as a record of an internal kind: its figures and the records behind them as they were. It has no step
// and is never written again, so that what was published stays what it was.

import { date, list, longText, text } from '../../src-shared/records/field-builders.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';
import { accountKind } from './account-kind.ts';

export const publicationKey = 'published_report';

/** Characters of one piece of what is frozen; a change holds 4 MiB, a field of it less. */
export const pieceLength = 100_000;
/** Pieces of one publication. */
export const mostPieces = 30;

const fields = {
  report: text('报表', 'Report', { required: true, maxLength: 64 }),
  period: text('期间', 'Period', { required: true, maxLength: 40 }),
  published_on: date('发布日期', 'Published on', { required: true }),
  pieces: list(
    '内容',
    'What is frozen',
    ['段', 'Piece'],
    { text: longText('内容', 'Text', { required: true, maxLength: pieceLength }) },
    { required: true, min: 1, max: mostPieces },
  ),
};

export const publicationKind: Kind = {
  ...accountKind,
  key: publicationKey,
  label: words('已发布报表', 'Published reports'),
  description: words('发布时固定的报表', 'Reports as they were published'),
  numberWord: '报',
  sections: [{ key: 'report', label: words('报表', 'Report'), fields: Object.keys(fields) }],
  fields,
  title: { field: 'report' },
  occurredAt: 'published_on',
  list: { columns: ['report'], filters: [] },
};
