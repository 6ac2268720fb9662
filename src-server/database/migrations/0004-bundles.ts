// Version 4: `bundle` remembers which bundles came in on sticks and what became of them. The bundles themselves are not
// kept.

type Words = { readonly bytes: string; readonly integer: string; readonly text: string; readonly strict: string };

export function statements({ bytes, integer, text, strict }: Words): readonly string[] {
  return [
    `CREATE TABLE bundle (
      scope ${text} NOT NULL, device ${text} NOT NULL, number ${integer} NOT NULL, manifest ${bytes} NOT NULL,
      made_at ${integer} NOT NULL, first_at ${integer} NOT NULL, last_at ${integer} NOT NULL, carrier ${text} NOT NULL,
      received ${integer} NOT NULL, waiting ${integer} NOT NULL, refused ${integer} NOT NULL, blobs ${integer} NOT NULL,
      PRIMARY KEY (scope, device, number, manifest)
    )${strict}`,
  ];
}
