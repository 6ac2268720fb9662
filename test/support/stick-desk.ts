// A small desk that has no network: it enrols by hand, writes bundles for the centre and reads the centre's answers.

import { createHash, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { findBundles } from '../../src-node/bundles/find-parts.ts';
import { checkEntries, type OpenBundle, openBundle, readWhole } from '../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import { type EntrySource, writeBundle } from '../../src-node/bundles/write-bundle.ts';
import { ageIdentityOf } from '../../src-node/trust/agree-keys.ts';
import { createSigner, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { enrol } from '../../src-server/accounts/enrol.ts';
import { invite } from '../../src-server/accounts/invite.ts';
import { addScope } from '../../src-server/accounts/manage-scopes.ts';
import { openBlobFiles } from '../../src-server/blobs/open-blob-files.ts';
import type { Importing } from '../../src-server/bundles/import-bundles.ts';
import { openFromConfig } from '../../src-server/main.ts';
import type { Centre } from '../../src-server/sync/centre.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex, textToBytes } from '../../src-shared/base/bytes.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { answersShape, type VerdictLine, verdictLineShape } from '../../src-shared/bundles/answers.ts';
import { bundleFileName } from '../../src-shared/bundles/bundle-name.ts';
import { type EnrolmentRequest, writeRequest } from '../../src-shared/bundles/enrolment-papers.ts';
import { type BundleManifest, checkManifestSignature, signManifest } from '../../src-shared/bundles/manifest.ts';
import type { BundleRequests } from '../../src-shared/bundles/requests.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { type ScopeId, toScopeId } from '../../src-shared/history/ids.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import { inviteHash } from '../../src-shared/sync/format/enrolment.ts';
import { decodePage, type Page } from '../../src-shared/sync/format/page.ts';
import { DeskClient, toItem } from './desk-client.ts';
import { okValue } from './ok-value.ts';
import { testConfig } from './running-centre.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A centre that serves nobody, on SQLite or at this address of PostgreSQL. */
export async function openQuietCentre(databaseUrl?: string): Promise<Centre & { readonly directory: string }> {
  const directory = temporaryDirectory();
  const settings = { CASE_DESK_DATA: directory, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
  const opened = okValue(await openFromConfig(testConfig(settings)));
  onTestFinished(() => opened.close());
  return { ...opened.centre, directory };
}

export async function openWithScope(scope: ScopeId, databaseUrl?: string) {
  const centre = await openQuietCentre(databaseUrl);
  okValue(await addScope(centre, { scope, parent: null, name: `范围 ${scope}` }));
  return centre;
}

/** What an import needs, with answers written to `out`. */
export function importingTo(directory: string, out: string | null): Importing {
  const files = openBlobFiles({ directory, bucket: null });
  return {
    place: { files, directory: `${directory}/carried`, blobBytes: 1_000_000 },
    carrier: null,
    onAdmitted: () => undefined,
    target: out === null ? null : { folder: out, partBytes: 4_000_000_000, withFiles: true, files },
    isRehearsal: false,
  };
}

export type Load = {
  readonly scope: ScopeId;
  /** One push each. */
  readonly documents?: readonly (readonly Change[])[];
  readonly blobs?: readonly Uint8Array[];
  readonly requests?: Partial<BundleRequests>;
  readonly number?: number;
  /** Changes what the manifest says before it is signed. */
  readonly lie?: (manifest: BundleManifest) => object;
  readonly partBytes?: number;
};

export type ReadAnswer = {
  readonly manifest: BundleManifest;
  readonly answers: ReturnType<typeof answersShape.parse>;
  readonly lines: readonly VerdictLine[];
  readonly pages: readonly Page[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly entries: OpenBundle['entries'];
};

export class StickDesk extends DeskClient {
  readonly at: Centre;
  constructor(centre: Centre) {
    super('http://127.0.0.1:9', `${bytesToHex(nodeCryptography.randomBytes(16))}`);
    this.at = centre;
  }

  static async enrolled(centre: Centre, scope: ScopeId): Promise<StickDesk> {
    const desk = new StickDesk(centre);
    const { code } = okValue(await invite(centre, { scope, forDevice: null, note: '', lifetime: 3_600_000 }));
    okValue(await enrol(centre, desk.enrolment(code)));
    return desk;
  }

  /** Writes a bundle and gives its path. */
  async writeUp(folder: string, load: Load): Promise<string> {
    const { scope, documents = [], blobs = [], requests = {}, number = 1, lie } = load;
    const pushes = documents.map(
      (changes) => encodeDocument({ push: 1, scope, device: this.device }, changes.map(toItem)).bytes,
    );
    const asked = {
      requests: 1,
      cursors: [],
      checkpoints: [],
      incarnations: [],
      numbers: [],
      devices: [],
      blobs: [],
      ...requests,
    };
    const manifest = this.#manifest(load, pushes);
    const name = bundleFileName({ way: 'up', device: this.device, number });
    const sealed = (files: BundleManifest['files']) => {
      const honest = { ...manifest, files };
      return { ...honest, ...lie?.(honest) };
    };
    okValue(
      await writeBundle(
        {
          folder,
          name,
          recipient: ageRecipientOf(this.at.publicKey),
          partBytes: load.partBytes ?? 4_000_000_000,
          entries: [
            entry('requests.json', textToBytes(JSON.stringify(asked))),
            ...(pushes.length === 0 ? [] : [entry('changes.ndjson', new Uint8Array(Buffer.concat(pushes)))]),
            ...blobs.map((blob) => entry(`blobs/${sha256(blob)}`, blob)),
          ],
          seal: (files) => signManifest(sealed([...files]), createSigner(this.device, this.seed), nodeCryptography),
          at: new Date(0),
          expected: null,
        },
        quietWork,
      ),
    );
    return `${folder}/${name}`;
  }

  #manifest({ scope, documents = [], blobs = [], number = 1 }: Load, pushes: readonly Uint8Array[]): BundleManifest {
    const changes = documents.flat();
    return {
      alg: 'sha256-ed25519',
      v: 1,
      type: 'bundle',
      way: 'up',
      id: randomUUID().replaceAll('-', ''),
      number,
      centre: this.at.centre,
      device: this.device,
      name: '一号机',
      scope,
      signedBy: bytesToHex(publicKeyOf(this.seed)),
      at: 1_000,
      protocol: 1,
      oldestProtocol: 1,
      software: 'test',
      counts: { changes: changes.length, records: 0, blobs: blobs.length, blobsLeft: 0, kinds: {} },
      chain: null,
      documents: pushes.map((bytes, index) => ({ scope, bytes: bytes.length, items: documents[index]?.length ?? 0 })),
      answers: [],
      files: [],
    };
  }

  /** The file with which it asks to be let in by a code. */
  requestFile(code: string, more: Partial<EnrolmentRequest> = {}): Uint8Array {
    const { code: _code, proof: _proof, ...fields } = this.enrolment(code);
    const request: EnrolmentRequest = {
      type: 'enrolment_request',
      v: 1,
      ...fields,
      scope: toScopeId('chengguan'),
      numbers: [],
      at: 1,
      ...more,
    };
    const hash = inviteHash(code, nodeCryptography);
    return writeRequest(request, createSigner(this.device, this.seed), { hash, hashing: nodeCryptography });
  }

  /** Opens and checks an answer as a desk does. */
  async readDown(path: string): Promise<ReadAnswer> {
    const [found] = okValue(await findBundles([path]));
    const open = okValue(await openBundle(required(found, 'an answer is there'), ageIdentityOf(this.seed), quietWork));
    okValue(checkManifestSignature(open.signed, this.at.publicKey, this.at.verify, nodeCryptography));
    okValue(await checkEntries(open, quietWork));
    const { manifest, entries } = open;
    const whole = (name: string) => readWhole(entries, name, 100_000_000);
    const answers = answersShape.parse(JSON.parse(textOf(await whole('answers.json'))));
    const lines = textOf(await whole('verdicts.ndjson'))
      .split('\n')
      .filter((line) => line !== '');
    const log = (await whole('log.ndjson')) ?? new Uint8Array();
    let start = 0;
    const pages = manifest.documents.map(({ bytes }) => {
      start += bytes;
      return okValue(decodePage(log.subarray(start - bytes, start)));
    });
    const blobs = new Map<string, Uint8Array>();
    for (const { name, sha256: hash } of manifest.files)
      if (name.startsWith('blobs/')) blobs.set(hash, required(await whole(name), 'a file that was checked'));
    await open.close();
    return {
      manifest,
      answers,
      lines: lines.map((line) => verdictLineShape.parse(JSON.parse(line))),
      pages,
      blobs,
      entries,
    };
  }
}

function entry(name: string, bytes: Uint8Array): EntrySource {
  return { name, packed: !name.startsWith('blobs/'), content: () => [bytes] };
}

function textOf(bytes: Uint8Array | null): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('utf8');
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
