// Opens a desk directory for one command: takes the directory, signs in, and calls the window's contract in this process.

import { createRouterClient } from '@orpc/server';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { restoreBackup } from '../backups/restore-backup.ts';
import { deskStatistics } from '../records/desk-statistics.ts';
import { rebuildProjections } from '../records/rebuild-projections.ts';
import { examineFiles } from '../repair/examine-files.ts';
import { repairDesk } from '../repair/repair-desk.ts';
import { replaceDesk } from '../repair/replace-desk.ts';
import { type DeskHost, type HostOptions, hostDesk } from '../serve/desk-host.ts';
import { deskRouter } from '../serve/desk-router.ts';
import type { DeskSession } from '../serve/desk-session.ts';
import type { MakePdf } from '../serve/make-pdf.ts';
import { unwrap } from './command-problem.ts';
import type { DeskAccess, NewDesk, SignedInDesk } from './desk-access.ts';
import { type CommonOptions, directoryOf, type Environment, readPassword } from './options.ts';
import { verifyWithPassword } from './verify-backup-with-password.ts';
import { whoSignsIn } from './who-signs-in.ts';

export type AccessTools = {
  readonly environment: Environment;
  readonly hostOptions: (directory: string) => HostOptions;
  readonly makePdf: MakePdf;
  readonly makeSample: DeskAccess['makeSample'];
};

export function createDeskAccess(tools: AccessTools): DeskAccess {
  return {
    signIn: (options) => signIn(tools, options),
    setUp: (options, desk) => setUp(tools, options, desk),
    hasPassword: ({ passwordFile }) => passwordFile !== undefined || Boolean(tools.environment.CASE_DESK_PASSWORD),
    examineFiles: (options) => examineFiles(unwrap(directoryOf(options, tools.environment)), Date.now()),
    replace: async (options, backup) => {
      const host = openHost(tools, options);
      try {
        return unwrap(replaceDesk(backup, host.place().directory));
      } finally {
        host.close();
      }
    },
    restore: async (options, backup) => {
      const host = openHost(tools, options);
      try {
        return unwrap(restoreBackup(backup, host.place().directory));
      } finally {
        host.close();
      }
    },
    verifyBackup: (options, backup) => verifyWithPassword(tools, options, backup),
    makeSample: tools.makeSample,
  };
}

async function signIn(tools: AccessTools, options: CommonOptions): Promise<SignedInDesk> {
  const password = unwrap(await readPassword(options, tools.environment));
  const host = openHost(tools, options);
  try {
    const session = host.connect();
    const account = unwrap(whoIsThere(host, session, options.person));
    unwrap(await host.signIn(session, account, password));
    return signedInDesk(tools, host, session);
  } catch (error) {
    host.close();
    throw error;
  }
}

function openHost(tools: AccessTools, options: CommonOptions): DeskHost {
  return unwrap(hostDesk(tools.hostOptions(unwrap(directoryOf(options, tools.environment)))));
}

function whoIsThere(host: DeskHost, session: DeskSession, named: string | undefined): Result<string, Problem> {
  const state = host.state(session);
  if (!state.ok) return state;
  return state.value.state === 'locked' ? whoSignsIn(state.value.people, named) : err({ code: 'desk_absent' });
}

function signedInDesk(tools: AccessTools, host: DeskHost, session: DeskSession): SignedInDesk {
  const desk = () => unwrap(host.signedIn(session)).desk;
  return {
    client: createRouterClient(deskRouter, { context: { host, session, makePdf: tools.makePdf } }),
    rebuild: () => {
      const { records, before, after } = unwrap(rebuildProjections(desk()));
      return { records, identical: before === after };
    },
    statistics: () => deskStatistics(desk()),
    repair: (repair) => {
      const { deskKey } = unwrap(host.keys(session));
      unwrap(repairDesk(desk(), { directory: host.place().directory, deskKey }, repair));
    },
    backUp: async () => {
      const { person } = unwrap(host.signedIn(session));
      const run = { signal: new AbortController().signal, progress: () => undefined };
      return unwrap(await unwrap(host.tasks()).backUp(person.id, run));
    },
    close: async () => host.close(),
  };
}

async function setUp(tools: AccessTools, options: CommonOptions, desk: NewDesk): ReturnType<DeskAccess['setUp']> {
  const password = unwrap(await readPassword(options, tools.environment));
  const host = openHost(tools, options);
  try {
    return unwrap(await host.setUp({ ...firstRun(desk, required(options.person, 'init names a person')), password }));
  } finally {
    host.close();
  }
}

function firstRun({ unitName, unitCode, unitShort, kind, staffNumber }: NewDesk, person: string) {
  return {
    unit: { name: unitName, code: unitCode, shortName: unitShort ?? unitName, phone: '', address: '' },
    deskKind: kind,
    person: { name: person, staffNumber: staffNumber ?? '' },
  };
}
