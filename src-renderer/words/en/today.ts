// Words of the Today board and the to-do page.

import type { InEnglish } from '../in-english.ts';
import type { todayZh } from '../zh/today.ts';

export const todayEn: InEnglish<typeof todayZh> = {
  title: 'Today',
  note: '{{name}} · {{date}}',
  print: 'Print today',
  overdue: 'Overdue',
  overdueNone: 'Nothing is overdue.',
  due: 'Due soon',
  dueNone: 'Nothing is due soon.',
  waitingForMe: 'Waiting for me',
  waitingNone: 'No record waits for you.',
  inCustody: 'In custody',
  inCustodyNone: 'Nothing is in custody.',
  recent: 'Last at hand',
  recentNone: 'No records yet. Choose a kind of work on the left and press N.',
  drafts: 'Unsaved drafts',
  draftsNone: 'No drafts. What you leave half typed is kept here.',
  draftNew: 'New {{kind}}',
  draftEdit: 'Change of {{kind}}',
  dropTitle: 'Discard this draft?',
  dropBody: 'It was never saved as a record; once discarded it cannot be brought back.',
  dropGo: 'Discard the draft',
  allTasks: 'Show all',
  tasksNote: 'overdue first',
  tasksNone: 'Nothing to do',
  tasksNoneBody: 'Records that are overdue, due soon or waiting for you are listed here.',
  part: 'Range',
  partAll: 'All',
  partMine: 'Only mine',
  conflicts:
    '{{count}} records hold different edits that need a decision. Lists mark them with a fork; open one to decide.',
  conflicts_one:
    '{{count}} record holds different edits that need a decision. Lists mark it with a fork; open it to decide.',
  firstTitle: 'The desk is ready',
  firstBody: 'Begin with the first record, or add your colleagues. Ctrl+K searches at any time, F1 lists the keys.',
  newKind: 'New {{kind}}',
  addPeople: 'Add people',
};
