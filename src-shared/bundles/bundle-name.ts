// What the files of a bundle are called on a stick. The name is for people: who, which number, which part of how many; what
// is believed stands inside.

export type BundlePartName = {
  /** Without what says which part it is. */
  readonly bundle: string;
  readonly part: number;
  readonly parts: number;
};

const ending = '.casebundle';
const partPattern = /^(?<bundle>.+\.casebundle)(?:\.(?<part>\d{1,3})-of-(?<parts>\d{1,3}))?$/;

/** `3f2a91c0-0007.casebundle`: the first letters of the desk, its stick; an answer begins with `answer-`. */
export function bundleFileName(manifest: {
  readonly way: 'up' | 'down' | 'start';
  readonly device: string;
  readonly number: number;
}): string {
  const before = { up: '', down: 'answer-', start: 'start-' }[manifest.way];
  return `${before}${manifest.device.slice(0, 8)}-${String(manifest.number).padStart(4, '0')}${ending}`;
}

/** A bundle in one piece has no part in its name. */
export function partFileName(bundle: string, part: number, parts: number): string {
  return parts === 1 ? bundle : `${bundle}.${part}-of-${parts}`;
}

/** Null for a name that no part of a bundle has. */
export function readPartName(name: string): BundlePartName | null {
  const found = partPattern.exec(name)?.groups;
  if (found === undefined) return null;
  return { bundle: found['bundle'] ?? '', part: Number(found['part'] ?? 1), parts: Number(found['parts'] ?? 1) };
}

/** The file beside the parts that `sha256sum -c` reads; written last. */
export function sumsFileName(bundle: string): string {
  return `${bundle}.sha256`;
}
