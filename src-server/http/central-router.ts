// The contract between desk and centre, implemented: every call there, or this does not compile.

import { assertNever } from '../../src-shared/base/assert.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { Use, UseVerdict } from '../../src-shared/sync/centre/may-use.ts';
import { mayUse } from '../../src-shared/sync/centre/may-use.ts';
import { enrol } from '../accounts/enrol.ts';
import { giveToken } from '../accounts/token.ts';
import { type Device, readDevices } from '../stores/device-store.ts';
import { answerHave, answerLocate, answerOffer, answerPoll } from '../sync/answer-poll.ts';
import { answerFetch } from '../sync/answer-pull.ts';
import { answerPush } from '../sync/answer-push.ts';
import { leaseNumbers } from '../sync/lease-numbers.ts';
import { answerOf, checkProtocol, contract, enrolled, open, problemError } from './call-context.ts';
import type { Metrics } from './metrics.ts';
import type { Turnstile } from './turnstile.ts';

/** @throws the problem that stands against it, as an answer */
function checkUse(device: Device, use: Use, scope: ScopeId): void {
  const verdict = mayUse(device, use, scope);
  if (verdict !== 'allowed') throw problemError(problemOf(verdict, device, scope));
}

function problemOf(verdict: Exclude<UseVerdict, 'allowed'>, { device }: Device, scope: ScopeId): Problem {
  switch (verdict) {
    case 'revoked':
      return { code: 'sync_device_revoked', facts: { device } };
    case 'unknown_device':
      return { code: 'sync_not_enrolled' };
    case 'not_granted':
      return { code: 'sync_scope_not_granted', facts: { device, scope } };
    default:
      return assertNever(verdict, 'verdict');
  }
}

function documentOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' });
}

/** @param pushes how many are taken in at one time */
export function createCentralRouter(pushes: Turnstile, metrics: Metrics) {
  return contract.router({
    enrol: open.enrol.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      return answerOf(await enrol(context.centre, input));
    }),
    token: open.token.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      return answerOf(await giveToken(context.centre, input.assertion));
    }),
    poll: enrolled.poll.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      return answerOf(await answerPoll(context.centre, context.device, input));
    }),
    pull: enrolled.pull.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.cursor.scope);
      const { centre, pages, wanted, packing } = context;
      const { body, coding } = answerOf(await pages.pull(centre, input.cursor, wanted));
      packing.coding = coding;
      return documentOf(body);
    }),
    locate: enrolled.locate.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.scope);
      return answerOf(await answerLocate(context.centre, input));
    }),
    have: enrolled.have.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'deliver', input.scope);
      return answerOf(await answerHave(context.centre, input));
    }),
    offer: enrolled.offer.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'deliver', input.scope);
      return answerOf(await answerOffer(context.centre, context.device, input));
    }),
    push: enrolled.push.handler(async ({ input, context }) => {
      const bytes = new Uint8Array(await input.arrayBuffer());
      const { answer, records, scope, hasErased } = answerOf(
        await pushes.pass(bytes.length, () => answerPush(context.centre, context.device, bytes)),
      );
      for (const { verdict } of answer.verdicts) metrics.count('case_desk_changes_total', { verdict });
      if (hasErased) context.pages.forget(scope);
      context.onAdmitted(scope, records);
      return answer;
    }),
    fetch: enrolled.fetch.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.scope);
      return documentOf(await answerFetch(context.centre, input.scope, input.ids));
    }),
    directory: enrolled.directory.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      const devices = await readDevices(context.centre.database.reading, input.devices);
      return {
        devices: devices.map(({ device, name, home, publicKey }) => ({
          device,
          name,
          scope: home,
          publicKey: bytesToHex(publicKey),
        })),
        at: context.centre.now(),
      };
    }),
    numbers: enrolled.numbers.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.scope);
      const { protocol: _, ...request } = input;
      const block = answerOf(await leaseNumbers(context.centre, context.device.device, request));
      return { ...block, at: context.centre.now() };
    }),
    snapshot: enrolled.snapshot.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.scope);
      const manifest = answerOf(await context.snapshots.offer(input.scope));
      return { manifest, at: context.centre.now() };
    }),
    snapshotPart: enrolled.snapshotPart.handler(async ({ input, context }) => {
      checkProtocol(input.protocol);
      checkUse(context.device, 'read', input.scope);
      return documentOf(answerOf(await context.snapshots.part(input.scope, input.sha256)));
    }),
  });
}
