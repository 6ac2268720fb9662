// Just enough of XML to change single elements of a part and leave every other character as it was. Whatever stands in a
// part, it is gone through once: a stranger's form that never closes what it opens costs no more time than an honest one.

/** The value of an attribute in a start tag, entities resolved; null when it has none of that name. */
export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : unescapeXml(value);
}

/** The start tag without this attribute. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u'), '');
}

/** Every element of this local name with what is in it, whatever its prefix; elements of one name inside another are not looked for. */
export function elementsOf(xml: string, name: string): readonly string[] {
  return Array.from(placesOf(xml, name), ({ from, to }) => xml.slice(from, to));
}

/** The first of them; null when there is none. */
export function firstElement(xml: string, name: string): string | null {
  for (const { from, to } of placesOf(xml, name)) return xml.slice(from, to);
  return null;
}

type Change = (element: string) => string;

/** The text with every element of this name as `change` makes it. */
export function replaceElements(xml: string, name: string, change: Change): string {
  return replaceAt(xml, placesOf(xml, name), change);
}

/** The same with the first of them only. */
export function replaceFirst(xml: string, name: string, change: Change): string {
  for (const place of placesOf(xml, name)) return replaceAt(xml, [place], change);
  return xml;
}

function replaceAt(xml: string, places: Iterable<Span>, change: Change): string {
  let text = '';
  let last = 0;
  for (const { from, to } of places) {
    text += xml.slice(last, from) + change(xml.slice(from, to));
    last = to;
  }
  return text + xml.slice(last);
}

type Span = { readonly from: number; readonly to: number };

function* placesOf(xml: string, name: string): Generator<Span> {
  const tags = new RegExp(`<(/?)((?:[\\w.-]+:)?${name})(?=[\\s/>])`, 'gu');
  let open: { readonly name: string; readonly from: number } | null = null;
  for (const { index: from, 0: start, 1: slash, 2: named = '' } of xml.matchAll(tags)) {
    const to = tagEnd(xml, from + start.length);
    if (to === null) continue;
    if (slash === '/') {
      if (open?.name !== named) continue;
      yield { from: open.from, to };
      open = null;
    } else if (open === null) {
      if (xml[to - 2] === '/') yield { from, to };
      else open = { name: named, from };
    }
  }
}

/** Where a tag ends, its `>` included; null when another one begins first. Values in quotes may hold either. */
function tagEnd(xml: string, from: number): number | null {
  const marks = /["'<>]/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(xml); mark !== null; mark = marks.exec(xml)) {
    if (mark[0] === '>') return mark.index + 1;
    const end = mark[0] === '<' ? -1 : xml.indexOf(mark[0], mark.index + 1);
    if (end < 0) return null;
    marks.lastIndex = end + 1;
  }
  return null;
}

/** `<row r="1">` of an element, or the whole of it when it is empty. */
export function startTagOf(element: string): string {
  const to = element.startsWith('<') ? tagEnd(element, 1) : null;
  return to === null ? '' : element.slice(0, to);
}

/** `<row r="1">` of `<row r="1"/>`; other tags as they are. */
export function openTag(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

/** `x:` where the part writes `<x:row>`. */
export function prefixOf(tag: string): string {
  return /^<([\w.-]+:)/u.exec(tag)?.[1] ?? '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/gu, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return character(Number(decimal)) ?? whole;
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16)) ?? whole;
    return (Object.hasOwn(entities, name) ? entities[name] : undefined) ?? whole;
  });
}

/** Null where Unicode has no such character. */
function character(code: number): string | null {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}
