// `bundle new-desk`: a request file in, a bundle out with which a PC begins.

import { mkdir, readFile } from 'node:fs/promises';
import { quietWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import { openBlobFiles } from '../blobs/open-blob-files.ts';
import { startDesk } from '../bundles/start-desk.ts';
import type { CommandLine } from './program.ts';

export type NewDeskFlags = {
  readonly out: string;
  readonly withoutFiles?: true;
  /** Bytes. */
  readonly partSize?: number;
  readonly json?: true;
};

export function newDesk(lines: CommandLine, request: string, flags: NewDeskFlags): Promise<void> {
  return lines.withCentre(async (centre, config) => {
    const { out, partSize: partBytes = bundleLimits.partBytes, withoutFiles, json } = flags;
    const paper = await readOrProblem(request);
    if (!paper.ok) return paper;
    const files = openBlobFiles(config);
    const folder = await makeFolder(out);
    if (!folder.ok) return folder;
    const target = { folder: out, partBytes, withFiles: withoutFiles !== true, files };
    const started = await startDesk(centre, paper.value, config.publicUrl ?? '', target, quietWork);
    if (!started.ok) return started;
    const { device, answer } = started.value;
    if (json === true)
      return ok([JSON.stringify({ device: device.device, name: device.name, scope: device.home, answer })]);
    return ok([`${device.name} (${device.device}) · ${device.home}`, ...answer.parts]);
  });
}

async function readOrProblem(path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(new Uint8Array(await readFile(path)));
  } catch {
    return err({ code: 'bundle_not_found', facts: { place: path } });
  }
}

async function makeFolder(path: string): Promise<Result<null, Problem>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(null);
  } catch {
    return err({ code: 'server_directory_not_writable', facts: { path } });
  }
}
