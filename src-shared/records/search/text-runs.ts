// Cuts folded text into runs of one writing: Chinese characters, Latin words, figures. Everything else separates.

export type Run = { readonly writing: 'han' | 'latin' | 'figures'; readonly characters: readonly string[] };

const pattern = /(?<han>[\p{Script=Han}々〇]+)|(?<figures>\d+)|(?<latin>[[\p{L}\p{M}]--[\p{Script=Han}々〇]]+)/gv;

/** `folded` comes from `foldText`; characters are code points. */
export function textRuns(folded: string): readonly Run[] {
  return Array.from(folded.matchAll(pattern), ({ groups }) => {
    const han = groups?.han;
    if (han !== undefined) return { writing: 'han', characters: Array.from(han) };
    const figures = groups?.figures;
    if (figures !== undefined) return { writing: 'figures', characters: Array.from(figures) };
    return { writing: 'latin', characters: Array.from(groups?.latin ?? '') };
  });
}
