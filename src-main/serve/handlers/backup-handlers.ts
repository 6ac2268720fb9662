// Backups: making them, looking at them, and putting one in the place of a desk that is not there.

import { ok } from '../../../src-shared/base/result.ts';
import { choosePlace, openPlace } from '../../backups/backup-place.ts';
import { readBackupSettings, writeBackupSettings } from '../../backups/backup-settings.ts';
import { backupStatus, toBackupView } from '../../backups/backup-views.ts';
import { listBackups } from '../../backups/list-backups.ts';
import { restoreBackup } from '../../backups/restore-backup.ts';
import { continueNumbers, waitingNumbers } from '../../records/continue-numbers.ts';
import { deskPresence } from '../../records/desk-files.ts';
import { logReading } from '../../records/log-reading.ts';
import { readRestored } from '../../records/restored.ts';
import { backupFacts } from '../back-up.ts';
import { answer, asPerson, type CallContext, contract, problemError } from '../call-context.ts';
import { checkBackup } from '../check-backup.ts';
import { pluggedIn } from '../plugged-in.ts';

const { backups } = contract;
/** Who looks for backups before anybody can sign in must be at a PC without a desk. */
function needAbsent({ host }: CallContext): void {
  if (deskPresence(host.place().directory) !== 'absent') throw problemError({ code: 'desk_exists' });
}

export const backupHandlers = {
  status: backups.status.handler(({ context }) => backupStatus(asPerson(context).desk, context.host.place().directory)),
  media: backups.media.handler(({ context }) => pluggedIn(context.host.place().directory)),
  list: backups.list.handler(({ context }) => {
    const { place } = readBackupSettings(asPerson(context).desk.database.reading);
    const folder = place === null ? null : openPlace(place);
    return folder?.ok ? listBackups(folder.value).map(toBackupView) : [];
  }),
  make: backups.make.handler(({ context }) => {
    const { id } = asPerson(context).person;
    const tasks = answer(context.host.tasks());
    const job = context.host.jobs.start({ kind: 'backup', account: id }, async (run) => {
      const made = await tasks.backUp(id, run);
      return made.ok ? backupFacts(made.value) : made;
    });
    return { job };
  }),
  verify: backups.verify.handler(({ context, input: { path } }) => {
    const { person } = asPerson(context);
    const { desk, deskKey } = answer(context.host.keys(context.session));
    const job = context.host.jobs.start({ kind: 'backup_check', account: person.id }, async () => {
      const checked = await checkBackup({ path, deskKey });
      if (!checked.ok) return checked;
      const { records, changes, faults } = checked.value;
      const logged = logReading(desk, person, 'verified', '', { faults: faults.length });
      return logged.ok ? ok({ facts: { records, changes, faults: faults.length } }) : logged;
    });
    return { job };
  }),
  choosePlace: backups.choosePlace.handler(({ context, input: { path } }) => {
    const { desk, person } = asPerson(context);
    const place = answer(choosePlace(path, context.host.newAccountId()));
    answer(writeBackupSettings(desk, person.id, { ...readBackupSettings(desk.database.reading), place }));
    return backupStatus(desk, context.host.place().directory);
  }),
  setChoices: backups.setChoices.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const { place } = readBackupSettings(desk.database.reading);
    answer(writeBackupSettings(desk, person.id, { ...input, place }));
    return backupStatus(desk, context.host.place().directory);
  }),
  restored: backups.restored.handler(({ context }) => {
    const { desk } = asPerson(context);
    const restored = readRestored(desk.database.reading);
    if (restored === null) return null;
    // Where the damaged files lie now is no business of a window.
    const { aside, ...told } = restored;
    return { ...told, isTakenOver: aside !== '', numbers: waitingNumbers(desk) };
  }),
  continueNumbers: backups.continueNumbers.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    return answer(continueNumbers(desk, person, input));
  }),
  find: backups.find.handler(({ context, input: { folder } }) => {
    needAbsent(context);
    const folders = folder === undefined ? pluggedIn(context.host.place().directory).map(({ path }) => path) : [folder];
    return folders.flatMap(listBackups).map(toBackupView);
  }),
  restore: backups.restore.handler(({ context, input: { path } }) =>
    answer(restoreBackup(path, context.host.place().directory)),
  ),
};
