// Bundles at the centre, the same on every database: what is taken in is what a push would bring, whatever happens to it.

import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBundles } from '../../src-node/bundles/find-parts.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import { revoke } from '../../src-server/accounts/manage-scopes.ts';
import { type ImportReport, importBundles } from '../../src-server/bundles/import-bundles.ts';
import { bundleReport } from '../../src-server/bundles/import-report.ts';
import { receiptFacts } from '../../src-server/bundles/receipt-facts.ts';
import { verifyScope } from '../../src-server/sync/verify-scope.ts';
import { required } from '../../src-shared/base/assert.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { followEntries } from '../../src-shared/sync/format/scope-chain.ts';
import { okValue } from '../support/ok-value.ts';
import { importingTo, openWithScope, StickDesk, sha256 } from '../support/stick-desk.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const station = toScopeId('chengguan');
type Directory = { readonly directory: string };

export function bundlesContract(freshUrl: () => Promise<string | undefined>): void {
  async function opened() {
    const centre = await openWithScope(station, await freshUrl());
    const folder = temporaryDirectory();
    const out = temporaryDirectory();
    const desk = await StickDesk.enrolled(centre, station);
    const bring = async (paths: readonly string[], more: object = {}): Promise<ImportReport> =>
      okValue(
        await importBundles(
          centre,
          okValue(await findBundles(paths)),
          { ...importingTo((centre satisfies Directory).directory, out), ...more },
          quietWork,
        ),
      );
    const answerOf = async (report: ImportReport, to = desk) =>
      to.readDown(`${out}/${required(report.desks[0]?.answer, 'an answer was written').name}`);
    const counts = (report: ImportReport) =>
      report.desks.flatMap(({ taken }) =>
        taken.map((result) => {
          const { number, accepted, known, waiting, refused } = bundleReport(result, null, 'en');
          return { number, accepted, known, waiting, refused };
        }),
      );
    return { centre, desk, folder, out, bring, answerOf, counts };
  }

  const numbered = (number: number, accepted: number, more: object = {}) => ({
    number,
    accepted,
    known: 0,
    waiting: 0,
    refused: 0,
    ...more,
  });
  const idsOf = (changes: readonly Change[]) => changes.map(({ id }) => id);

  describe('a bundle that comes to the centre', () => {
    it('[U10] is taken in as pushes are, and answered with verdicts, receipts and the log', async () => {
      const { centre, desk, folder, bring, answerOf, counts } = await opened();
      const [first, second] = [desk.write(station, ['r1', 'r2']), desk.write(station, ['r3'])];
      const path = await desk.writeUp(folder, { scope: station, documents: [first, second], number: 4 });
      const report = await bring([path]);
      expect(report.notUsed).toEqual([]);
      expect(counts(report)).toEqual([numbered(4, 3)]);
      const { manifest, lines, answers, pages } = await answerOf(report);
      expect(manifest).toMatchObject({ way: 'down', number: 4, device: desk.device, answers: [{ number: 4 }] });
      expect(lines.map(({ document, verdicts }) => [document, verdicts.map(({ id }) => id)])).toEqual([
        [0, idsOf(first)],
        [1, idsOf(second)],
      ]);
      const start = required(answers.logs[0], 'the scope is granted').standing;
      const from = { seq: 0, chain: required(pages[0], 'a page').standing.there ?? start.head.chain };
      expect(followEntries(from, pages.flatMap(({ items }) => items) as never, centre.crypto)).toEqual(start.head);
      expect(manifest.counts).toEqual({ changes: 3, records: 3, blobs: 0, blobsLeft: 0, kinds: { found_item: 3 } });
      expect((await verifyScope(centre, station)).faults).toEqual([]);
    });

    it('[U17] changes nothing the second time, and is answered again', async () => {
      const { centre, desk, folder, bring, answerOf, counts } = await opened();
      const path = await desk.writeUp(folder, { scope: station, documents: [desk.write(station, ['r1', 'r2'])] });
      await bring([path]);
      const before = await verifyScope(centre, station);
      const again = await bring([path, path]);
      expect(counts(again)).toEqual([numbered(1, 0, { known: 2 })]);
      expect(await verifyScope(centre, station)).toEqual(before);
      expect((await answerOf(again)).lines[0]?.verdicts.map(({ verdict }) => verdict)).toEqual([
        'already_known',
        'already_known',
      ]);
    });

    it('before the one it builds on waits for it, and is whole once both are there', async () => {
      const { desk, folder, bring, counts } = await opened();
      const one = desk.write(station, ['r1']);
      const two = desk.write(station, ['r1'], one);
      const later = await desk.writeUp(folder, { scope: station, documents: [two], number: 3 });
      const earlier = await desk.writeUp(folder, { scope: station, documents: [one], number: 2 });
      expect(counts(await bring([later]))).toEqual([numbered(3, 0, { waiting: 1 })]);
      // Given together they are taken in by their numbers, whatever order they are named in.
      expect(counts(await bring([later, earlier]))).toEqual([numbered(2, 1), numbered(3, 1)]);
    });

    it('with others of its desk gets one answer for all of them', async () => {
      const { desk, folder, bring, answerOf } = await opened();
      const [one, two] = [desk.write(station, ['r1']), desk.write(station, ['r2'])];
      const paths = [
        await desk.writeUp(folder, { scope: station, documents: [one, two], number: 6 }),
        await desk.writeUp(folder, { scope: station, documents: [one], number: 5 }),
      ];
      const { manifest, lines } = await answerOf(await bring(paths));
      expect(manifest.number).toBe(6);
      expect(manifest.answers.map(({ number }) => number)).toEqual([5, 6]);
      expect(lines.map(({ verdicts }) => verdicts.map(({ verdict }) => verdict))).toEqual([
        ['accepted'],
        ['already_known'],
        ['accepted'],
      ]);
    });

    it('brings files that are visible with the right hash, and none twice', async () => {
      const { centre, desk, folder, bring, answerOf } = await opened();
      const photos = [new Uint8Array(70_000).fill(3), new Uint8Array()];
      const path = await desk.writeUp(folder, { scope: station, blobs: photos });
      const wanted = photos.map(sha256);
      for (const report of [await bring([path]), await bring([path])])
        expect((await answerOf(report)).answers.blobs).toEqual(wanted.map((hash) => ({ hash, verdict: 'confirmed' })));
      const other = await StickDesk.enrolled(centre, station);
      const asking = await other.writeUp(folder, { scope: station, requests: { blobs: [...wanted, 'ab'.repeat(32)] } });
      const { blobs, manifest } = await answerOf(await bring([asking]), other);
      expect([...blobs].toSorted()).toEqual(
        photos.map((photo): [string, Uint8Array] => [sha256(photo), photo]).toSorted(),
      );
      expect(manifest.counts.blobs).toBe(2);
    });

    it('clears away what an import that was killed has left long ago', async () => {
      const { centre, desk, folder, bring } = await opened();
      const carried = join(centre.directory, 'carried');
      mkdirSync(carried);
      for (const [name, age] of [
        ['old', 2],
        ['young', 0],
      ] as const) {
        writeFileSync(join(carried, name), 'x');
        utimesSync(join(carried, name), new Date(), new Date(Date.now() - age * 86_400_000));
      }
      await bring([await desk.writeUp(folder, { scope: station, blobs: [new Uint8Array([1])] })]);
      expect(readdirSync(carried)).toEqual(['young']);
    });

    it('refuses a file that is too large, and says which', async () => {
      const { desk, folder, bring, answerOf } = await opened();
      const large = new Uint8Array(1_000_001);
      const report = await bring([await desk.writeUp(folder, { scope: station, blobs: [large] })]);
      const refused = [{ hash: sha256(large), verdict: 'refused', code: 'server_blob_too_large' }];
      expect((await answerOf(report)).answers.blobs).toEqual(refused);
    });

    it('is rehearsed without a trace, with the verdicts it would get', async () => {
      const { centre, desk, folder, bring, counts } = await opened();
      const one = desk.write(station, ['r1']);
      const two = desk.write(station, ['r1', 'r2'], one);
      const path = await desk.writeUp(folder, { scope: station, documents: [one, two], blobs: [new Uint8Array([1])] });
      const before = await verifyScope(centre, station);
      const rehearsed = await bring([path], { isRehearsal: true });
      expect(rehearsed.desks[0]?.answer).toBeNull();
      expect(await verifyScope(centre, station)).toEqual(before);
      expect(counts(await bring([path]))).toEqual(counts(rehearsed));
      expect(counts(rehearsed)).toEqual([numbered(1, 3)]);
    });

    it('of a revoked desk is kept aside whole, and gets verdicts and nothing of the log', async () => {
      const { centre, desk, folder, bring, answerOf, counts } = await opened();
      const path = await desk.writeUp(folder, { scope: station, documents: [desk.write(station, ['r1'])] });
      okValue(await revoke(centre, desk.device, '遗失'));
      const report = await bring([path]);
      expect(counts(report)).toEqual([numbered(1, 0, { refused: 1 })]);
      const { answers, pages } = await answerOf(report);
      expect([answers.granted, answers.logs, answers.devices, pages]).toEqual([[], [], [], []]);
    });
  });

  describe('the log in an answer', () => {
    it('[U15] goes on from where the desk is', async () => {
      const { centre, desk, folder, bring, answerOf } = await opened();
      const first = await desk.writeUp(folder, { scope: station, documents: [desk.write(station, ['r1', 'r2'])] });
      const { answers } = await answerOf(await bring([first]));
      const { epoch, head, scope } = required(answers.logs[0], 'granted').standing;
      const cursor: LogPoint = { scope, epoch, ...head };
      const other = await StickDesk.enrolled(centre, station);
      await bring([await other.writeUp(folder, { scope: station, documents: [other.write(station, ['r9'])] })]);
      const next = await desk.writeUp(folder, { scope: station, number: 2, requests: { cursors: [cursor] } });
      const later = await answerOf(await bring([next]));
      expect(later.pages.map(({ from, to, items }) => [from, to.seq, items.length])).toEqual([[2, 3, 1]]);
      expect(later.answers.logs).toEqual([
        {
          standing: expect.objectContaining({ there: head.chain, head: expect.objectContaining({ seq: 3 }) }),
          asked: cursor,
          common: head,
        },
      ]);
      expect(later.answers.devices.map(({ device }) => device).toSorted()).toEqual(
        [desk.device, other.device].toSorted(),
      );
    });

    it('[U15] goes on from the last place both share where the log is another one since', async () => {
      const { desk, folder, bring, answerOf } = await opened();
      await bring([
        await desk.writeUp(folder, { scope: station, documents: [desk.write(station, ['r1', 'r2', 'r3'])] }),
      ]);
      const { pages } = await answerOf(await bring([await desk.writeUp(folder, { scope: station, number: 2 })]));
      const page = required(pages[0], 'the whole log');
      const start = required(page.standing.there, 'the beginning of the log');
      const lost = { scope: station, epoch: page.standing.epoch, seq: 9, chain: 'ab'.repeat(32) as typeof start };
      const requests = { cursors: [lost], checkpoints: [{ scope: station, points: [{ seq: 0, chain: start }] }] };
      const report = await bring([await desk.writeUp(folder, { scope: station, number: 3, requests })]);
      const answer = await answerOf(report);
      expect(answer.answers.logs[0]).toMatchObject({
        asked: lost,
        common: { seq: 0, chain: start },
        standing: { there: null },
      });
      expect(answer.pages.map(({ from, to }) => [from, to.seq])).toEqual([[0, 3]]);
    });

    it('comes with blocks of numbers, the same for the same request', async () => {
      const { desk, folder, bring, answerOf } = await opened();
      const numbers = [
        { scope: station, kind: 'found_item', year: 2026, count: 100, used: 7, request: 'ab'.repeat(16) },
      ];
      const path = await desk.writeUp(folder, { scope: station, requests: { numbers } });
      for (let trip = 0; trip < 2; trip += 1)
        expect((await answerOf(await bring([path]))).answers.numbers).toEqual([
          { request: 'ab'.repeat(16), first: 8, last: 107 },
        ]);
    });
  });

  describe('a receipt code', () => {
    it('names what was not taken in by its place, changes first and files after them', async () => {
      const { centre, desk, folder, bring } = await opened();
      const waiting = desk.write(station, ['r2'], desk.write(station, ['r2']));
      const documents = [desk.write(station, ['r1']), waiting];
      const load = { scope: station, documents, blobs: [new Uint8Array([1]), new Uint8Array(1_000_001)], number: 9 };
      const report = await bring([await desk.writeUp(folder, load)]);
      const facts = receiptFacts(centre, required(report.desks[0]?.taken[0], 'taken'));
      expect(facts.exceptions.map(({ place, what, reason }) => [place, what, reason.code])).toEqual([
        [2, 'change', 'sync_waiting'],
        [4, 'file', 'server_blob_too_large'],
      ]);
      expect(facts.code).toMatch(/^009[0-9A-Z]-([0-9A-Z]{4}-){2}[0-9A-Z]{4}\/2,4$/);
      expect(facts).toMatchObject({ number: 9, changes: 2, files: 2, device: desk.device });
    });
  });
}
