// Reads and judges ledgers in a thread of its own, with memory of its own, so that neither a huge file nor a hostile one
// can hold up the desk.

import { parentPort, workerData } from 'node:worker_threads';
import { required } from '../../src-shared/base/assert.ts';
import { ok } from '../../src-shared/base/result.ts';
import { checkTable } from './check-table.ts';
import { readFile } from './read-file.ts';
import type { Task } from './thread-tasks.ts';

const port = required(parentPort, 'imports are read in a worker');
// Only `import-thread.ts` starts this, with a task of that type.
const task = workerData as Task;
const answer =
  task.task === 'read'
    ? await readFile(task.bytes, task.name)
    : ok(checkTable(task, (done, total) => port.postMessage({ progress: [done, total] })));
port.postMessage({ answer });
