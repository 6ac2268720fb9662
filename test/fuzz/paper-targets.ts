// What people type and what lies in files: codes, dates, money, calendars, names and lists of a bundle.

import { makeRecoveryCode, readRecoveryCode } from '../../src-main/trust/recovery-code.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { readPartName } from '../../src-shared/bundles/bundle-name.ts';
import { parseManifest } from '../../src-shared/bundles/manifest.ts';
import { readReceiptCode } from '../../src-shared/bundles/receipt-code.ts';
import { isoDate } from '../../src-shared/records/dates/iso-date.ts';
import { parseDateInput } from '../../src-shared/records/dates/parse-date-input.ts';
import { parseDateTimeInput } from '../../src-shared/records/dates/parse-date-time-input.ts';
import { parseCalendar } from '../../src-shared/records/deadlines/parse-calendar.ts';
import { parseYuan } from '../../src-shared/records/money/parse-yuan.ts';
import { manifestOf } from '../support/made-bundle.ts';
import { type FuzzTarget, jsonTarget, typedTarget } from './target.ts';

const today = isoDate('2026-11-20');

const calendar = {
  version: '2026',
  source: '国务院办公厅',
  years: { 2026: { holidays: ['2026-01-01'], workdays: ['2026-01-04'], provisional: true } },
};

const { halves } = makeRecoveryCode((length) => new Uint8Array(length).fill(7));

export const paperTargets: readonly FuzzTarget[] = [
  typedTarget('receipt code', ['ABCD-EFGH-JKLM-NPQR', 'ABCD-EFGH-JKLM-NPQR/3,17'], readReceiptCode),
  typedTarget('halves of a recovery code', [halves.join('\n'), halves.toReversed().join('\n')], (text) => {
    const [first = '', second = ''] = text.split('\n');
    return readRecoveryCode([first, second]);
  }),
  typedTarget('date', ['2026-11-20', '2026年11月20日', '11.20', '昨天'], (text) => parseDateInput(text, today)),
  typedTarget('date and time', ['2026-11-20 14:05', '14点05分', '20日14时'], (text) => parseDateTimeInput(text, today)),
  typedTarget('money', ['1,234.56', '１２３４元', '3.5万'], parseYuan),
  typedTarget('name of a part', ['3f2a91c0-0007.casebundle', '3f2a91c0-0007.002.casebundle'], readPartName),
  jsonTarget('calendar', [calendar, JSON.stringify(calendar)], parseCalendar),
  {
    name: 'manifest of a bundle',
    seeds: [textToBytes(JSON.stringify(manifestOf([{ name: 'changes.ndjson', bytes: 3, sha256: '00'.repeat(32) }])))],
    run: (bytes) => parseManifest(bytes),
  },
];
