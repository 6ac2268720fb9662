// How much of a person each kind of output shows. No national rule fixes the digits, so the profiles are data.

/** posting: surname and stars (张*); mou: surname and 某; title: surname and 女士 or 先生 where the gender is known. */
export type NameMask = 'posting' | 'mou' | 'title';

/** Characters left readable at both ends. */
export type KeptEnds = { readonly head: number; readonly tail: number };

export type MaskProfile = {
  readonly name: NameMask;
  readonly documentNumber: KeptEnds;
  readonly phone: KeptEnds;
  /** ends: `6222 **** **** 0000`; tail: `尾号0000`. */
  readonly card: 'ends' | 'tail';
};

export const maskProfiles = {
  /** Lists and details on the desk, before anything is unmasked. */
  screen: { name: 'posting', documentNumber: { head: 3, tail: 4 }, phone: { head: 3, tail: 4 }, card: 'ends' },
  /** Notices on the wall and public announcements. */
  posting: { name: 'posting', documentNumber: { head: 3, tail: 4 }, phone: { head: 3, tail: 4 }, card: 'tail' },
  /** Lists for other offices that must tell places of registration apart. */
  office: { name: 'posting', documentNumber: { head: 6, tail: 4 }, phone: { head: 3, tail: 4 }, card: 'ends' },
  /** As little as still tells two people apart. */
  strict: { name: 'posting', documentNumber: { head: 0, tail: 4 }, phone: { head: 0, tail: 4 }, card: 'tail' },
  /** News and thanks: no numbers worth reading. */
  press: { name: 'title', documentNumber: { head: 0, tail: 0 }, phone: { head: 0, tail: 0 }, card: 'tail' },
} as const satisfies Record<string, MaskProfile>;
