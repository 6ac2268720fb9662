// How the columns of one ledger become fields of one kind: what a person confirms before anything is read.

/** Where a column goes besides fields. */
export const columnUses = { remark: '@remark', number: '@number', skip: '@skip' } as const;

export type ImportMapping = {
  /** By column index: one or two field paths, or one of `columnUses`. A column that is not named goes into the remark. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** What stands in a field, as a cell would say it, where the ledger says nothing; by field path. */
  readonly fixed: Readonly<Record<string, string>>;
};
