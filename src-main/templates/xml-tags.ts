// Just enough of XML to change single elements of a part and leave every other character as it was.

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
  return xml.match(elementPattern(name, 'gu')) ?? [];
}

export function elementPattern(name: string, flags: string): RegExp {
  return new RegExp(
    `<((?:[\\w.-]+:)?${name})(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*?(?:/>|>[\\s\\S]*?</\\1\\s*>)`,
    flags,
  );
}

/** `<row r="1">` of an element, or the whole of it when it is empty. */
export function startTagOf(element: string): string {
  return /^<(?:[^>"']|"[^"]*"|'[^']*')*>/u.exec(element)?.[0] ?? '';
}

/** `x:` where the part writes `<x:row>`. */
export function prefixOf(tag: string): string {
  return /^<([\w.-]+:)/u.exec(tag)?.[1] ?? '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/gu, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return entities[name] ?? whole;
  });
}
