// A statement is text plus the types of what goes in and what comes out; the connection prepares it once and keeps it.

export type SqlValue = string | number | null | Uint8Array;
export type SqlParameters = { readonly [name: string]: SqlValue };

declare const types: unique symbol;
export type Statement<Parameters extends SqlParameters, Row> = {
  readonly sql: string;
  readonly [types]?: (parameters: Parameters) => Row;
};

/**
 * Parameters are named `@name`; the columns listed in the text must be those of `Row`. A limit is written `limit @limit + 0`:
 * SQLite plans a statement anew each time a bare parameter of a limit is bound, which takes longer than most of them run.
 */
export function statement<Parameters extends SqlParameters, Row = never>(sql: string): Statement<Parameters, Row> {
  return { sql };
}

/** A statement made by the query builder, its parameters in order. */
export type Compiled<Row> = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly [types]?: () => Row;
};
