// A process that saves without end and tells of each save once it was answered, until it is killed; or saves `count`
// records and ends. Arguments: directory, account, password, count (0: without end), seed.

import { hostDesk } from '../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';
import { taskContent } from './sample-task.ts';

const [directory = '', account = '', password = '', count = '0', round = '0'] = process.argv.slice(2);
const host = hostDesk({ ...thisMachineOptions(directory), cost: { memory: 64, passes: 1, lanes: 1 } });
if (!host.ok) throw new Error(JSON.stringify(host.problem));
const client = callInProcess({
  host: host.value,
  makePdf: () => Promise.reject(new Error('nothing is printed here')),
  log: (line) => process.stderr.write(`${line}\n`),
});
await client.session.signIn({ account, password });
process.stdout.write('ready\n');
for (let saved = 0; count === '0' || saved < Number(count); saved += 1) {
  const title = `第${round}轮第${saved}条`;
  const added = await client.records.add({ kind: 'handbook_task', content: taskContent(account, title) });
  process.stdout.write(`added ${added.id} ${added.number} ${title}\n`);
  const remark = `补充 ${title}`;
  await client.records.edit({ id: added.id, heads: [...added.heads], patch: { remark } });
  process.stdout.write(`edited ${added.id} ${remark}\n`);
}
host.value.close();
