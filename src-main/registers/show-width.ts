// How wide a text is in columns of a monospaced grid: a Chinese character takes two.

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3ffff}]/gu;

export function showWidth(text: string): number {
  return Array.from(text).length + (text.match(wide)?.length ?? 0);
}
