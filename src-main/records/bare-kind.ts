// A record of a kind this version does not know (a newer desk made it) is kept, shown by its number and relayed untouched;
// what it means is for the version that knows the kind.

import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';

/** A kind without fields: all values of such a record are unknown to this version, and none is lost. */
export function bareKind(key: string): Kind {
  return {
    key,
    version: 0,
    label: words(key, key),
    description: words('由更新版本的案台建立，请升级后查看', 'Made by a newer Case Desk; update to see it'),
    numberWord: '',
    desks: [],
    sections: [],
    fields: {},
    title: { record: 'number' },
    occurredAt: 'created_at',
    states: {},
    initialState: '',
    transitions: [],
    invariants: [],
    deadlines: [],
    attachmentRoles: {},
    documents: [],
    register: [],
    measures: [],
    list: { columns: [], filters: [] },
    secondPerson: [],
    retention: { years: 'permanent', from: words('未知', 'Unknown') },
  };
}
