// The dot between the parts of a name is U+00B7 and nothing else; input methods and web pages offer look-alikes.

export const nameSeparator = '·';

/** Most texts have nothing that could be one, and the looking around below is dear. */
const lookAlike = /[•・･‧∙⋅.．]/u;
const alwaysSeparator = /[•・･‧∙⋅]/gu;
// A full stop is a separator only between two Chinese characters; in `J. Smith` it stays.
const stopBetweenChinese = /(?<=\p{Script=Han}\s*)[.．](?=\s*\p{Script=Han})/gu;

/** Writes every look-alike of the name separator as · (U+00B7). */
export function unifyNameSeparators(text: string): string {
  if (!lookAlike.test(text)) return text;
  return text.replace(alwaysSeparator, nameSeparator).replace(stopBetweenChinese, nameSeparator);
}
