// Who may call what: the one table, every procedure of the contract once. A procedure without a row here does not compile;
// the service holds every call against it before the input is even looked at, and the window hides what it refuses. What a
// person may see of single records is decided beside the records, within what this table allows.

import type { DeskContract } from './desk.ts';
import type { Role } from './views.ts';

/** `anyone`: before anybody has signed in, too. `person`: whoever is signed in. Otherwise one of the roles. */
export type Permission = 'anyone' | 'person' | readonly Role[];

type Table<Contract> = {
  readonly [Group in keyof Contract]: { readonly [Procedure in keyof Contract[Group]]: Permission };
};

/** Write casework. */
export const casework: readonly Role[] = ['recorder', 'reviewer', 'head'];
/** Read casework; system administrators keep the desk and read none. */
export const readers: readonly Role[] = [...casework, 'security_administrator', 'auditor'];
/** Keep the desk's people, unit and calendar. */
export const keepers: readonly Role[] = ['system_administrator', 'security_administrator'];
/** Read the desk's log (三员分立: who keeps the system reads none of it). */
export const auditReaders: readonly Role[] = ['auditor', 'security_administrator'];
/** Bring the desk to its centre, and give it a new recovery code. */
const responsible: readonly Role[] = ['head', 'system_administrator'];
/** Keep backups and repair. */
const maintainers: readonly Role[] = ['head', ...keepers];
/** Give people copies of their own data, and see what is past its time. */
const dataKeepers: readonly Role[] = ['reviewer', 'head'];
/** Everybody but the auditor, who changes nothing. */
const operators: readonly Role[] = [...casework, ...keepers];

export const permissions = {
  desk: { state: 'anyone', setUp: 'anyone', events: 'anyone', close: 'anyone' },
  session: {
    signIn: 'anyone',
    lock: 'anyone',
    pins: 'person',
    setPin: 'person',
    switchByPin: 'person',
    changePassword: 'person',
  },
  people: { list: 'person', add: keepers, change: keepers, renewRecovery: responsible, recover: 'anyone' },
  kinds: { list: 'person' },
  records: {
    add: casework,
    edit: casework,
    step: casework,
    create: casework,
    undo: casework,
    decide: casework,
    open: readers,
    history: readers,
    reveal: readers,
    list: readers,
    count: readers,
    find: readers,
    matches: readers,
  },
  conflicts: { inbox: readers },
  drafts: { keep: casework, list: 'person', drop: 'person' },
  attachments: { add: casework, read: readers, keepThumbnail: readers, thumbnail: readers },
  documents: { list: readers, page: readers, record: casework, pdf: readers, recoverySheet: 'anyone' },
  today: { board: 'person' },
  registers: { rows: readers, survey: readers, lines: readers, page: readers, export: readers },
  reports: {
    definitions: readers,
    make: readers,
    figure: readers,
    publish: ['reviewer', 'head'],
    published: readers,
    publication: readers,
    page: readers,
    pdf: readers,
    entered: readers,
    enter: casework,
  },
  templates: {
    list: readers,
    add: casework,
    open: readers,
    save: casework,
    retire: casework,
    fill: readers,
  },
  delivery: {
    counters: 'person',
    ledger: 'person',
    enrol: responsible,
    sync: 'person',
    retry: operators,
    trayFile: 'person',
  },
  imports: {
    read: casework,
    table: casework,
    check: casework,
    checked: casework,
    lines: casework,
    run: casework,
    rejected: casework,
    past: readers,
    left: readers,
    undo: casework,
  },
  bundles: {
    plan: 'person',
    sticks: 'person',
    drives: 'person',
    export: operators,
    import: operators,
    inspect: 'person',
    carry: operators,
    enterCode: operators,
    sheet: 'person',
    requestEnrolment: responsible,
    enrol: responsible,
  },
  jobs: { list: 'person', cancel: 'person', dismiss: 'person', file: 'person' },
  backups: {
    status: 'person',
    media: maintainers,
    list: 'person',
    make: operators,
    verify: maintainers,
    choosePlace: maintainers,
    setChoices: maintainers,
    restored: 'person',
    continueNumbers: maintainers,
    find: 'anyone',
    restore: 'anyone',
  },
  audit: {
    page: auditReaders,
    choices: auditReaders,
    verify: auditReaders,
    export: auditReaders,
    keeping: auditReaders,
    setKept: ['security_administrator'],
    archive: auditReaders,
  },
  privacy: {
    find: dataKeepers,
    page: dataKeepers,
    pdf: dataKeepers,
    json: dataKeepers,
    retention: 'person',
    setRetention: ['head', 'security_administrator'],
    outdated: dataKeepers,
    requestErasure: dataKeepers,
    orders: dataKeepers,
    retryOrders: dataKeepers,
  },
  custody: {
    places: readers,
    beginStockTake: casework,
    stockTake: readers,
    scanLabel: casework,
    dropScan: casework,
    finishStockTake: casework,
    held: readers,
    handOver: casework,
    cash: readers,
    countCash: casework,
  },
  repair: {
    files: 'anyone',
    examine: [...maintainers, 'auditor'],
    run: maintainers,
    find: 'anyone',
    replace: 'anyone',
  },
  shifts: {
    now: readers,
    handOver: casework,
    takeOver: casework,
    open: readers,
    page: readers,
    pdf: readers,
  },
  settings: {
    setUnit: keepers,
    setPersonal: 'person',
    setLockAfter: keepers,
    setCloseAfter: keepers,
    calendar: 'person',
    setCalendar: keepers,
    verify: [...maintainers, 'auditor'],
  },
} as const satisfies Table<DeskContract>;

/** What the table says of a procedure by its path (`records`, `add`); null for one that is not in it. */
export function permissionOf(path: readonly string[]): Permission | null {
  const [group = '', procedure = ''] = path;
  return path.length === 2 ? (rows.get(`${group}.${procedure}`) ?? null) : null;
}

const rows: ReadonlyMap<string, Permission> = new Map(
  Object.entries(permissions).flatMap(([group, procedures]) =>
    Object.entries(procedures).map(([name, permission]): [string, Permission] => [`${group}.${name}`, permission]),
  ),
);

/** Whether somebody who is signed in with these roles may. */
export function isPermitted(permission: Permission, roles: readonly Role[]): boolean {
  return typeof permission === 'string' || permission.some((role) => roles.includes(role));
}
