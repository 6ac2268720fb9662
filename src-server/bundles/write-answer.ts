// Writes a bundle for a desk: what became of what it delivered, what it asked, and everything new for it (U14–U18).

import { randomUUID } from 'node:crypto';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import { writeBundle } from '../../src-node/bundles/write-bundle.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import { bundleFileName } from '../../src-shared/bundles/bundle-name.ts';
import { type BundleManifest, bundleVersion, signManifest } from '../../src-shared/bundles/manifest.ts';
import type { BundleRequests } from '../../src-shared/bundles/requests.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { oldestProtocol, protocolVersion } from '../../src-shared/sync/format/messages.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import { type Device, readDevice } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import { type AnswerContent, answerEntries } from './answer-entries.ts';
import { forkedOf, grantedTo, leaseAll, namedDevices } from './answer-requests.ts';
import { type LogStretch, stretchFor, toLogAnswer } from './log-pages.ts';
import type { TakenBundle } from './take-bundle.ts';

export type AnswerTarget = {
  /** A folder that is there. */
  readonly folder: string;
  readonly partBytes: number;
  readonly withFiles: boolean;
  readonly files: BlobFiles;
};

export type WrittenAnswer = {
  /** The file in the folder, and its parts where it has several. */
  readonly name: string;
  readonly parts: readonly string[];
  readonly bytes: number;
  readonly counts: BundleManifest['counts'];
};

/** For a desk whose bundles were taken in. @param taken all of one desk, in the order of their numbers */
export async function writeAnswer(
  centre: Centre,
  taken: readonly [TakenBundle, ...TakenBundle[]],
  target: AnswerTarget,
  work: BundleWork,
): Promise<Result<WrittenAnswer, Problem>> {
  const newest = taken[taken.length - 1] ?? taken[0];
  const { device, requests, open } = newest.bundle;
  const { name, scope, number } = open.manifest;
  const content = await answerFor(centre, device, requests, taken, target);
  if (!content.ok) return content;
  const answers = taken.map(({ bundle }) => ({
    id: bundle.open.manifest.id,
    number: bundle.open.manifest.number,
    sha256: bundle.sha256,
  }));
  return writeDown(centre, { way: 'down', device, name, scope, number, answers }, content.value, target, work);
}

/** For a PC that begins with it. @param enrolment the bytes of `enrolment.json` */
export async function writeStart(
  centre: Centre,
  start: { readonly device: Device; readonly enrolment: Uint8Array; readonly numbers: BundleRequests['numbers'] },
  target: AnswerTarget,
  work: BundleWork,
): Promise<Result<WrittenAnswer, Problem>> {
  const { device, enrolment, numbers } = start;
  const { name, home: scope } = device;
  const requests: Asked = { cursors: [], checkpoints: [], numbers, devices: [], blobs: [] };
  const content = await answerFor(centre, device, requests, [], target);
  if (!content.ok) return content;
  const address: Address = { way: 'start', device, name, scope, number: 1, answers: [] };
  return writeDown(centre, address, { ...content.value, enrolment }, target, work);
}

type Asked = Pick<BundleRequests, 'cursors' | 'checkpoints' | 'devices' | 'numbers' | 'blobs'>;

async function answerFor(
  centre: Centre,
  device: Device,
  requests: Asked,
  taken: readonly TakenBundle[],
  { withFiles, files }: AnswerTarget,
): Promise<Result<AnswerContent, Problem>> {
  // Looked up anew: its rights may have changed since the bundle was begun.
  const current = (await readDevice(centre.database.reading, device.device)) ?? device;
  const granted = await grantedTo(centre, current);
  const scopes = granted.map(({ scope }) => scope);
  const numbers = await leaseAll(centre, current, requests.numbers);
  if (!numbers.ok) return numbers;
  const stretches = await stretchesFor(centre, scopes, requests);
  if (!stretches.ok) return stretches;
  const answers: BundleAnswers = {
    answers: 1,
    at: centre.now(),
    granted,
    forked: await forkedOf(centre, current),
    logs: stretches.value.map(toLogAnswer),
    numbers: numbers.value,
    devices: await namedDevices(centre, requests.devices, scopes),
    blobs: taken.flatMap(({ blobs }) => blobs),
  };
  const lines = taken.flatMap((one) => one.lines);
  const reader = device.device;
  const wanted = requests.blobs;
  return ok({ reader, answers, lines, stretches: stretches.value, enrolment: null, wanted, withFiles, files });
}

async function stretchesFor(
  centre: Centre,
  scopes: readonly ScopeId[],
  asked: Asked,
): Promise<Result<readonly LogStretch[], Problem>> {
  const stretches: LogStretch[] = [];
  for (const scope of scopes) {
    const stretch = await stretchFor(centre, scope, asked);
    if (!stretch.ok) return stretch;
    stretches.push(stretch.value);
  }
  return ok(stretches);
}

type Address = Pick<BundleManifest, 'way' | 'name' | 'scope' | 'number' | 'answers'> & { readonly device: Device };

async function writeDown(
  centre: Centre,
  { device, ...address }: Address,
  content: AnswerContent,
  { folder, partBytes }: AnswerTarget,
  work: BundleWork,
): Promise<Result<WrittenAnswer, Problem>> {
  const { entries, counted } = answerEntries(centre, content);
  const manifest: Omit<BundleManifest, 'counts' | 'documents' | 'files'> = {
    alg: 'sha256-ed25519',
    v: bundleVersion,
    type: 'bundle',
    ...address,
    id: randomUUID().replaceAll('-', ''),
    centre: centre.centre,
    device: device.device,
    signedBy: bytesToHex(centre.publicKey),
    at: centre.now(),
    protocol: protocolVersion,
    oldestProtocol,
    software: 'case-desk',
    chain: null,
  };
  const name = bundleFileName({ way: address.way, device: device.device, number: address.number });
  const written = await writeBundle(
    {
      folder,
      name,
      recipient: ageRecipientOf(device.publicKey),
      partBytes,
      entries,
      seal: (files) => signManifest({ ...manifest, ...counted(), files: [...files] }, centre.signer, centre.crypto),
      at: new Date(centre.now()),
      expected: null,
    },
    work,
  );
  if (!written.ok) return written;
  const { parts, bytes } = written.value;
  return ok({ name, parts: parts.map((part) => part.name), bytes, counts: counted().counts });
}
