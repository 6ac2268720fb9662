// A centre that serves on a free port of this machine for one test.

import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { invite } from '../../src-server/accounts/invite.ts';
import { addScope } from '../../src-server/accounts/manage-scopes.ts';
import { type Config, readConfig } from '../../src-server/config.ts';
import { type Serving, serve } from '../../src-server/main.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { DeskClient } from './desk-client.ts';
import { okValue } from './ok-value.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type RunningCentre = Serving & {
  addScope(scope: ScopeId): Promise<void>;
  /** A code for the scope, good for an hour. */
  code(scope: ScopeId): Promise<string>;
  /** A desk that has enrolled in the scope and holds a token. */
  desk(scope: ScopeId): Promise<DeskClient>;
};

export function testConfig(settings: Readonly<Record<string, string>> = {}): Config {
  const directory = settings['CASE_DESK_DATA'] ?? join(temporaryDirectory(), 'centre');
  return okValue(readConfig({ CASE_DESK_DATA: directory, CASE_DESK_PORT: '0', CASE_DESK_LOG: 'silent', ...settings }));
}

/** Stops when the running test ends, if it has not been stopped before. */
export async function startCentre(settings: Readonly<Record<string, string>> = {}): Promise<RunningCentre> {
  const serving = okValue(await serve(testConfig(settings)));
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= serving.stop();
    return stopped;
  };
  onTestFinished(stop);
  const { centre } = serving;
  const code = async (scope: ScopeId) =>
    okValue(await invite(centre, { scope, forDevice: null, note: '', lifetime: 3_600_000 })).code;
  return {
    ...serving,
    stop,
    code,
    addScope: async (scope) => {
      okValue(await addScope(centre, { scope, parent: null, name: `范围 ${scope}` }));
    },
    desk: async (scope) => {
      const desk = new DeskClient(serving.url);
      await desk.enter(await code(scope));
      return desk;
    },
  };
}
