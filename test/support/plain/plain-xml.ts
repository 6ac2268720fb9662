// XML read strictly and without any library: whatever is not well-formed is thrown, nothing is guessed.

export type PlainElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PlainElement[];
  /** Texts directly inside, joined. */
  readonly text: string;
};

const piece =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

type Open = { name: string; attributes: Record<string, string>; children: PlainElement[]; text: string };

/** The root. Throws with the place of whatever is wrong. */
export function parsePlainXml(xml: string): PlainElement {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    throw new Error('a character XML does not allow');
  const document: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [document];
  piece.lastIndex = 0;
  while (piece.lastIndex < xml.length) {
    const at = piece.lastIndex;
    const found = piece.exec(xml);
    if (found === null) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    take(stack, found);
  }
  const [root] = document.children;
  if (stack.length !== 1 || root === undefined || document.children.length !== 1)
    throw new Error('not one whole element');
  return root;
}

function take(stack: Open[], [, closing, name, attributes = '', selfClosing, text]: RegExpExecArray): void {
  const top = stack.at(-1);
  if (top === undefined) throw new Error('nothing is open');
  if (text !== undefined) top.text += decoded(text);
  if (name === undefined) return;
  if (closing === '/') {
    if (top.name !== name || stack.length < 2) throw new Error(`</${name}> closes <${top.name}>`);
    stack.pop();
    return;
  }
  const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
  top.children.push(element);
  if (selfClosing !== '/') stack.push(element);
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (Object.hasOwn(found, name)) throw new Error(`${name} stands twice`);
    found[name] = decoded(double ?? single ?? '');
  }
  return found;
}

function decoded(text: string): string {
  return text.replaceAll(/&([^;&\s]*;?)/g, (whole, reference: string) => {
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(reference);
    if (number !== null)
      return String.fromCodePoint(Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10));
    const known = reference.endsWith(';') ? names[reference.slice(0, -1)] : undefined;
    if (known === undefined) throw new Error(`unknown reference ${whole}`);
    return known;
  });
}

export function childrenOf({ children }: PlainElement, name: string): readonly PlainElement[] {
  return children.filter((child) => child.name === name);
}

export function childOf(element: PlainElement, name: string): PlainElement | null {
  return childrenOf(element, name)[0] ?? null;
}
