// A second process that opens a desk directory and keeps it until it is killed.

import { lockDesk } from '../../src-main/database/desk-lock.ts';

const lock = lockDesk(process.argv[2] ?? '', process.pid);
process.stdout.write(`${JSON.stringify(lock.ok)}\n`);
setInterval(() => undefined, 1_000);
