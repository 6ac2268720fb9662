import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockDesk } from '../../../src-main/database/desk-lock.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const holder = join(import.meta.dirname, '../../support/lock-holder.ts');

async function startHolder(directory: string) {
  const child = spawn(process.execPath, [holder, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

it('names the process that has the desk, and opens once that process was killed', async () => {
  const directory = temporaryDirectory();
  const child = await startHolder(directory);
  expect(problemOf(lockDesk(directory, process.pid))).toEqual({
    code: 'desk_in_use',
    facts: { pid: String(child.pid) },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  okValue(lockDesk(directory, process.pid)).release();
  countFaults({ fault: 'two processes on one desk', injected: 1, looked: 0, lost: 0 });
});

it('can be taken again after it was released', () => {
  const directory = temporaryDirectory();
  okValue(lockDesk(directory, 1)).release();
  okValue(lockDesk(directory, 2)).release();
});
