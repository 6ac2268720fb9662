// 家庭档案: who lives together, what weighs on them, and how often somebody calls in.

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import { words } from '../words.ts';
import type { Deadline, DeadlineRule } from '../workflow.ts';
import { householdPapers } from './papers/household-papers.ts';
import { anyOfficer } from './parts/guards.ts';
import { householdFields } from './parts/household-fields.ts';
import { nameAt } from './parts/persons.ts';

/** Visits come round by local policy; the cycle is the unit's choice, not law. */
function visitDue(cycle: string, rule: DeadlineRule): Deadline {
  return {
    key: `visit_${cycle}`,
    label: words('应走访', 'Visit due'),
    from: 'last_visited_on',
    rule,
    while: { all: [{ equals: ['visit_cycle', cycle] }, { inState: ['active'] }] },
    source: words('本地走访制度，周期由单位确定', 'Local visiting rule; the unit chooses how often'),
    warnDays: 7,
  };
}

const headName: Expression = nameAt('head/');
const households = words('户', 'households');

export const household = defineKind({
  key: 'household',
  version: 1,
  label: words('家庭档案', 'Households'),
  description: words('家庭成员、困难情况与走访周期', 'Members, difficulties and how often to visit'),
  numberWord: '户',
  desks: ['community', 'police'],
  sections: [
    {
      key: 'home',
      label: words('住户', 'Household'),
      fields: ['registered_on', 'house_no', 'head', 'address', 'grid_code'],
    },
    { key: 'members', label: words('家庭成员', 'Members'), fields: ['members'] },
    {
      key: 'needs',
      label: words('困难与救助', 'Difficulties and aid'),
      fields: ['difficulty_types', 'difficulty_note', 'aid_status'],
    },
    { key: 'visits', label: words('走访安排', 'Visits'), fields: ['visit_cycle', 'last_visited_on', 'risk_note'] },
  ],
  fields: householdFields,
  title: { join: [headName, { field: 'address' }], with: ' · ' },
  occurredAt: 'registered_on',
  states: {
    active: { label: words('在册', 'On file'), stage: 'open' },
    closed: { label: words('注销', 'Closed'), stage: 'done' },
  },
  initialState: 'active',
  transitions: [
    {
      key: 'close',
      label: words('注销', 'Close'),
      from: ['active'],
      to: 'closed',
      by: anyOfficer,
      guards: [],
      needsReason: true,
    },
    {
      key: 'reopen',
      label: words('恢复在册', 'Back on file'),
      from: ['closed'],
      to: 'active',
      by: anyOfficer,
      guards: [],
      needsReason: true,
    },
  ],
  invariants: [],
  deadlines: [
    visitDue('monthly', { months: 1 }),
    visitDue('quarterly', { months: 3 }),
    visitDue('half_yearly', { months: 6 }),
    visitDue('yearly', { years: 1 }),
  ],
  attachmentRoles: {
    register_copy: words('户口簿', 'Household register'),
    proof: words('困难证明材料', 'Proof of hardship'),
    consent: words('个人信息处理同意书', 'Consent to processing'),
    other: words('其他材料', 'Other papers'),
  },
  documents: householdPapers,
  register: [
    { label: words('编号', 'Number'), value: { record: 'number' } },
    { label: words('户主', 'Head'), value: headName },
    { label: words('住址', 'Address'), value: { field: 'address' } },
    { label: words('人口', 'Members'), value: { count: 'members' }, align: 'right', total: true },
    { label: words('困难类型', 'Difficulties'), value: { field: 'difficulty_types' } },
    { label: words('救助身份', 'Aid status'), value: { field: 'aid_status' } },
    { label: words('走访周期', 'Visits'), value: { field: 'visit_cycle' } },
    { label: words('最近走访', 'Last visit'), value: { field: 'last_visited_on' } },
    { label: words('备注', 'Remark'), value: { field: 'remark' } },
  ],
  measures: [
    { key: 'households', label: words('建档户数', 'Households put on file'), unit: households, value: 'records' },
    {
      key: 'closed',
      label: words('注销户数', 'Households closed'),
      unit: households,
      value: 'records',
      where: { inState: ['closed'] },
      at: 'status_since',
    },
    {
      key: 'in_hardship',
      label: words('困难户', 'In hardship'),
      unit: households,
      value: 'records',
      where: { filled: 'difficulty_types' },
    },
  ],
  list: {
    columns: ['number', 'status', 'head/name', 'address', 'visit_cycle', 'last_visited_on'],
    filters: ['visit_cycle', 'difficulty_types', 'aid_status'],
  },
  secondPerson: ['status', 'head', 'aid_status'],
  retention: { years: 3, from: words('最后一次联系之日起（建议值）', 'From the last contact (a proposal)') },
});
