// A process that may not write into a desk's directory; it prints what opening the desk gave. Arguments: directory,
// account, password. Whoever may do everything on this machine first becomes somebody who may not.

import { hostDesk } from '../../src-main/serve/desk-host.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';

const [directory = '', account = '', password = ''] = process.argv.slice(2);
const nobody = 65_534;
if (process.getuid?.() === 0) process.setuid?.(nobody);
const host = hostDesk(thisMachineOptions(directory));
const outcome = host.ok ? await host.value.signIn(host.value.connect(), account, password) : host;
process.stdout.write(outcome.ok ? '' : outcome.problem.code);
