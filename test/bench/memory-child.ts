// A desk service on its own, as it stands after being opened and used a little: tells how long it took to be ready after
// the key was unwrapped, and its memory.

import { z } from 'zod';
import { findRows, listPage } from '../../src-main/records/list-records.ts';
import { closeDesk, openDesk } from '../../src-main/records/open-desk.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';
import { openKeyring } from '../../src-main/trust/keyring.ts';
import { findQuery, listQuery, page } from '../../src-shared/contract/inputs.ts';
import { okValue } from '../support/ok-value.ts';
import { benchPassword } from './bench-desk.ts';

const directory = z.string().parse(process.argv[2]);
const options = thisMachineOptions(directory);
const random = (count: number) => new Uint8Array(options.tools.crypto.randomBytes(count));
const keyring = okValue(openKeyring(directory, { random, now: Date.now, cost: options.cost }));
const account = z.string().parse(keyring.people()[0]?.id);
const deskKey = okValue(await keyring.signIn(account, benchPassword));

const start = performance.now();
const desk = okValue(openDesk({ ...options, deskKey, notify: () => undefined }));
const readyMs = performance.now() - start;

const person = desk.people.current.all[0];
if (person === undefined) throw new Error('the desk has people');
for (let turn = 0; turn < 50; turn += 1) {
  okValue(listPage(desk, person, listQuery.extend(page.shape).parse({ kind: 'found_item', limit: 100 })));
  okValue(findRows(desk, person, findQuery.parse({ text: '王' })));
}
const rssMegabytes = process.memoryUsage.rss() / 1024 / 1024;
closeDesk(desk);
process.stdout.write(JSON.stringify({ readyMs, rssMegabytes }));
