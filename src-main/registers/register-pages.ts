// A register on paper: volumes of so many lines, each a page of HTML that prints by itself; together they are all of it.

import { type PrintedLine, printRegister } from '../../src-shared/records/print/print-register.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import type { RegisterSheet, SheetLine } from './register-sheet.ts';
import { countText } from './register-words.ts';

/** Lines of one volume: about 250 pages, what a browser lays out in a few seconds. */
export const volumeLines = 5_000;

export type RegisterVolume = { readonly html: string; readonly rows: number };
export type RegisterVolumes = {
  readonly volumes: readonly RegisterVolume[];
  readonly rows: number;
  readonly checksum: string;
};

const style: ShowStyle = { for: 'register', language: 'zh' };

export function volumeCount({ count }: { readonly count: number }): number {
  return Math.max(1, Math.ceil(count / volumeLines));
}

export function registerVolumes(sheet: RegisterSheet, tell: (rows: number) => void): RegisterVolumes {
  const of = volumeCount(sheet);
  const volumes: RegisterVolume[] = [];
  let lines: PrintedLine[] = [];
  let rows = 0;
  let total = { rows: 0, checksum: '' };
  const close = (foot: string) => {
    const { html } = printRegister({
      title: sheet.title,
      unitName: sheet.unitName,
      period: sheet.period,
      today: sheet.today,
      volume: of > 1 ? { number: volumes.length + 1, of } : null,
      columns: sheet.columns.map(({ label, align }) => ({ label: label.zh, right: align === 'right' })),
      lines,
      foot,
    });
    volumes.push({ html, rows });
    lines = [];
    rows = 0;
  };
  for (const line of sheet.lines()) {
    if (line.type === 'record' && rows === volumeLines) {
      close(`接第 ${volumes.length + 2} 册`);
      tell(line.serial);
    }
    if (line.type === 'record') rows += 1;
    lines.push(printed(line));
    if (line.type === 'total') total = { rows: line.count, checksum: line.checksum };
  }
  close(countText(sheet.profile, total));
  return { volumes, ...total };
}

function printed(line: SheetLine): PrintedLine {
  if (line.type === 'record') return { head: String(line.serial), cells: line.texts, isSum: false };
  const sums = line.sums.map((sum) => show(sum, style));
  const counted = line.type === 'total' ? `${line.count} 条` : `${line.label}　${line.count} 条`;
  const cells = sums.map((sum, at) => (at === 0 && sum === '' ? counted : sum));
  return { head: line.type === 'total' ? '合计' : '小计', cells, isSum: true };
}
