// The window speaks both languages completely, and nothing it says stands outside the dictionary.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en, zh } from '../../../src-renderer/words/dictionary.ts';

const root = join(import.meta.dirname, '../../../src-renderer');
const hanzi = /\p{Script=Han}/u;

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, before = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${before}${key}`, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** Read, not shown: what people type for a moment in either language. */
const typedWords = new Set(['forms/controls/read-moment.ts']);

/** Source without comments; good enough for code that keeps to the house style. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

const chinese = flat(zh);
const english = flat(en);

describe('the dictionary', () => {
  test('has every Chinese key in English, and beyond that only singulars', () => {
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    const extra = [...english.keys()].filter((key) => !chinese.has(key));
    expect(extra.filter((key) => !(key.endsWith('_one') && chinese.has(key.slice(0, -'_one'.length))))).toEqual([]);
  });

  test('has no empty words', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '' && text !== '');
    expect(empty.filter(([key]) => key !== 'lists.colon')).toEqual([]);
  });

  test('asks for the same facts in both languages', () => {
    const different = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('has no Chinese in the English words but names of the product’s own examples', () => {
    const allowed = new Set([
      'frame.language.zh',
      'settings.languageName.zh',
      'setup.unitShortNameHint',
      'search.how',
      'reports.valueHint',
      'reports.moneyHint',
    ]);
    const mixed = [...english].filter(([key, text]) => hanzi.test(text) && !allowed.has(key));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});

function nameOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !relative(root, file).startsWith('words'));

describe('the sources of the window', () => {
  test('carry no Chinese literal outside words/', () => {
    const guilty = files.filter(
      (file) => !typedWords.has(nameOf(file)) && hanzi.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(guilty.map(nameOf)).toEqual([]);
  });

  test('are there at all', () => {
    expect(files.length).toBeGreaterThan(80);
  });
});

describe('the words', () => {
  test('are all said somewhere', () => {
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const isSaid = (key: string) => {
      const steps = key.split('.');
      const prefixes = steps.map((_, index) => steps.slice(0, index).join('.')).filter((prefix) => prefix !== '');
      return source.includes(`'${key}'`) || prefixes.some((prefix) => source.includes(`\`${prefix}.$\{`));
    };
    expect([...chinese.keys()].filter((key) => !isSaid(key))).toEqual([]);
  });
});
