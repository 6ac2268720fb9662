// A process in the middle of a print: says where its working folder is, and goes on until it is ended.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolderPrefix } from '../../src-main/print/work-folder.ts';

const folder = mkdtempSync(workFolderPrefix('print'));
writeFileSync(join(folder, 'page.pdf'), '姓名');
process.stdout.write(folder);
setInterval(() => undefined, 60_000);
