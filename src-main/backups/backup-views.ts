// Backups as a person is shown them.

import type { Problem } from '../../src-shared/base/problem.ts';
import { type ProblemCode, problems } from '../../src-shared/base/problems.ts';
import type { BackupStatusView, BackupView, MediumView } from '../../src-shared/contract/backup-views.ts';
import type { Desk } from '../records/desk.ts';
import { bytesOf } from './backup-manifest.ts';
import { type BackupPlace, freeBytes, onSameDisk, openPlace } from './backup-place.ts';
import { type BackupFailure, lastFailure, lastGoodBackup, readBackupSettings } from './backup-settings.ts';
import type { FoundBackup } from './list-backups.ts';

const day = 24 * 3_600_000;

/** @param directory where the desk lies */
export function backupStatus(desk: Desk, directory: string): BackupStatusView {
  const { reading } = desk.database;
  const { place, ...choices } = readBackupSettings(reading);
  const last = lastGoodBackup(reading);
  return {
    choices,
    place: place?.path ?? null,
    sameDisk: place !== null && onSameDisk(place.path, directory),
    last,
    stale: last === null || desk.tools.now() - last.at > choices.staleDays * day,
    problem: placeProblem(place) ?? toProblem(lastFailure(reading)),
  };
}

function placeProblem(place: BackupPlace | null): Problem | null {
  if (place === null) return { code: 'backup_place_unset' };
  const opened = openPlace(place);
  return opened.ok ? null : opened.problem;
}

export function toBackupView({ name, path, manifest, problem }: FoundBackup): BackupView {
  if (manifest === null) return { name, path, at: null, unitName: '', records: 0, bytes: 0, faults: 0, problem };
  const { at, unitName, records, faults } = manifest;
  return { name, path, at, unitName, records, bytes: bytesOf(manifest), faults, problem };
}

export function toMediumView(path: string, directory: string): MediumView {
  return { path, free: freeBytes(path), sameDisk: onSameDisk(path, directory) };
}

/** A code that an older or newer version wrote down may be unknown here. */
function toProblem(failure: BackupFailure | null): Problem | null {
  if (failure === null || !isCode(failure.code)) return null;
  return { code: failure.code, facts: failure.facts };
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
