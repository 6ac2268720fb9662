// The round-trip stick: what the next one would hold, writing it, taking its answer in.

import type { BundleWork } from '../../../src-node/bundles/work.ts';
import type { Problem, ProblemFacts } from '../../../src-shared/base/problem.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { carryBundles } from '../../bundles/carry-bundles.ts';
import { enrolByStick } from '../../bundles/enrol-by-stick.ts';
import { enterReceiptCode } from '../../bundles/enter-receipt-code.ts';
import { exportBundle } from '../../bundles/export-bundle.ts';
import { importAnswers } from '../../bundles/import-answer.ts';
import { inspectBundles } from '../../bundles/inspect-bundles.ts';
import { planBundle } from '../../bundles/plan-bundle.ts';
import { removableDrives } from '../../bundles/removable-drives.ts';
import { requestEnrolment } from '../../bundles/request-enrolment.ts';
import { handoverSheet, stickViews } from '../../bundles/stick-views.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import type { JobRun } from '../jobs.ts';
import { forPerson } from './record-handlers.ts';

const { bundles } = contract;

export const bundleHandlers = {
  plan: bundles.plan.handler(({ context }) => planBundle(asPerson(context).desk)),
  sticks: bundles.sticks.handler(({ context }) => stickViews(asPerson(context).desk)),
  drives: bundles.drives.handler(() => removableDrives()),
  export: bundles.export.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const job = context.host.jobs.start({ kind: 'bundle_export', account: person.id }, async (run) => {
      const written = await exportBundle(desk, person, input, inMegabytes(run));
      if (!written.ok) return written;
      const { number, facts } = written.value;
      const { changes, records, files, filesLeft, parts, bytes, name, manifest } = facts;
      return outcome({ number, changes, records, files, filesLeft, parts, bytes, name, hash: manifest });
    });
    return { job };
  }),
  import: bundles.import.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const engine = answer(context.host.sync());
    const job = context.host.jobs.start({ kind: 'bundle_import', account: person.id }, async (run) => {
      const taken = await importAnswers(desk, person, input.places, engine.pace(), inMegabytes(run));
      engine.noticeFacts();
      desk.notify({ type: 'delivery' });
      return taken.ok ? outcome({ ...taken.value }) : taken;
    });
    return { job };
  }),
  carry: bundles.carry.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const engine = answer(context.host.sync());
    const job = context.host.jobs.start({ kind: 'bundle_carry', account: person.id }, async (run) => {
      const carried = await carryBundles(desk, person, engine.link(), input, inMegabytes(run));
      return carried.ok ? outcome({ ...carried.value }) : carried;
    });
    return { job };
  }),
  requestEnrolment: bundles.requestEnrolment.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    return answer(requestEnrolment(desk, person, input));
  }),
  enrol: bundles.enrol.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const engine = answer(context.host.sync());
    const job = context.host.jobs.start({ kind: 'bundle_import', account: person.id }, async (run) => {
      const taken = await enrolByStick(desk, person, input.places, engine.pace(), inMegabytes(run));
      engine.noticeFacts();
      desk.notify({ type: 'delivery' });
      return taken.ok ? outcome({ ...taken.value }) : taken;
    });
    return { job };
  }),
  inspect: bundles.inspect.handler(async ({ context, input }) => {
    const { desk } = asPerson(context);
    return answer(await inspectBundles(desk, input.places));
  }),
  enterCode: bundles.enterCode.handler(forPerson(enterReceiptCode)),
  sheet: bundles.sheet.handler(({ context, input }) => answer(handoverSheet(asPerson(context).desk, input.number))),
};

function outcome(facts: ProblemFacts): Result<{ readonly facts: ProblemFacts }, Problem> {
  return ok({ facts });
}

/** People read megabytes, and windows are told of a job only when its count has changed. */
function inMegabytes({ signal, progress }: JobRun): BundleWork {
  let told = -1;
  return {
    signal,
    progress(done, total) {
      const megabytes = Math.floor(done / 1_000_000);
      if (megabytes === told) return;
      told = megabytes;
      progress(megabytes, total === null ? null : Math.ceil(total / 1_000_000));
    },
  };
}
