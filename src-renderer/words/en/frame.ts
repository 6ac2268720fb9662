// Words of the frame around every page.

import type { InEnglish } from '../in-english.ts';
import type { frameZh } from '../zh/frame.ts';

export const frameEn: InEnglish<typeof frameZh> = {
  product: 'Case Desk',
  opening: 'Connecting to the desk service…',
  navigation: 'Main navigation',
  skip: 'Skip to content',
  search: 'Search names, things, numbers, last digits…',
  groupRecords: 'Work',
  groupDesk: 'Desk',
  overdueCount: '{{count}} overdue',
  place: {
    '/': 'Today',
    '/tasks': 'To do',
    '/search': 'Search',
    '/registers': 'Registers',
    '/delivery': 'Delivery',
    '/settings': 'Settings',
  },
  personMenu: '{{name}}: change person, lock, settings',
  switchPerson: 'Change person',
  lock: 'Lock',
  language: { zh: '切换为中文', en: 'Switch to English' },
  shortcuts: 'Keyboard shortcuts',
  deliveryTotal: '{{count}} changes in all',
  deliveryTotal_one: '{{count}} change in all',
  deliveryHere: '{{count}} only on this PC',
  noCentre: 'no centre configured',
  connectionLost: 'The connection to the desk service broke off; reconnecting…',
  connectionRefused:
    'The desk service was started anew and this page saves no more: come in by the new address it printed. Drafts kept before the break are there; what was typed after it is not',
  weekday: { sun: 'Sun', mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat' },
  key: {
    search: 'Search',
    places: 'Pages of the left navigation',
    new: 'New record (in a list)',
    rows: 'Row up, row down',
    openRow: 'Open the row',
    save: 'Save (in a form)',
    print: 'Print this page',
    switchPerson: 'Change person',
    lock: 'Lock',
    help: 'This list',
    close: 'Close, go back',
  },
  missing: 'There is no such page',
  missingBody: 'The address may be out of date, or the record number copied wrongly. Press Ctrl+K to search.',
  toToday: 'Back to Today',
  broken: 'This page cannot be shown',
  brokenBody:
    'Nothing that was saved is affected. Try again; if it keeps happening, tell the administrator the line below.',
  brokenAgain: 'Try again',
  brokenReload: 'Reload the window',
};
