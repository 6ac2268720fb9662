// Takes a stream that packs a file into memory, where jobs keep their files.

/** Rejects when the stream breaks, or what feeds it. */
export async function collectBytes(
  packed: NodeJS.ReadableStream,
  source?: NodeJS.ReadableStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    source?.once('error', reject);
    packed.on('data', (chunk: Buffer) => chunks.push(chunk));
    packed.once('end', resolve);
    packed.once('error', reject);
  });
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
