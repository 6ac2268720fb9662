// Reads whole registers, or fills a form with them, in a thread of its own, on a connection of its own, so that nobody who types waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { registerExport, registerQuery } from '../../src-shared/contract/register-inputs.ts';
import { templateFilling } from '../../src-shared/contract/template-inputs.ts';
import type { Desk } from '../records/desk.ts';
import { closeDesk, openDesk } from '../records/open-desk.ts';
import { makeRegisterFile } from '../registers/make-register-file.ts';
import { surveyRegister } from '../registers/survey-register.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import { thisMachineOptions } from './this-machine.ts';

const task = z.discriminatedUnion('type', [
  z.object({ type: z.literal('file'), request: registerExport }),
  z.object({ type: z.literal('survey'), request: registerQuery }),
  z.object({ type: z.literal('template'), request: templateFilling }),
]);
const given = z.object({
  directory: z.string(),
  deskKey: z.instanceof(Uint8Array),
  machine: z.string(),
  account: z.string(),
  /** ms since 1970, what the desk's own clock says. */
  now: z.number(),
  task,
});

const { directory, deskKey, machine, account, now, task: asked } = given.parse(workerData);
const port = required(parentPort, 'registers are read in a worker');
const options = thisMachineOptions(directory);
const tools = { ...options.tools, now: () => now };
const opened = openDesk({ ...options, tools, deskKey, machine, isBeside: true, notify: () => undefined });
deskKey.fill(0);
const answer = opened.ok ? await answerOf(opened.value) : opened;
if (opened.ok) closeDesk(opened.value);
port.postMessage({ type: 'answer', answer });

async function answerOf(desk: Desk): Promise<Result<unknown, Problem>> {
  const person = desk.people.current.byId.get(account);
  if (person === undefined) return err({ code: 'desk_locked' });
  const tell = (done: number, total: number) => port.postMessage({ type: 'progress', done, total });
  switch (asked.type) {
    case 'file':
      return makeRegisterFile(desk, person, asked.request, tell);
    case 'survey':
      return surveyRegister(desk, person, asked.request, tell);
    case 'template':
      return fillTemplate(desk, person, asked.request);
  }
}
