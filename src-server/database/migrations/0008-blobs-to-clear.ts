// Version 8: files whose bytes go because the body that named them was erased.

type Words = { readonly text: string; readonly bytes: string; readonly strict: string };

export function statements({ text, bytes, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE blob_to_clear (
      scope ${text} NOT NULL, hash ${bytes} NOT NULL,
      PRIMARY KEY (scope, hash)
    )${strict}`,
  ];
}
