// The real cases through the command line alone, each command a process: what was entered comes out of show, list,
// search and the printed PDF.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  HistoryEntryView,
  HitView,
  PageView,
  PersonView,
  RecordView,
  SavedView,
} from '../../../src-shared/contract/views.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { fillSample, type SampleFacts, sampleRecord } from '../../../src-shared/records/sample-file.ts';
import { CommandLine, firstPerson } from '../../support/command-line.ts';
import { readPdf } from '../../support/read-pdf.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'case-desk-cli-'));
const directory = join(folder, 'desk');
const desk = new CommandLine(directory);
const names: Readonly<Record<string, string>> = { chen: firstPerson, lin: '林予安', su: '苏青禾', zhou: '周明野' };
let facts: SampleFacts;

beforeAll(async () => {
  mkdirSync(directory);
  await desk.setUp('police', [
    { name: '林予安', roles: 'recorder' },
    { name: '苏青禾', roles: 'recorder' },
    { name: '周明野', roles: 'head,reviewer' },
  ]);
  const people = await desk.get<readonly PersonView[]>(['people']);
  const ids = Object.entries(names).map(
    ([key, name]) => [key, people.find((person) => person.name === name)?.id ?? ''] as const,
  );
  facts = { today: isoDate('2026-11-20'), people: new Map(ids), records: new Map() };
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Adds the fixture and takes its steps; gives the record's id. */
async function walk(kind: string, fixture: string): Promise<string> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'test/fixtures', name), 'utf8'));
  const given = { kind, content: read(`${fixture}.json`), steps: read(`${fixture}.steps.json`) };
  const { content, steps } = sampleRecord.parse(fillSample(given, facts));
  const { saved } = await desk.get<{ readonly saved: SavedView }>(['add', kind, '-'], {
    input: JSON.stringify(content),
  });
  for (const step of steps) {
    if ('edit' in step) await desk.get(['edit', saved.id, '-'], { input: JSON.stringify(step.edit) });
    else if ('attach' in step)
      await desk.get([
        'attach',
        saved.id,
        join(root, 'resources/sample/pictures', step.attach.file),
        '--role',
        step.attach.role,
      ]);
    else if ('print' in step) await print(saved.id, step.print, step.entry);
    else if ('transition' in step)
      await desk.get(['do', saved.id, step.transition, '-'], {
        person: nameOf(step.by, content.handler),
        input: JSON.stringify(step.answers ?? {}),
      });
  }
  return saved.id;
}

/** The person whose key the step names, or the record's handler. */
function nameOf(key: string | undefined, handler: unknown): string {
  const handlerKey = [...facts.people].find(([, id]) => id === handler)?.[0];
  return names[key ?? handlerKey ?? ''] ?? firstPerson;
}

async function print(id: string, document: string, entry?: string): Promise<readonly string[]> {
  const out = join(folder, `${document}.pdf`);
  await desk.get(['print', id, document, '--out', out, ...(entry === undefined ? [] : ['--entry', entry])]);
  return readPdf(readFileSync(out));
}

const find = async (text: string) => (await desk.get<readonly HitView[]>(['find', text])).map(({ id }) => id);

describe('W12: a wallet found at the night market', () => {
  let id = '';
  beforeAll(async () => {
    id = await walk('found_item', 'w12-wallet');
  }, 180_000);

  it('is back with its owner, minutes after the call, with the certificate apart from the cash', async () => {
    const shown = await desk.get<RecordView>(['show', id]);
    expect(shown.status).toBe('returned');
    expect(shown.number).toMatch(/^方岩所拾〔20\d\d〕0001号$/);
    expect(shown.content).toMatchObject({ found_place: '荆山陈夜市', found_at: '2025-03-28T23:20' });
    expect(shown.derived).toMatchObject({ cash_total_fen: '260.00 元' });
    expect(shown.content.releases).toMatchObject([{ relation: 'owner' }]);
    expect(shown.derived).toMatchObject({ 'releases/handover/minutes_to_handover': '25' });
    expect(shown.steps.filter(({ allowed }) => allowed)).toEqual([]);
  });

  it('is found by the owner, in characters and in pinyin, by number and by the last four of her phone', async () => {
    const { number } = await desk.get<RecordView>(['show', id]);
    for (const text of ['黎', 'li', '荆山陈', 'jsc', '8000', number]) {
      expect(await find(text), text).toContain(id);
    }
  });

  it('stands in the list under its place and state', async () => {
    const page = await desk.get<PageView>([
      'list',
      'found_item',
      '--where',
      'status=returned',
      '--where',
      'owner_known=true',
    ]);
    expect(page.rows.map((row) => row.id)).toEqual([id]);
    expect(page.rows[0]?.title).toContain('荆山陈夜市');
  });

  it('prints a receipt with the cash in capitals and nothing of the owner in full', async () => {
    const pages = await print(id, 'collection_receipt', 'handover');
    const text = pages.join('');
    for (const words of [
      '领取凭证',
      '人民币贰佰陆拾元整',
      '260.00元',
      '100,000.00元',
      '经核对物品无误',
      '指印',
      '黎某',
    ])
      expect(text, words).toContain(words);
    expect(text).not.toContain('110101190001010022');
  });
});

describe('W13: a man in the river, known by his surname only', () => {
  it('keeps several rescuers, minutes, and what is not known', async () => {
    const id = await walk('rescue', 'w13-rescue');
    const shown = await desk.get<RecordView>(['show', id]);
    expect(shown.content.place).toContain('溪心桥');
    expect(shown.content.persons).toMatchObject([{ name_partial: '舒某', origin: '湖南' }]);
    for (const text of ['溪心桥', 'xxq', '舒', 'shu']) expect(await find(text), text).toContain(id);
    const text = (await print(id, 'rescue_record')).join('');
    for (const words of ['救助记录表', '溪心桥', '舒某', '湖南']) expect(text, words).toContain(words);
  }, 180_000);
});

describe('W15, W16: visits, what was asked for, and by when', () => {
  it.each([
    ['household', 'w15-household', 'active', ['吴', 'wu', '八一社区']],
    ['visit', 'w15-visit', 'archived', ['八一社区', 'bysq', '学费']],
    ['visit', 'w16-visit', 'archived', ['吉兴小区', 'jxxq', '高压线']],
    ['handbook_task', 'w16-task', 'verified', ['高压线', '吉兴小区']],
  ])(
    '%s %s',
    async (kind, fixture, status, searches) => {
      const id = await walk(kind, fixture);
      const shown = await desk.get<RecordView>(['show', id]);
      expect(shown.status).toBe(status);
      for (const text of searches) expect(await find(text), text).toContain(id);
    },
    120_000,
  );

  it('keeps the whole history of a record, every change with its author', async () => {
    const page = await desk.get<PageView>(['list', 'handbook_task']);
    const shown = await desk.get<RecordView & { readonly history: readonly HistoryEntryView[] }>([
      'show',
      page.rows[0]?.id ?? '',
      '--history',
    ]);
    expect(shown.history.length).toBe(shown.delivery.total);
    expect(shown.history.map(({ byName }) => byName)).toContain('苏青禾');
    expect(shown.delivery).toMatchObject({ here: shown.delivery.total, confirmed: 0 });
  });

  it('verifies: nothing is wrong with any hash, signature, chain or projection, and a rebuild changes nothing', async () => {
    expect(await desk.get(['verify'])).toMatchObject({ faults: [] });
    expect(await desk.get(['rebuild'])).toMatchObject({ identical: true });
  });
});
