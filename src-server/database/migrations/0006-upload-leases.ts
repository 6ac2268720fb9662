// Version 6: which request continues an upload, so that two never do at one time, whichever process they reach.

type Words = { readonly integer: string; readonly text: string; readonly strict: string };

export function statements({ integer, text, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE upload_lease (
      scope ${text} NOT NULL, upload ${text} NOT NULL, holder ${text} NOT NULL, beat ${integer} NOT NULL,
      wanted ${integer} NOT NULL,
      PRIMARY KEY (scope, upload)
    )${strict}`,
  ];
}
