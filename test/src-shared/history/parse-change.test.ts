import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToHex, bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import { bodyHash } from '../../../src-shared/history/hashes.ts';
import { limits } from '../../../src-shared/history/limits.ts';
import type { ChangeInput } from '../../../src-shared/history/make-change.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { parseChange } from '../../../src-shared/history/parse-change.ts';
import { deskOfRow, drawHistory, drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

const crypto = createSeededCryptography('parse');
const start = chainStart(drawnScope, deskOfRow(0), drawnIncarnation);
const input: ChangeInput = {
  kind: 'found_item',
  record: drawnRecord,
  parents: toParents([]),
  at: 1,
  by: 'p1',
  ops: [{ path: 'name', value: '黎女士' }],
};

function sample(): Change {
  return drawHistory('a ── b', { a: { name: '黎女士' }, b: { 'items/w1/cash': 125_050 } }).change('b');
}

function parseSample(change: Partial<Change>) {
  const { headerBytes, bodyBytes, signature } = { ...sample(), ...change };
  return parseChange(headerBytes, bodyBytes, signature, crypto);
}

/** The sample with one part of its header replaced in its text. */
function withHeader(part: string, replacement: string) {
  const text = bytesToText(sample().headerBytes);
  expect(text).toContain(part);
  return parseSample({ headerBytes: textToBytes(text.replace(part, replacement)) });
}

/** The sample with another body text and the hash that goes with it. */
function withBody(text: string) {
  const bodyBytes = textToBytes(text);
  const { headerBytes, header } = sample();
  return parseSample({
    bodyBytes,
    headerBytes: textToBytes(bytesToText(headerBytes).replace(header.body, bodyHash(bodyBytes, crypto))),
  });
}

const salt = '"salt":"000102030405060708090a0b0c0d0e0f"';

describe('a change', () => {
  test('[H1] is read back exactly as it was made', () => {
    const change = sample();
    expect(okValue(parseSample({}))).toEqual(change);
  });

  test('[H4] has the SHA-256 of its header bytes as id', () => {
    const { id, headerBytes } = sample();
    expect(id).toBe(createHash('sha256').update(headerBytes).digest('hex'));
  });

  test('[H5] names the hash of its body, and another body is refused unread', () => {
    const { header, bodyBytes } = sample();
    const hash = createHash('sha256')
      .update('case-desk body 1\n')
      .update(required(bodyBytes, 'not erased'))
      .digest('hex');
    expect(header.body).toBe(hash);
    expect(problemOf(parseSample({ bodyBytes: textToBytes('[[[[[') }))).toEqual({ code: 'history_wrong_body' });
  });

  test('[H5] has a salt of its own, so equal bodies have different hashes', () => {
    const first = okValue(makeChange(input, start, crypto));
    const second = okValue(makeChange(input, start, crypto));
    expect(first.body?.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(first.header.body).not.toBe(second.header.body);
  });
});

describe('a header', () => {
  test('[H6] of a later version or another algorithm is named as such', () => {
    expect(problemOf(withHeader('"v":1', '"v":2'))).toEqual({ code: 'history_unknown_version', facts: { version: 2 } });
    expect(problemOf(withHeader('sha256-ed25519', 'sm3-sm2'))).toEqual({
      code: 'history_unknown_algorithm',
      facts: { algorithm: 'sm3-sm2' },
    });
  });

  test.each([
    ['"kind":"found_item"', '"kind":"Found item"', 'kind'],
    ['"record":"record-1"', '"record":""', 'record'],
    ['"scope":"scope-1"', '"scope":"../1"', 'scope'],
    ['"device":"desk-0"', '"device":7', 'device'],
    ['"incarnation":"incarnation-1"', '"incarnation":null', 'incarnation'],
    ['"by":"person-0"', `"by":"${'x'.repeat(65)}"`, 'by'],
    ['"n":2', '"n":0', 'n'],
    ['"n":2', '"n":1', 'prev'],
    ['"at":120000', '"at":-1', 'at'],
    ['"v":1', '"v":1,"w":1', '+'],
    ['"kind":"found_item",', '', 'kind'],
    ['"parents":[', '"parents":["00",', 'parents'],
  ])('[H6] with %s replaced by %s is refused at %3$s', (part, replacement, field) => {
    expect(problemOf(withHeader(part, replacement))).toEqual({ code: 'history_bad_header', facts: { field } });
  });

  test('[H15] whose parents are doubled or out of order is refused', () => {
    const [parent] = sample().header.parents;
    expect(problemOf(withHeader(`"parents":["${parent}"]`, `"parents":["${parent}","${parent}"]`)).facts).toEqual({
      field: 'parents',
    });
    expect(
      problemOf(withHeader(`"parents":["${parent}"]`, `"parents":["${parent}","${'0'.repeat(64)}"]`)).facts,
    ).toEqual({ field: 'parents' });
  });
});

describe('a body', () => {
  test.each([
    [`{"ops":[],"salt":"00"}`, { code: 'history_bad_body', facts: { field: 'salt' } }],
    [`{"ops":[]}`, { code: 'history_bad_body', facts: { field: 'salt' } }],
    [`{${salt}}`, { code: 'history_bad_body', facts: { field: 'ops' } }],
    [`{"ops":[],"reason":"",${salt}}`, { code: 'history_bad_body', facts: { field: 'reason' } }],
    [`{"ops":[],"other":1,${salt}}`, { code: 'history_bad_body', facts: { field: '+' } }],
    [`{"ops":[{"path":"name"}],${salt}}`, { code: 'history_bad_body', facts: { field: 'ops' } }],
    [`{"ops":[{"path":"name","value":[1]}],${salt}}`, { code: 'history_bad_body', facts: { field: 'ops' } }],
    [`{"ops":[{"path":"b","value":1},{"path":"a","value":1}],${salt}}`, { code: 'history_path_twice', path: 'a' }],
    [`{"ops":[{"path":"a","value":1},{"path":"a","value":2}],${salt}}`, { code: 'history_path_twice', path: 'a' }],
    [
      `{"ops":[{"path":"items/0","value":1}],${salt}}`,
      { code: 'history_bad_path', facts: { path: 'items/0' }, path: 'items/0' },
    ],
  ])('[H7] %s is refused', (text, problem) => {
    expect(problemOf(withBody(text))).toEqual(problem);
  });

  test.each([
    '',
    '/a',
    'a/',
    'a//b',
    'A',
    '姓名',
    'a b',
    '0',
    'items/12/name',
    `${'a'.repeat(65)}`,
    'a/'.repeat(12).concat('a'),
    `a${'/bcdefghij'.repeat(11)}${'/k'.repeat(300)}`,
  ])('[H8] the path %j is refused', (path) => {
    expect(problemOf(makeChange({ ...input, ops: [{ path, value: 1 }] }, start, crypto)).code).toBe('history_bad_path');
  });

  test.each([
    'name',
    'finder/id_number',
    'items/w1',
    'items/3f2a/name',
    'purpose/daily',
    'a-b/c_d',
    `${'a'.repeat(64)}`,
  ])('[H8] the path %j is a path', (path) => {
    expect(okValue(makeChange({ ...input, ops: [{ path, value: 1 }] }, start, crypto)).body?.ops).toEqual([
      { path, value: 1 },
    ]);
  });

  test('[H7] is written with its operations in order of path, whatever order they were given in', () => {
    const change = okValue(
      makeChange(
        {
          ...input,
          ops: [
            { path: 'b', value: 1 },
            { path: 'a/c', value: null },
            { path: 'a-c', value: 2 },
          ],
        },
        start,
        crypto,
      ),
    );
    expect(change.body?.ops.map(({ path }) => path)).toEqual(['a-c', 'a/c', 'b']);
    expect(
      problemOf(
        makeChange(
          {
            ...input,
            ops: [
              { path: 'a', value: 1 },
              { path: 'a', value: 2 },
            ],
          },
          start,
          crypto,
        ),
      ).code,
    ).toBe('history_path_twice');
  });

  test('[H9] has at most 20000 operations and 4 MiB, whether made or received', () => {
    const ops = Array.from({ length: limits.operations + 1 }, (_, index) => ({ path: `f${index}`, value: 1 }));
    expect(problemOf(makeChange({ ...input, ops }, start, crypto))).toEqual({
      code: 'history_too_many_operations',
      facts: { count: 20_001, limit: 20_000 },
    });
    expect(makeChange({ ...input, ops: ops.slice(1) }, start, crypto).ok).toBe(true);
    const long = { path: 'note', value: '字'.repeat(1_400_000) };
    expect(problemOf(makeChange({ ...input, ops: [long] }, start, crypto)).code).toBe('history_too_large');
    expect(problemOf(parseSample({ bodyBytes: new Uint8Array(limits.bodyBytes + 1) })).code).toBe('history_too_large');
  });
});

describe('damage', () => {
  test('[H3] mutated bytes never throw and never pass for the change they were', () => {
    const change = sample();
    const bodyBytes = required(change.bodyBytes, 'not erased');
    const mutation = fc.record({
      part: fc.constantFrom('header', 'body'),
      at: fc.nat(),
      byte: fc.nat(255),
      how: fc.constantFrom('set', 'insert', 'remove', 'cut'),
    });
    const byte = (bytes: Uint8Array, { at, byte: value, how }: { at: number; byte: number; how: string }) => {
      const list = [...bytes];
      const place = at % list.length;
      if (how === 'cut') return Uint8Array.from(list.slice(0, place));
      list.splice(place, how === 'insert' ? 0 : 1, ...(how === 'remove' ? [] : [value]));
      return Uint8Array.from(list);
    };
    holdsFor(5000, mutation, (how) => {
      const headerBytes = how.part === 'header' ? byte(change.headerBytes, how) : change.headerBytes;
      const body = how.part === 'body' ? byte(bodyBytes, how) : bodyBytes;
      const parsed = parseChange(headerBytes, body, change.signature, crypto);
      const isIdentical =
        bytesToHex(headerBytes) === bytesToHex(change.headerBytes) && bytesToHex(body) === bytesToHex(bodyBytes);
      if (how.part === 'body') expect(parsed.ok).toBe(isIdentical);
      if (parsed.ok) expect(parsed.value.id === change.id).toBe(isIdentical);
    });
  });

  test('[H3] bytes of any kind never throw', () => {
    holdsFor(
      2000,
      fc.tuple(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.uint8Array({ maxLength: 300 })),
        fc.option(fc.uint8Array({ maxLength: 65 })),
      ),
      ([header, body, signature]) => {
        expect(parseChange(header, body, signature, crypto).ok).toBe(false);
      },
    );
  });

  test('[H12] a signature of another length is refused', () => {
    expect(problemOf(parseSample({ signature: new Uint8Array(63) }))).toEqual({ code: 'history_bad_signature' });
  });
});
