// Desks of one unit that are enrolled with a running centre.

import { join } from 'node:path';
import type { Desk } from '../../src-main/records/desk.ts';
import { enrolDesk } from '../../src-main/sync/enrolment.ts';
import type { SyncEngine } from '../../src-main/sync/sync-engine.ts';
import { syncOnce } from '../../src-main/sync/sync-once.ts';
import { invite } from '../../src-server/accounts/invite.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import { okValue } from './ok-value.ts';
import type { RunningCentre } from './running-centre.ts';
import { startCentre } from './running-centre.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import type { TestDesk, TestDeskOptions } from './test-desk.ts';
import { testDesk, testUnit } from './test-desk.ts';

export const unitScope = toScopeId(testUnit.code);

/** Another code for a desk that is known to the centre already. */
export async function codeFor(centre: RunningCentre, device: DeviceId): Promise<string> {
  const given = { scope: unitScope, forDevice: device, note: '', lifetime: 3_600_000 };
  return okValue(await invite(centre.centre, given)).code;
}

export type SyncedDesk = TestDesk & {
  readonly engine: SyncEngine;
  readonly open: Desk;
  /** Syncs until nothing is left to do now. */
  readonly sync: () => Promise<void>;
};

export type UnitCentre = RunningCentre & { readonly directory: string };

export async function startUnitCentre(settings: Readonly<Record<string, string>> = {}): Promise<UnitCentre> {
  const directory = settings['CASE_DESK_DATA'] ?? join(temporaryDirectory(), 'centre');
  const centre = await startCentre({ ...settings, CASE_DESK_DATA: directory });
  await centre.addScope(unitScope);
  return { ...centre, directory };
}

/** The same centre on the same data and port, after it was stopped. */
export function startUnitCentreAgain({ directory, url }: UnitCentre): Promise<RunningCentre> {
  return startCentre({ CASE_DESK_DATA: directory, CASE_DESK_PORT: new URL(url).port });
}

/** @param url another way to the centre than its own address */
export async function syncedDesk(
  centre: RunningCentre,
  name: string,
  { url = centre.url, ...options }: TestDeskOptions & { readonly url?: string } = {},
): Promise<SyncedDesk> {
  const desk = await testDesk(options);
  const engine = okValue(desk.host.sync());
  const open = okValue(desk.host.openDesk());
  const code = await centre.code(toScopeId(options.unit?.code ?? unitScope));
  okValue(await enrolDesk(open, desk.account, { url, authority: null, code, name }));
  return { ...desk, engine, open, sync: async () => void okValue(await syncOnce(engine)) };
}
