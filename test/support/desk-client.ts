// A small desk for tests of the centre: it has a key, makes changes in its chain, and speaks the contract over HTTP.

import { randomBytes, randomUUID } from 'node:crypto';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { SignJWT } from 'jose';
import { createSigner, nodeCryptography, privateKeyOf, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import { centralContract } from '../../src-shared/contract/central.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import { chainStart as deviceChainStart } from '../../src-shared/history/chain-tip.ts';
import type { Change, Operation } from '../../src-shared/history/change.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { toDeviceId, toIncarnationId, toRecordId } from '../../src-shared/history/ids.ts';
import { makeGroup } from '../../src-shared/history/make-change.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import { enrolmentSigningBytes } from '../../src-shared/sync/format/enrolment.ts';
import type { ChangeItem } from '../../src-shared/sync/format/item.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Page } from '../../src-shared/sync/format/page.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';
import { okValue } from './ok-value.ts';

export type CentralClient = ContractRouterClient<typeof centralContract>;

export class DeskClient {
  readonly device: DeviceId;
  readonly seed = new Uint8Array(randomBytes(32));
  readonly url: string;
  readonly calls: CentralClient;
  readonly incarnation = toIncarnationId('i1');
  token = '';
  centre = '';
  #tips = new Map<ScopeId, ChainTip>();

  constructor(url: string, name = `desk-${randomUUID().slice(0, 8)}`) {
    this.device = toDeviceId(name);
    this.url = url;
    this.calls = this.#callsAt(url);
  }

  #callsAt(url: string): CentralClient {
    const link = new OpenAPILink(centralContract, {
      url: `${url}/sync/v1`,
      headers: () => (this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
    });
    return createORPCClient<CentralClient>(link);
  }

  /** What is sent to enrol with this code. */
  enrolment(code: string) {
    const publicKey = bytesToHex(publicKeyOf(this.seed));
    const proof = createSigner(this.device, this.seed).sign(enrolmentSigningBytes(code, this.device, publicKey));
    const { device, incarnation } = this;
    return {
      protocol: 1,
      code,
      device,
      incarnation,
      name: '一号机',
      publicKey,
      proof: bytesToHex(proof),
      software: 't',
    };
  }

  /** @param now s since 1970, as this desk's clock says */
  assertion(now = Math.floor(Date.now() / 1000), jti: string = randomUUID()): Promise<string> {
    return new SignJWT({ jti })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(this.device)
      .setSubject(this.device)
      .setAudience(this.centre)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(privateKeyOf(this.seed));
  }

  async enter(code: string): Promise<void> {
    this.centre = (await this.calls.enrol(this.enrolment(code))).centre;
    await this.signIn();
  }

  async signIn(): Promise<void> {
    this.token = (await this.calls.token({ protocol: 1, assertion: await this.assertion() })).token;
  }

  /** One signed group of new records, a note in each and what else is written. */
  write(
    scope: ScopeId,
    records: readonly string[],
    after: readonly Change[] = [],
    more: readonly Operation[] = [],
  ): readonly Change[] {
    const tip = this.#tips.get(scope) ?? deviceChainStart(scope, this.device, this.incarnation);
    const inputs = records.map((record) => ({
      kind: 'found_item',
      record: toRecordId(record),
      parents: toParents(after.filter(({ header }) => header.record === record).map(({ id }) => id)),
      at: Date.now(),
      by: 'p1',
      ops: [...more, { path: 'note', value: `在城关所拾得 ${record}` }],
    }));
    const group = okValue(makeGroup(inputs, tip, createSigner(this.device, this.seed), nodeCryptography));
    this.#tips.set(scope, group.tip);
    return group.changes;
  }

  push(scope: ScopeId, changes: readonly Change[]) {
    return this.pushTo(this.url, scope, changes);
  }

  /** To another process of the same centre. */
  pushTo(url: string, scope: ScopeId, changes: readonly Change[]) {
    const head = { push: 1, scope, device: this.device };
    return this.#callsAt(url).push(new Blob([new Uint8Array(encodeDocument(head, changes.map(toItem)).bytes)]));
  }

  /** The calls of another process of the same centre. */
  callsTo(url: string): CentralClient {
    return this.#callsAt(url);
  }

  async pull(cursor: LogPoint): Promise<Page> {
    const page = await this.calls.pull({ protocol: 1, cursor });
    return okValue(decodePage(new Uint8Array(await page.arrayBuffer())));
  }
}

export function toItem({ id, headerBytes, bodyBytes, signature }: Change): ChangeItem {
  return { kind: 'change', subject: id, bytes: { header: headerBytes, body: bodyBytes, signature } };
}
