// What bad input gets on the command line: words at the field, an exit code of its own, and nothing half saved.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonView, SavedView } from '../../../src-shared/contract/views.ts';
import { CommandLine, firstPerson } from '../../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-desk-bad-'));
const directory = join(folder, 'desk');
const desk = new CommandLine(directory);
const holder = join(import.meta.dirname, '../../support/lock-holder.ts');
let officers: readonly [string, string];

beforeAll(async () => {
  mkdirSync(directory);
  await desk.setUp('police', [{ name: '林予安', roles: 'recorder' }]);
  const people = await desk.get<readonly PersonView[]>(['people']);
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';
  officers = [idOf(firstPerson), idOf('林予安')];
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wallet(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const [first, second] = officers;
  return {
    found_at: '2025-03-28T23:20',
    found_at_precision: 'about',
    found_place: '荆山陈夜市',
    finders: [{ role: 'finder', name_partial: '张某' }],
    handed_in_at: '2025-03-28T23:40',
    receiver: first,
    co_receiver: second,
    special_kind: 'none',
    items: [{ id: 'wallet', category: 'wallet', name: '钱包', quantity: 1 }],
    custody_place: '保险柜1号袋',
    owner_known: false,
    ...changes,
  };
}

const line = (changes: Readonly<Record<string, unknown>>) => JSON.stringify(wallet(changes));
const cash = (changes: Readonly<Record<string, unknown>>) => ({
  cash_lines: [
    {
      currency: 'cny',
      denomination: 10_000,
      count: 2,
      counted_by_1: officers[0],
      counted_by_2: officers[1],
      ...changes,
    },
  ],
});

type Answer = { readonly line: number; readonly saved?: SavedView; readonly problem?: Told };
type Told = { readonly code: string; readonly path?: string; readonly causes?: readonly Told[] };

/** Adds every record in one run, a line each. */
async function addAll(
  lines: readonly string[],
): Promise<{ readonly code: number; readonly answers: readonly Answer[] }> {
  const ran = await desk.run(['add', 'found_item', '-'], { input: lines.join('\n') });
  return {
    code: ran.code,
    answers: ran.output
      .trim()
      .split('\n')
      .map((line): Answer => JSON.parse(line)),
  };
}

/** `path code` of everything that is wrong, entry ids as `*`. */
function wrong({ problem }: Answer): readonly string[] {
  const told = problem?.causes ?? (problem ? [problem] : []);
  return told.map(({ code, path }) => `${path?.replace(/\/e[0-9a-hjkmnp-tv-z]{11}\//g, '/*/') ?? ''} ${code}`.trim());
}

/** As if the wait that everybody was told of ended then, ms since 1970; how often they were wrong stays counted. */
function endWaitsAt(place: string, moment: number): void {
  const file = join(place, 'keyring.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/"notBefore":\s*\d+/g, `"notBefore":${moment}`));
}

describe('a record that cannot be', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    [
      'a wrong check digit',
      () => line({ finders: [{ role: 'finder', name: '张三', id_type: 'resident_id', id_no: '110105194912310021' }] }),
      'finders/*/id_no id_check_digit',
    ],
    ['an impossible date', () => line({ found_at: '2025-02-30T10:00' }), 'found_at'],
    ['a date to come', () => line({ found_at: '2199-01-01T10:00', handed_in_at: '2199-01-01T10:00' }), 'found_at'],
    [
      'negative fen',
      () => line({ items: [{ category: 'wallet', name: '钱包', quantity: 1, value_fen: -1 }] }),
      'items/*/value_fen',
    ],
    [
      'a fraction of a fen',
      () => line({ items: [{ category: 'wallet', name: '钱包', quantity: 1, value_fen: 0.5 }] }),
      'items/*/value_fen',
    ],
    ['two counters who are one person', () => line(cash({ counted_by_2: officers[0] })), 'invariant_broken'],
    ['two receivers who are one person', () => line({ co_receiver: officers[0] }), 'invariant_broken'],
    ['a field nobody declared', () => line({ shoe_size: 43 }), 'shoe_size unknown_field'],
    ['a control character', () => line({ found_place: '夜市\u0007' }), 'found_place'],
    ['NUL', () => line({ found_place: '夜市\u0000' }), 'found_place'],
    ['a lone surrogate', () => line({}).replace('荆山陈夜市', '\\ud800'), 'found_place'],
    ['no place', () => line({ found_place: '' }), 'found_place required'],
    ['a text of 20 MB', () => line({ remark: '文'.repeat(20_000_000 / 3) }), 'remark'],
    ['a line that is no JSON', () => '{"found_place": ', 'input_not_json'],
    ['a list instead of a record', () => '[1]', 'input_not_a_record'],
  ];
  let answers: readonly Answer[] = [];
  let code = -1;

  beforeAll(async () => {
    ({ code, answers } = await addAll(cases.map(([, make]) => make())));
  });

  it.each(cases.map(([name, , expected], index) => [name, expected, index] as const))(
    '%s is refused at its field',
    (_, expected, index) => {
      const answer = answers[index];
      expect(answer).toMatchObject({ line: index + 1 });
      expect(answer && wrong(answer).join('\n')).toContain(expected);
    },
  );

  it('ends with the exit code of refused input', () => {
    expect(code).toBe(3);
  });

  it('saves nothing of all this', async () => {
    const page = await desk.get<{ readonly rows: readonly unknown[] }>(['list', 'found_item']);
    expect(page.rows).toEqual([]);
  });

  it('among good ones keeps none of them from being saved', async () => {
    const mixed = await addAll([line({}), line({ found_at: 'yesterday' }), line({})]);
    expect(mixed.answers.map(({ line: number, saved }) => `${number} ${saved ? 'saved' : 'refused'}`)).toEqual([
      '1 saved',
      '2 refused',
      '3 saved',
    ]);
    expect(mixed.code).toBe(3);
  });

  it('folds full-width figures', async () => {
    const finders = [
      {
        role: 'finder',
        name: '张三',
        id_type: 'resident_id',
        id_no: '１１０１０１１９０００１０１００２２',
        phone: '１３８ 0013 8000',
      },
    ];
    const { saved } = await desk.get<{ readonly saved: SavedView }>(['add', 'found_item', '-'], {
      input: JSON.stringify(wallet({ finders })),
    });
    expect((await desk.run(['find', '8000'])).output).toContain(saved.id);
    expect((await desk.run(['find', '0022'])).output).toContain(saved.id);
  });
});

describe('files that cannot be attached', () => {
  let id = '';
  beforeAll(async () => {
    id = (
      await desk.get<{ readonly saved: SavedView }>(['add', 'found_item', '-'], { input: JSON.stringify(wallet()) })
    ).saved.id;
  });

  it.each<[string, (path: string) => void, string, string]>([
    [
      'a photo of 300 MB',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 300 * 1024 * 1024);
      },
      'photo.jpg',
      'attachment_too_large',
    ],
    [
      'a PDF that calls itself a picture',
      (path) => writeFileSync(path, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'),
      'scan.jpg',
      'attachment_type_mismatch',
    ],
    ['an empty file', (path) => writeFileSync(path, ''), 'empty.png', 'attachment_empty'],
    ['a program', (path) => writeFileSync(path, Buffer.from('MZ\u0090\0')), 'tool.exe', 'attachment_type'],
  ])('%s', async (_, make, name, code) => {
    const path = join(folder, name);
    make(path);
    const ran = await desk.run(['attach', id, path, '--role', 'photo']);
    rmSync(path);
    expect(ran.code).toBe(3);
    expect(ran.output).toContain(code);
  });
});

