// What reports count of home visits: the visits themselves, what residents asked for, and what became of it in time.

import type { Condition } from '../../condition.ts';
import type { Measure } from '../../kind.ts';
import { words } from '../../words.ts';

const visits = words('次', 'visits');
const demands = words('件', 'demands');
const doneInTime: Condition = { all: [{ filled: 'done_at' }, { notAfter: ['done_at', 'due_at'] }] };
const allSettled: Condition = { all: [{ atLeast: ['demands', 1] }, { every: ['demands', { filled: 'done_at' }] }] };

export const visitMeasures: readonly Measure[] = [
  { key: 'visits', label: words('走访', 'Visits'), unit: visits, value: 'records', where: { filled: 'visited_at' } },
  {
    key: 'households',
    label: words('走访户', 'Households visited'),
    unit: words('户', 'households'),
    value: 'records',
    where: { all: [{ filled: 'visited_at' }, { filled: 'household' }] },
    different: 'household',
  },
  {
    key: 'not_met',
    label: words('未遇', 'Nobody met'),
    unit: visits,
    value: 'records',
    where: { inState: ['not_met'] },
    at: 'status_since',
  },
  { key: 'demands', label: words('诉求', 'Demands'), unit: demands, value: { count: 'demands' } },
  {
    key: 'demands_done',
    label: words('诉求办结', 'Demands settled'),
    unit: demands,
    each: 'demands',
    value: 'records',
    where: { filled: 'done_at' },
    at: 'done_at',
  },
  {
    key: 'demands_due',
    label: words('到期应办诉求', 'Demands due'),
    unit: demands,
    each: 'demands',
    value: 'records',
    where: { filled: 'due_at' },
    at: 'due_at',
  },
  {
    key: 'demands_in_time',
    label: words('时限内办结诉求', 'Demands settled in time'),
    unit: demands,
    each: 'demands',
    value: 'records',
    where: { all: [{ filled: 'due_at' }, doneInTime] },
    at: 'due_at',
  },
  {
    key: 'demands_to_refer',
    label: words('应转办诉求', 'Demands to be referred'),
    unit: demands,
    each: 'demands',
    value: 'records',
    where: { equals: ['handling', 'referred'] },
    at: '/visited_at',
  },
  {
    key: 'demands_referred',
    label: words('已转办诉求', 'Demands referred'),
    unit: demands,
    each: 'demands',
    value: 'records',
    where: { all: [{ equals: ['handling', 'referred'] }, { filled: 'referred_at' }] },
    at: '/visited_at',
  },
  {
    key: 'settled',
    label: words('诉求全部办结的走访', 'Visits with all demands settled'),
    unit: visits,
    value: 'records',
    where: allSettled,
  },
  {
    key: 'fed_back',
    label: words('已反馈反映人', 'Answered to the resident'),
    unit: visits,
    value: 'records',
    where: { all: [allSettled, { filled: 'feedback/at' }] },
  },
  {
    key: 'satisfied',
    label: words('满意或基本满意', 'Satisfied'),
    unit: visits,
    value: 'records',
    where: { oneOf: ['satisfaction', ['satisfied', 'mostly_satisfied']] },
  },
  {
    key: 'rated',
    label: words('有效评价', 'Rated'),
    unit: visits,
    value: 'records',
    where: { oneOf: ['satisfaction', ['satisfied', 'mostly_satisfied', 'dissatisfied']] },
  },
];
