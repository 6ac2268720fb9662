// A process that may not write into a desk's directory and looks at its files; it prints what it found. Whoever may do
// everything on this machine first becomes somebody who may not.

import { examineFiles } from '../../src-main/repair/examine-files.ts';

const nobody = 65_534;
if (process.getuid?.() === 0) process.setuid?.(nobody);
process.stdout.write(JSON.stringify(examineFiles(process.argv[2] ?? '', Date.now())));
