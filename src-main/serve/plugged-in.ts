// Disks and sticks that are plugged in now, as a person is shown them.

import { userInfo } from 'node:os';
import type { MediumView } from '../../src-shared/contract/backup-views.ts';
import { toMediumView } from '../backups/backup-views.ts';
import { mountedMedia } from '../backups/media.ts';

/** @param directory where the desk lies */
export function pluggedIn(directory: string): readonly MediumView[] {
  return mountedMedia(process.platform, userInfo().username).map((path) => toMediumView(path, directory));
}
