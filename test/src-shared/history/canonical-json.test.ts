import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import type { CanonicalValue } from '../../../src-shared/history/canonical-json.ts';
import { encodeCanonical } from '../../../src-shared/history/canonical-json.ts';
import { parseCanonical } from '../../../src-shared/history/canonical-parser.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';

const encode = (value: CanonicalValue) => bytesToText(okValue(encodeCanonical(value)));
const parse = (text: string) => parseCanonical(textToBytes(text), 100_000);

/** Texts as people and machines produce them: any UTF-16 without lone surrogates, often with characters that need care. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u0001', '\u007f', '\u2028', '𠮷', '中', '/') }),
  )
  .filter((candidate) => !candidate.includes('\0'));
const scalar = fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
const { value: anyValue } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((members) => new Map(members)),
  ),
}));

describe('writing', () => {
  test('[H2] names are ordered by UTF-16 code units, the example of RFC 8785 section 3.2.3', () => {
    const object = new Map([
      ['\u20ac', 'Euro Sign'],
      ['\r', 'Carriage Return'],
      ['\ufb33', 'Hebrew Letter Dalet With Dagesh'],
      ['1', 'One'],
      ['\u{1f600}', 'Emoji: Grinning Face'],
      ['\u0080', 'Control'],
      ['\u00f6', 'Latin Small Letter O With Diaeresis'],
    ]);
    expect(encode(object)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test('[H2] only what must be escaped is, in the short form where there is one', () => {
    expect(encode('\b\t\n\f\r"\\/\u0001\u001f\u007f\u2028钱')).toBe(
      '"\\b\\t\\n\\f\\r\\"\\\\/\\u0001\\u001f\u007f\u2028钱"',
    );
  });

  test('[H2] what is written is ordinary JSON with the same meaning', () => {
    holdsFor(300, anyValue, (value) => {
      expect(JSON.parse(encode(value))).toEqual(toPlain(value));
    });
  });

  test.each([
    ['a fraction', 1.5, 'history_unsafe_number'],
    ['an integer beyond 2^53', 2 ** 53, 'history_unsafe_number'],
    ['minus zero', -0, 'history_unsafe_number'],
    ['not a number', Number.NaN, 'history_unsafe_number'],
    ['half a character', '\ud842', 'history_lone_surrogate'],
    ['halves in the wrong order', '\udfb7\ud842', 'history_lone_surrogate'],
    ['NUL', 'a\0b', 'history_nul_character'],
    ['nine levels', [[[[[[[[[1]]]]]]]]], 'history_too_deep'],
  ])('[H10] %s is refused', (_, value, code) => {
    expect(problemOf(encodeCanonical(value)).code).toBe(code);
  });

  test('[H10] text is kept as it was typed: no normalisation', () => {
    expect(encode('e\u0301')).not.toBe(encode('\u00e9'));
    expect(okValue(parse('"e\u0301"'))).toBe('e\u0301');
  });
});

describe('reading', () => {
  test('[H3] what was written is read back', () => {
    holdsFor(300, anyValue, (value) => {
      expect(okValue(parse(encode(value)))).toEqual(value);
    });
  });

  test.each([
    '',
    ' ',
    '{',
    '}',
    '[1,]',
    '[,1]',
    '[1 ,2]',
    '{"a":1,}',
    '{"a" :1}',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":1}x',
    '{a:1}',
    "'a'",
    '01',
    '+1',
    '-',
    '1 ',
    '\ufeff1',
    '"\\/"',
    '"\\u0041"',
    '"\\u000A"',
    '"\\u000a"',
    '"\\u001F"',
    '"\\ud83d\\ude00"',
    '"\t"',
    '"a',
    '"\\',
    '"\\u00',
    'nul',
    'True',
    'undefined',
    'nulll',
  ])('[H3] %j is not the one form and is refused', (form) => {
    expect(problemOf(parse(form)).code).toMatch(/^history_(not_canonical|unsafe_number)$/);
  });

  test.each(['-0', '1.0', '1e3', '1.5', '9007199254740992', '-9007199254740992', '007'])(
    '[H3] the number %s is refused',
    (form) => {
      expect(problemOf(parse(form))).toMatchObject({ code: 'history_unsafe_number' });
    },
  );

  test.each([
    ['a byte that UTF-8 does not have', [0x22, 0xff, 0x22]],
    ['half a character written as UTF-8 (CESU)', [0x22, 0xed, 0xa1, 0x82, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a cut character', [0x22, 0xe9, 0x92]],
  ])('[H3] %s is refused', (_, bytes) => {
    expect(problemOf(parseCanonical(Uint8Array.from(bytes), 100))).toEqual({ code: 'history_not_utf8' });
  });

  test('[H10] NUL is refused however it is written', () => {
    expect(problemOf(parse('"\\u0000"')).code).toBe('history_not_canonical');
    expect(problemOf(parse('"\0"')).code).toBe('history_not_canonical');
  });

  test('[H9] depth and size are bounded before anything is built', () => {
    expect(problemOf(parse('['.repeat(50_000))).code).toBe('history_too_deep');
    expect(problemOf(parseCanonical(new Uint8Array(101), 100))).toEqual({
      code: 'history_too_large',
      facts: { bytes: 101, limit: 100 },
    });
  });

  test('[H3] the name __proto__ is a name like any other', () => {
    const value = okValue(parse('{"__proto__":{"admin":true}}'));
    expect(value).toEqual(new Map([['__proto__', new Map([['admin', true]])]]));
    expect(encode(value)).toBe('{"__proto__":{"admin":true}}');
  });

  test('[H3] bytes that are accepted are exactly those that would be written', () => {
    let accepted = 0;
    holdsFor(3000, mutatedBytes(anyValue.map((value) => okValue(encodeCanonical(value)))), (bytes) => {
      const value = parseCanonical(bytes, 100_000);
      if (!value.ok) return;
      accepted += 1;
      expect(okValue(encodeCanonical(value.value))).toEqual(Uint8Array.from(bytes));
    });
    expect(accepted).toBeGreaterThan(100);
  });
});

/** Bytes with a few of them changed, put in or taken out. */
function mutatedBytes(original: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const mutation = fc.record({
    at: fc.nat(),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(...textToBytes('"\\,:{}[]0-.eEu ntf'))),
    how: fc.constantFrom('set', 'insert', 'remove'),
  });
  return fc.tuple(original, fc.array(mutation, { maxLength: 3 })).map(([bytes, mutations]) => {
    const list = [...bytes];
    for (const { at, byte, how } of mutations)
      list.splice(at % (list.length + 1), how === 'insert' ? 0 : 1, ...(how === 'remove' ? [] : [byte]));
    return Uint8Array.from(list);
  });
}

function toPlain(value: CanonicalValue): unknown {
  if (value instanceof Map) {
    const plain: Record<string, unknown> = Object.create(null);
    for (const [key, member] of value) Object.defineProperty(plain, key, { value: toPlain(member), enumerable: true });
    return { ...plain };
  }
  return Array.isArray(value) ? value.map(toPlain) : value;
}
