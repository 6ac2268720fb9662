// What people type and what lies in files: codes, dates, money, calendars, keyrings, names and lists of a bundle.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyringFile } from '../../src-main/trust/keyring-file.ts';
import { readRecoveryCode } from '../../src-main/trust/recovery-code.ts';
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
import type { FuzzTarget } from './target.ts';

const today = isoDate('2026-11-20');

function typed(name: string, seeds: readonly [string, ...string[]], run: (text: string) => unknown): FuzzTarget {
  const [first, ...more] = seeds;
  return {
    name,
    seeds: [textToBytes(first), ...more.map(textToBytes)],
    run: (bytes) => run(Buffer.from(bytes).toString('utf8')),
  };
}

function keyringTarget(): FuzzTarget {
  const path = join(mkdtempSync(join(tmpdir(), 'case-desk-fuzz-')), 'keyring.json');
  const attempts = { failures: 0, notBefore: 0 };
  const box = { nonce: 'AAAAAAAAAAAAAAAA', sealed: 'AAAA' };
  const stretching = { salt: 'AAAA', memory: 64, passes: 1, lanes: 1 };
  const seed = {
    format: 'case-desk keyring',
    version: 1,
    unitName: '所',
    people: [{ id: 'a', name: '舒某', stretching, deskKey: box, setAside: null, attempts }],
    recovery: box,
    recoveryAttempts: attempts,
    refusals: [{ account: 'a', at: 0 }],
  };
  return {
    name: 'keyring',
    seeds: [textToBytes(JSON.stringify(seed))],
    run(bytes) {
      writeFileSync(path, bytes);
      return readKeyringFile(path);
    },
  };
}

export const paperTargets: readonly FuzzTarget[] = [
  typed('receipt code', ['ABCD-EFGH-JKLM-NPQR', 'ABCD-EFGH-JKLM-NPQR/3,17'], readReceiptCode),
  typed('half of a recovery code', ['ABCDE-FGHJK-LMNPQ-RSTUV'], (text) => readRecoveryCode([text, text])),
  typed('date', ['2026-11-20', '2026年11月20日', '11.20', '昨天'], (text) => parseDateInput(text, today)),
  typed('date and time', ['2026-11-20 14:05', '14点05分', '20日14时'], (text) => parseDateTimeInput(text, today)),
  typed('money', ['1,234.56', '１２３４元', '3.5万'], parseYuan),
  typed('name of a part', ['3f2a91c0-0007.casebundle', '3f2a91c0-0007.002.casebundle'], readPartName),
  typed('calendar', ['{"years":{"2026":{"holidays":["2026-01-01"],"workdays":["2026-01-04"]}}}'], (text) => {
    try {
      return parseCalendar(JSON.parse(text));
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }),
  {
    name: 'manifest of a bundle',
    seeds: [textToBytes(JSON.stringify(manifestOf([{ name: 'changes.ndjson', bytes: 3, sha256: '00'.repeat(32) }])))],
    run: (bytes) => parseManifest(bytes),
  },
  keyringTarget(),
];
