// Bundles and their papers: the file as it lies on a stick, the zip inside it sealed by whoever has the reader's public key
// (everybody does), the lists in it, and the papers of an enrolment.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { readAnswer as readAnswerLists } from '../../src-main/bundles/read-answer.ts';
import { checkEntries, openBundle } from '../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../src-node/trust/agree-keys.ts';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { isBoundTo, readAnswer, readRequest } from '../../src-shared/bundles/enrolment-papers.ts';
import { requestsShape } from '../../src-shared/bundles/requests.ts';
import { answerPaper, requestPaper, sampleInvite } from '../support/enrolment-samples.ts';
import { blobOf, centreKey, centreSeed, entry, pseudoRandom, writeSample } from '../support/made-bundle.ts';
import { okValue } from '../support/ok-value.ts';
import { type FuzzTarget, jsonTarget } from './target.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-desk-fuzz-'));
const name = '3f2a91c0-0007.casebundle';
const identity = ageIdentityOf(centreSeed);

await writeSample(folder, {
  entries: [
    entry('requests.json', '{"requests":1}'),
    entry('changes.ndjson', '{"n":1}\n'.repeat(50)),
    blobOf(pseudoRandom(300, 'photo')),
  ],
});
const onStick = new Uint8Array(readFileSync(join(folder, name)));
const decrypter = new Decrypter();
decrypter.addIdentity(identity);
const zipInside = await decrypter.decrypt(onStick);

/** True where every byte of it was found in order. */
async function isWhole(bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, 'played.casebundle');
  writeFileSync(path, bytes);
  const opened = await openBundle({ name, parts: [{ path, bytes: bytes.length }], sums: null }, identity, quietWork);
  if (!opened.ok) return false;
  const checked = await checkEntries(opened.value, quietWork);
  await opened.value.close();
  return checked.ok;
}

async function sealed(zip: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageRecipientOf(centreKey));
  return encrypter.encrypt(zip);
}

const answers = {
  answers: 1,
  at: 1_763_700_000_000,
  granted: [{ scope: 'east', name: '东门' }],
  forked: [],
  logs: [],
  numbers: [{ request: 'ab'.repeat(16), first: 1, last: 100 }],
  devices: [],
  blobs: [{ hash: 'cd'.repeat(32), verdict: 'confirmed' }],
};
const requests = {
  requests: 1,
  cursors: [{ scope: 'east', epoch: 'ab'.repeat(16), seq: 7, chain: 'cd'.repeat(32) }],
  checkpoints: [{ scope: 'east', points: [{ seq: 3, chain: 'ef'.repeat(32) }] }],
  incarnations: [],
  numbers: [],
  devices: [],
  blobs: ['cd'.repeat(32)],
};

export const bundleTargets: readonly FuzzTarget[] = [
  {
    name: 'bundle on a stick',
    seeds: [onStick],
    async run(bytes) {
      const same = Buffer.compare(bytes, onStick) === 0;
      assert((await isWhole(bytes)) === same, 'what was changed on its way is never taken for whole');
    },
  },
  { name: 'zip in a bundle', seeds: [zipInside], run: async (bytes) => isWhole(await sealed(bytes)) },
  {
    name: 'lists of an answer',
    seeds: [textToBytes(JSON.stringify(answers)), textToBytes('{"bundle":"00","document":0,"verdicts":[]}\n')],
    run: (bytes) => {
      const list = {
        bytes: bytes.length,
        stream: async function* () {
          yield bytes;
        },
      };
      return readAnswerLists({
        entries: new Map([
          ['answers.json', list],
          ['verdicts.ndjson', list],
        ]),
      });
    },
  },
  jsonTarget('requests of a desk', [requests], (value) => requestsShape.safeParse(value)),
  {
    name: 'request of an enrolment',
    seeds: [requestPaper],
    run(bytes) {
      // As if everybody's signature held: the code must still tell.
      const read = readRequest(bytes, () => true, nodeCryptography);
      if (!read.ok) return;
      const bound = isBoundTo('request', read.value, sampleInvite);
      const said = okValue(readRequest(requestPaper, () => true, nodeCryptography));
      assert(!bound || Buffer.compare(read.value.bytes, said.bytes) === 0, 'the code vouches for these words only');
    },
  },
  {
    name: 'answer to an enrolment',
    seeds: [answerPaper],
    run(bytes) {
      const read = readAnswer(bytes);
      if (!read.ok) return;
      const bound = isBoundTo('answer', read.value, sampleInvite);
      const said = okValue(readAnswer(answerPaper));
      assert(!bound || Buffer.compare(read.value.bytes, said.bytes) === 0, 'the code vouches for these words only');
    },
  },
];
