// The round-trip stick: what goes out on it, and what comes back.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { bundleLimits } from '../bundles/bundle-limits.ts';
import type { BundlePlanView, DriveView, EnteredCodeView, InspectionView, StickView } from './bundle-views.ts';
import { base } from './contract-base.ts';

/** A stick, a folder or a file, as this machine names it. */
const place = z.string().trim().min(1).max(4_000);
const places = z.array(place).min(1).max(bundleLimits.parts);
type StartedJob = { readonly job: string };

export const bundleContract = {
  /** What the next stick would hold. */
  plan: base.output(type<BundlePlanView>()),
  /** Sticks this desk has written, the newest first. */
  sticks: base.output(type<readonly StickView[]>()),
  /** Removable drives that the system tells of; where it tells none, a folder is named. */
  drives: base.output(type<readonly DriveView[]>()),
  export: base
    .input(
      z.object({
        folder: place,
        /** False leaves photos and other files for another trip. */
        files: z.boolean().default(true),
        partBytes: z.int().min(bundleLimits.smallestPart).max(bundleLimits.partBytes).default(bundleLimits.partBytes),
      }),
    )
    .output(type<StartedJob>()),
  import: base.input(z.object({ places })).output(type<StartedJob>()),
  inspect: base.input(z.object({ places })).output(type<readonly InspectionView[]>()),
  /** With a network: brings bundles of other desks to the centre, and the answers to a folder. Reads none of them. */
  carry: base.input(z.object({ places, folder: place })).output(type<StartedJob>()),
  /** The code the centre printed, where media may only go outward. */
  enterCode: base.input(z.object({ code: z.string().trim().min(1).max(600) })).output(type<EnteredCodeView>()),
  /** 交接单 of a stick, as it prints. */
  sheet: base.input(z.object({ number: z.int().min(1) })).output(type<{ readonly html: string }>()),
  /** For a PC without a network: a request file, bound to the one-time code, that is carried to the centre. */
  requestEnrolment: base
    .input(z.object({ code: z.string().trim().min(8).max(64), name: z.string().trim().min(1).max(100) }))
    .output(type<File>()),
  /** Enters the centre by the bundle it wrote for that request, and takes in everything on it. */
  enrol: base.input(z.object({ places })).output(type<StartedJob>()),
} as const;
