// A process whose files may not grow as far as a bundle would; it prints what writing one gave. Argument: the folder.

import { blobOf, pseudoRandom, writeSample } from './made-bundle.ts';

// What a full medium does to a program: the write fails, and no signal ends it.
process.on('SIGXFSZ', () => {});
const entries = [blobOf(pseudoRandom(900_000, 'too much'))];
process.stdout.write(JSON.stringify(await writeSample(process.argv[2] ?? '', { entries, partBytes: 150_000 })));
