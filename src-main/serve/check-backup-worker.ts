// Opens a backup in a thread of its own and verifies it whole; nothing of it is changed.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { thisMachineOptions } from './this-machine.ts';

const { path, deskKey } = z.object({ path: z.string(), deskKey: z.instanceof(Uint8Array) }).parse(workerData);
const answer = verifyBackup(path, { ...thisMachineOptions(path), deskKey, notify: () => undefined });
deskKey.fill(0);
required(parentPort, 'a backup is checked in a worker').postMessage(answer);
