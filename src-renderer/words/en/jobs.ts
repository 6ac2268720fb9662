import type { InEnglish } from '../in-english.ts';
import type { jobsZh } from '../zh/jobs.ts';

export const jobsEn: InEnglish<typeof jobsZh> = {
  kind: {
    audit_export: 'Export of the log',
    audit_archive: 'Archiving the log',
    register_export: 'Register export',
    template_fill: 'Superior’s table',
    import_check: 'Checking a register',
    import: 'Register import',
    import_undo: 'Import taken back',
    report: 'Report',
    bundle_export: 'Writing the stick',
    bundle_import: 'Reading the stick',
    bundle_carry: 'Carrying bundles',
    backup: 'Backup',
    backup_check: 'Checking a backup',
    repair: 'Repair',
  },
  state: { done: 'done', cancelled: 'cancelled', failed: 'not completed' },
  begins: 'getting ready…',
  done: '{{done}} done',
  doneOf: '{{done}} of {{total}}',
  secondsLeft: '· about {{count}} s left',
  minutesLeft: '· about {{count}} min left',
  saveFile: 'Save {{name}}',
  running: '{{count}} tasks running',
  running_one: '{{count}} task running',
  ended: '{{count}} tasks ended',
  ended_one: '{{count}} task ended',
};