describe('a desk that cannot be opened', () => {
  it('says which process has it', async () => {
    const child = spawn(process.execPath, [holder, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const ran = await desk.run(['stats']);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(ran.code).toBe(5);
    expect(ran.said).toContain(String(child.pid));
  });

  it('tells nothing but that the password or person is wrong, makes wait, and locks out after five', async () => {
    const told = async (secret?: string): Promise<string> => {
      const ran = await desk.run(['stats'], { person: '林予安', ...(secret === undefined ? {} : { secret }) });
      expect(ran.code).toBe(6);
      const { problem }: { problem: Told } = JSON.parse(ran.output);
      return problem.code;
    };
    expect(await told('Wrong-0000')).toBe('sign_in_refused');
    endWaitsAt(directory, Date.now() + 300_000);
    expect(await told(), 'the right password waits as well').toBe('sign_in_wait');
    const codes: string[] = [];
    for (let turn = 2; turn <= 5; turn += 1) {
      endWaitsAt(directory, 0);
      codes.push(await told('Wrong-0000'));
    }
    expect(codes).toEqual(['sign_in_refused', 'sign_in_refused', 'sign_in_refused', 'sign_in_locked_out']);
    expect(await told(), 'the right password is locked out as well').toBe('sign_in_locked_out');
  });

  it('is missing, without a password, or without a directory: each has its words and code', async () => {
    const nowhere = new CommandLine(join(folder, 'nowhere'));
    expect((await nowhere.run(['stats'])).code).toBe(4);
    expect((await desk.run(['stats'], { secret: '' })).code).toBe(2);
    expect((await desk.run(['show', 'no-such-record'])).code).toBe(4);
    expect((await desk.run(['list', 'no_such_kind'])).code).toBe(4);
    expect((await desk.run(['dance'])).code).toBe(2);
    expect((await desk.run(['list'])).code).toBe(2);
    expect((await desk.run(['--help'])).code).toBe(0);
  });

  it('is damaged: it says so and touches nothing', async () => {
    const file = join(directory, 'desk.db');
    const before = readFileSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(8_192, 0x5a), 0, 8_192, 8_192);
    closeSync(handle);
    const ran = await desk.run(['stats']);
    expect(ran.code).toBe(7);
    expect(ran.said).toMatch(/损坏/);
    writeFileSync(file, before);
    expect((await desk.run(['verify'])).code).toBe(0);
  });
});
