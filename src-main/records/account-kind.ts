// People of the desk as records of an internal kind: who added them and every change of their roles is history like any
// other. The kind is in no navigation, no register and no search.

import { choices, text, yesNo } from '../../src-shared/records/field-builders.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';

export const accountKey = 'account';

/** A plain declaration: it has none of the fields of casework (source, handler, secrecy). */
export const accountKind: Kind = {
  key: accountKey,
  version: 1,
  label: words('人员', 'People'),
  description: words('本案台的使用人员', 'The people of this desk'),
  numberWord: '员',
  desks: ['police', 'community'],
  sections: [
    {
      key: 'person',
      label: words('人员', 'Person'),
      fields: ['name', 'staff_number', 'resident_id', 'roles', 'enabled'],
    },
  ],
  fields: {
    name: text('姓名', 'Name', { required: true, maxLength: 50, check: 'personName' }),
    staff_number: text('警号（工号）', 'Staff number', { maxLength: 32 }),
    resident_id: text('身份证号', 'Resident ID', { maxLength: 18, mask: 'residentId', sensitivity: 'sensitive' }),
    roles: choices('角色', 'Roles', 'role', { required: true }),
    enabled: yesNo('启用', 'Enabled', { required: true }),
  },
  title: { field: 'name' },
  occurredAt: 'created_at',
  states: { known: { label: words('在册', 'Known'), stage: 'done' } },
  initialState: 'known',
  transitions: [],
  invariants: [],
  deadlines: [],
  attachmentRoles: {},
  documents: [],
  register: [],
  measures: [],
  list: { columns: ['name'], filters: [] },
  secondPerson: [],
  retention: { years: 'permanent', from: words('永久', 'Permanent') },
};

/** The roles a person can have, for the `role` fields of the kind above. */
export const roleCodes = {
  recorder: words('经办', 'Recorder'),
  reviewer: words('审核', 'Reviewer'),
  head: words('负责人', 'Head'),
  system_administrator: words('系统管理员', 'System administrator'),
  security_administrator: words('安全管理员', 'Security administrator'),
  auditor: words('审计员', 'Auditor'),
} as const;
