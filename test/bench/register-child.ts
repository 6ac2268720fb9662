// A process that opens the desk and makes the xlsx file of one register, nothing else: its memory before and at its peak.

import { z } from 'zod';
import { makeRegisterFile } from '../../src-main/registers/make-register-file.ts';
import { registerExport } from '../../src-shared/contract/register-inputs.ts';
import { okValue } from '../support/ok-value.ts';
import { openBenchDesk } from './bench-desk.ts';

const { desk, person, host } = await openBenchDesk(z.string().parse(process.argv[2]));
const megabytes = 1024 * 1024;
const before = process.memoryUsage.rss() / megabytes;
let peak = before;
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss() / megabytes);
};
okValue(await makeRegisterFile(desk, person, registerExport.parse({ kind: 'found_item', format: 'xlsx' }), look));
look();
host.close();
process.stdout.write(JSON.stringify({ before, peak }));
