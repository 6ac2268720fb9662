// Bytes cut into lines, and back. Documents are lines so that they can be read, counted and cut by ordinary tools.

const lineFeed = 0x0a;

/** Lines without their line feeds, as windows on the same bytes. What follows the last line feed is a line cut short. */
export function splitLines(bytes: Uint8Array): { readonly lines: readonly Uint8Array[]; readonly rest: Uint8Array } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return { lines, rest: bytes.subarray(start) };
}

/** Each line with a line feed after it, in one array. */
export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    joined.set(line, at);
    at += line.length + 1;
    joined[at - 1] = lineFeed;
  }
  return joined;
}

export function isOneLine(bytes: Uint8Array): boolean {
  return !bytes.includes(lineFeed);
}
