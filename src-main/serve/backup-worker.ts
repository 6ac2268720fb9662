// Makes a backup in a thread of its own, on connections of its own, so that nobody who types waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import { makeBackup } from '../backups/make-backup.ts';
import { thisMachineOptions } from './this-machine.ts';

const given = z.object({
  directory: z.string(),
  deskKey: z.instanceof(Uint8Array),
  machine: z.string(),
  folder: z.string(),
  at: z.int(),
});

const { directory, deskKey, machine, folder, at } = given.parse(workerData);
const port = required(parentPort, 'a backup is made in a worker');
const desk = { ...thisMachineOptions(directory), deskKey, machine, notify: () => undefined };
const made = makeBackup({ desk, folder, at, progress: (step) => port.postMessage({ step }) });
deskKey.fill(0);
port.postMessage({ made });
