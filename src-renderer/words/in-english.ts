// The type of an English dictionary: every key of the Chinese one, and a singular where a count is shown.

export type InEnglish<Zh> = {
  readonly [Key in keyof Zh]: Zh[Key] extends string ? string : InEnglish<Zh[Key]>;
} & { readonly [Key in keyof Zh & string as `${Key}_one`]?: string };
