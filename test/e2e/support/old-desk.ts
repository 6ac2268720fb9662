// A desk that was set up in March 2020 and not touched since, so that its log is past its time.

import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { thisMachineOptions } from '../../../src-main/serve/this-machine.ts';
import { samplePassword } from './desk.ts';

const then = Date.parse('2020-03-02T08:00:00+08:00');

/** Its one person holds every office. */
export async function makeOldDesk(directory: string): Promise<void> {
  const options = thisMachineOptions(directory);
  const host = hostDesk({ ...options, tools: { ...options.tools, now: () => then } });
  if (!host.ok) throw new Error(JSON.stringify(host.problem));
  const client = callInProcess({
    host: host.value,
    makePdf: () => Promise.reject(new Error('nothing is printed here')),
    log: () => undefined,
  });
  const unit = { name: '永康市公安局方岩派出所', code: 'FY01', shortName: '方岩所', phone: '', address: '' };
  const person = { name: '黎女士', staffNumber: '100217', residentId: '' };
  const { account } = await client.desk.setUp({ unit, deskKind: 'police', person, password: samplePassword });
  for (let day = 0; day < 5; day += 1) {
    await client.session.signIn({ account, password: samplePassword });
    await client.session.lock();
  }
  host.value.close();
}
