// Version 3: blocks of record numbers. `number_head` says how far the numbers of a kind and year have been given out or
// used, `number_block` which desk has which; neither is ever taken back.

type Words = { readonly integer: string; readonly text: string; readonly strict: string };

export function statements({ integer, text, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE number_head (
      scope ${text} NOT NULL, kind ${text} NOT NULL, year ${integer} NOT NULL, last ${integer} NOT NULL,
      PRIMARY KEY (scope, kind, year)
    )${strict}`,
    `CREATE TABLE number_block (
      scope ${text} NOT NULL, kind ${text} NOT NULL, year ${integer} NOT NULL, device ${text} NOT NULL,
      request ${text} NOT NULL, first ${integer} NOT NULL, last ${integer} NOT NULL, given_at ${integer} NOT NULL,
      PRIMARY KEY (scope, kind, year, device, request)
    )${strict}`,
  ];
}
