// Version 5: secrets are kept sealed, by name. The seed in `identity` is emptied once the program has sealed it, which
// takes a key that no migration has.

type Words = { readonly integer: string; readonly text: string; readonly bytes: string; readonly strict: string };

export function statements({ integer, text, bytes, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE secret (
      scope ${text} NOT NULL, name ${text} NOT NULL, wrapped ${bytes} NOT NULL, created_at ${integer} NOT NULL,
      PRIMARY KEY (scope, name)
    )${strict}`,
  ];
}
