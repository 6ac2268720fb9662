// A process that may not write into a folder; it prints what writing a bundle there gave. Argument: the folder. Whoever may
// do everything on this machine first becomes somebody who may not.

import { writeSample } from './made-bundle.ts';

const nobody = 65_534;
if (process.getuid?.() === 0) process.setuid?.(nobody);
process.stdout.write(JSON.stringify(await writeSample(process.argv[2] ?? '')));
