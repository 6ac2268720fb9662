// A name that every system takes for a new file, made from what the window proposes.

/** Names that Windows keeps for devices, with or without an ending. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/** Bytes; the shortest limit of the usual file systems is 255. */
const longest = 200;

function isSafe(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return false;
  if (point >= 0xd800 && point <= 0xdfff) return false;
  // Marks that turn the reading direction make a name look as if it ended otherwise.
  if (
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069) ||
    point === 0x200e ||
    point === 0x200f
  )
    return false;
  return !'<>:"/\\|?*'.includes(character);
}

function shorten(stem: string, room: number): string {
  const characters = [...stem];
  while (new TextEncoder().encode(characters.join('')).length > room) characters.pop();
  return characters.join('');
}

/** Keeps the ending. Gives `fallback` when nothing of the name is left. */
export function safeFileName(name: string, fallback: string): string {
  const safe = [...name].map((character) => (isSafe(character) ? character : '_')).join('');
  const trimmed = safe.replace(/^[\s.]+|[\s.]+$/g, '');
  if (trimmed.replaceAll('_', '') === '') return fallback;
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,10})$/.exec(trimmed) ?? [];
  const stem = shorten(ending === '' ? trimmed : trimmed.slice(0, -ending.length), longest - ending.length);
  return `${deviceName.test(trimmed) ? '_' : ''}${stem}${ending}`;
}
