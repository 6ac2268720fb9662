// Version 7: files that a scope lacks of the records it sees, and the scope each of them was named in.

type Words = { readonly text: string; readonly bytes: string; readonly strict: string };

export function statements({ text, bytes, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE blob_wanted (
      scope ${text} NOT NULL, source ${text} NOT NULL, hash ${bytes} NOT NULL, record ${text} NOT NULL,
      PRIMARY KEY (scope, source, hash, record)
    )${strict}`,
    'CREATE INDEX blob_wanted_of_record ON blob_wanted (scope, record)',
  ];
}
