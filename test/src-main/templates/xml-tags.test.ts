// Elements of a part of somebody's workbook: found in one pass, whatever stands there.

import { expect, it } from 'vitest';
import {
  attributeOf,
  elementsOf,
  firstElement,
  openTag,
  replaceElements,
  replaceFirst,
  startTagOf,
} from '../../../src-main/templates/xml-tags.ts';

it('finds elements by their local name, under any prefix, closed or empty', () => {
  const xml = '<x:row><x:c r="A1"/><c s=\'a>b\'><v>1</v></c><cols/></x:row><row/>';
  expect(elementsOf(xml, 'c')).toEqual(['<x:c r="A1"/>', "<c s='a>b'><v>1</v></c>"]);
  expect(elementsOf(xml, 'row')).toEqual([xml.slice(0, -'<row/>'.length), '<row/>']);
  expect([firstElement(xml, 'v'), firstElement(xml, 'f')]).toEqual(['<v>1</v>', null]);
});

it('replaces all of them or the first, and nothing else', () => {
  const xml = 'a<v>1</v>b<v/>c';
  expect(replaceElements(xml, 'v', (element) => `[${element}]`)).toBe('a[<v>1</v>]b[<v/>]c');
  expect(replaceFirst(xml, 'v', () => '$&')).toBe('a$&b<v/>c');
});

it.each([
  ['elements that are never closed', '<c>'.repeat(700_000)],
  ['tags that never end', '<c '.repeat(700_000)],
  ['quotes that never end', '<c a="'.repeat(400_000)],
  ['a tag of twenty megabytes', `<c ${'a'.repeat(20_000_000)}`],
  ['closing tags of nothing', '</c>'.repeat(500_000)],
])('goes once through %s', (_, xml) => {
  expect(elementsOf(xml, 'c')).toEqual([]);
  expect(startTagOf(xml).length).toBeLessThan(10);
});

it('opens an empty element however many blanks stand in it', () => {
  expect(openTag(`<row${' '.repeat(2_000_000)}/>`)).toBe('<row>');
  expect(openTag(`<row${' '.repeat(2_000_000)}a>`)).toHaveLength(2_000_006);
});

it('leaves a character that Unicode does not have as it is written', () => {
  const tag = '<sheet name="&#99999999;&#x110000;&#65;&amp;&toString;"/>';
  expect(attributeOf(tag, 'name')).toBe('&#99999999;&#x110000;A&&toString;');
});
