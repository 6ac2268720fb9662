// Full-width letters, digits and signs, as an input method leaves them, written half-width.

/** Digits and Latin letters only: ０-９ Ａ-Ｚ ａ-ｚ; Chinese punctuation stays as it is. */
export function foldDigitsAndLetters(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, halfWidth);
}

/** Every full-width ASCII sign and the ideographic space; for numbers, amounts and dates, where no prose can be hurt. */
export function foldFullWidth(text: string): string {
  return text.replace(/[！-～]/g, halfWidth).replaceAll('\u3000', ' ');
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
