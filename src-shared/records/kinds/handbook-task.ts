// 工作手册: one item of a worker's day, with its departments, points to watch, progress and final deadline.

import { defineKind } from '../define-kind.ts';
import { words } from '../words.ts';
import { handbookTaskPapers } from './papers/handbook-task-papers.ts';
import { progressFields, resultFields, taskFields } from './parts/handbook-task-fields.ts';
import { taskDeadlines, taskInvariants, taskStates, taskTransitions } from './parts/handbook-task-workflow.ts';

const items = words('项', 'items');
const onTime = { all: [{ filled: 'done_at' }, { notAfter: ['done_at', 'due_at'] }] } as const;

export const handbookTask = defineKind({
  key: 'handbook_task',
  version: 1,
  label: words('工作手册', 'Work handbook'),
  description: words('待办事项、涉及部门、进度与最终办结时限', 'To-dos with departments, progress and final deadline'),
  numberWord: '办',
  desks: ['police', 'community'],
  sections: [
    { key: 'task', label: words('事项', 'Item'), fields: Object.keys(taskFields) },
    { key: 'progress', label: words('进度', 'Progress'), fields: Object.keys(progressFields) },
    { key: 'result', label: words('办结与核验', 'Result and verification'), fields: Object.keys(resultFields) },
  ],
  fields: { ...taskFields, ...progressFields, ...resultFields },
  title: { field: 'title' },
  occurredAt: 'listed_at',
  states: taskStates,
  initialState: 'todo',
  transitions: taskTransitions,
  invariants: taskInvariants,
  deadlines: taskDeadlines,
  attachmentRoles: {
    result_photo: words('办结照片', 'Photo of the result'),
    document: words('来源文件', 'Source document'),
    other: words('其他材料', 'Other papers'),
  },
  documents: handbookTaskPapers,
  register: [
    { label: words('日期', 'Date'), value: { field: 'listed_at' } },
    { label: words('事项', 'Item'), value: { field: 'title' } },
    { label: words('责任人', 'Owner'), value: { field: 'owner' } },
    { label: words('涉及部门', 'Departments'), value: { each: 'orgs', show: { field: 'name' }, with: '、' } },
    { label: words('要点', 'Points'), value: { field: 'points' } },
    {
      label: words('进度', 'Progress'),
      value: { each: 'progress', show: { join: [{ field: 'at' }, { field: 'text' }], with: ' ' }, with: '；' },
    },
    {
      label: words('时限', 'Deadline'),
      value: {
        join: [
          { field: 'due_at' },
          {
            each: 'postponements',
            show: { join: [{ text: words('原时限', 'before: ') }, { field: 'old_due_at' }] },
            with: '；',
          },
        ],
        with: '；',
      },
    },
    { label: words('完成时间', 'Done at'), value: { field: 'done_at' } },
    {
      label: words('是否按时', 'On time'),
      value: {
        when: { filled: 'done_at' },
        then: { when: onTime, then: { text: words('是', 'Yes') }, else: { text: words('否', 'No') } },
      },
    },
    { label: words('备注', 'Remark'), value: { join: [{ field: 'late_reason' }, { field: 'remark' }], with: '；' } },
  ],
  measures: [
    { key: 'listed', label: words('事项', 'Items'), unit: items, value: 'records' },
    {
      key: 'ended',
      label: words('了结', 'Ended'),
      unit: items,
      value: 'records',
      where: { inState: ['done', 'verified', 'cancelled'] },
      at: ['done_at', 'status_since'],
    },
    {
      key: 'done',
      label: words('完成', 'Done'),
      unit: items,
      value: 'records',
      where: { inState: ['done', 'verified'] },
      at: 'done_at',
    },
    {
      key: 'due',
      label: words('到期应办', 'Due'),
      unit: items,
      value: 'records',
      where: { not: { inState: ['cancelled'] } },
      at: 'due_at',
    },
    {
      key: 'on_time',
      label: words('时限内完成', 'Done on time'),
      unit: items,
      value: 'records',
      where: { all: [{ inState: ['done', 'verified'] }, onTime] },
      at: 'due_at',
    },
  ],
  list: {
    columns: ['number', 'status', 'due_at', 'title', 'owner', 'orgs/name', 'priority'],
    filters: ['owner', 'priority', 'origin'],
  },
  secondPerson: ['status', 'due_at', 'verified_by'],
  retention: { years: 3, from: words('办结之日起（建议值）', 'From completion (a proposal)') },
});
