// 保管交接: what one custodian gives into the keeping of another. The second person confirms it with their own password;
// the sheet and the line on every record it names are saved together or not at all.

import { defineKind } from '../define-kind.ts';
import type { Fields } from '../field.ts';
import { dateTime, integer, list, longText, money, officer, text } from '../field-builders.ts';
import { words } from '../words.ts';
import { handoverPapers } from './papers/handover-papers.ts';
import { clockOnly, notTheSameGuard } from './parts/custody-sheets.ts';
import { guard, voidState, voidStep } from './parts/guards.ts';

const headFields: Fields = {
  from: officer('移交人', 'Handed over by', { required: true, prefill: 'me' }),
  to: officer('接收保管人', 'Taken over by', { required: true }),
  at: dateTime('交接时间', 'Handed over at', { required: true }),
  confirmed_by: officer('确认人', 'Confirmed by'),
  confirmed_at: dateTime('确认时间', 'Confirmed at'),
  reason: longText('交接事由', 'Occasion', { maxLength: 500, sensitivity: 'internal' }),
};

const lineFields: Fields = {
  lines: list(
    '交接物品',
    'Things handed over',
    ['记录', 'Record'],
    {
      record_id: text('记录', 'Record', { required: true, maxLength: 64 }),
      number: text('编号', 'Number', { maxLength: 100 }),
      name: text('物品', 'Things', { maxLength: 1000, sensitivity: 'internal' }),
      pieces: integer('件数', 'Pieces', { min: 0 }),
      cash_fen: money('现金', 'Cash', { sensitivity: 'internal' }),
      place: text('位置', 'Place', { maxLength: 300, sensitivity: 'internal' }),
      seal: text('封签号', 'Seal number', { maxLength: 300, sensitivity: 'internal' }),
    },
    { required: true, min: 1, max: 1_000 },
  ),
  pieces_total: integer('件数合计', 'Pieces together', { derived: { sum: 'lines/pieces' } }),
  cash_total_fen: money('现金合计', 'Cash together', { derived: { sum: 'lines/cash_fen' }, sensitivity: 'internal' }),
};

export const custodyHandover = defineKind({
  key: 'custody_handover',
  version: 1,
  label: words('保管交接', 'Hand-overs of custody'),
  description: words(
    '保管人之间移交保管物品，由接收人以本人密码确认',
    'What one custodian gives to another, confirmed by the other with their own password',
  ),
  numberWord: '管',
  desks: ['police', 'community'],
  sheet: 'handOver',
  sections: [
    { key: 'head', label: words('交接', 'Hand-over'), fields: Object.keys(headFields) },
    { key: 'lines', label: words('交接物品', 'Things handed over'), fields: Object.keys(lineFields) },
  ],
  fields: { ...headFields, ...lineFields },
  title: { join: [{ field: 'from' }, { field: 'to' }], with: ' → ' },
  occurredAt: 'at',
  states: {
    proposed: { label: words('待确认', 'To be confirmed'), stage: 'open' },
    confirmed: { label: words('已交接', 'Handed over'), stage: 'done' },
    void: voidState,
  },
  initialState: 'proposed',
  transitions: [
    {
      key: 'confirm',
      label: words('确认接收', 'Confirm'),
      from: ['proposed'],
      to: 'confirmed',
      by: clockOnly,
      guards: [
        guard('confirmed', '接收人尚未确认', 'The other person has not confirmed', {
          all: [{ filled: 'confirmed_at' }, { different: ['confirmed_by', 'from'] }, { different: ['from', 'to'] }],
        }),
      ],
    },
    voidStep(['proposed', 'confirmed']),
  ],
  invariants: [
    notTheSameGuard('another_person', '移交人和接收人须是不同的人', 'The two must be different people', 'from', 'to'),
  ],
  deadlines: [],
  attachmentRoles: {
    signed_sheet: words('签字的交接单', 'Signed sheet'),
    other: words('其他材料', 'Other papers'),
  },
  documents: handoverPapers,
  register: [
    { label: words('交接时间', 'Date'), value: { field: 'at' } },
    { label: words('编号', 'Number'), value: { field: 'number' } },
    { label: words('移交人', 'Handed over by'), value: { field: 'from' } },
    { label: words('接收保管人', 'Taken over by'), value: { field: 'to' } },
    { label: words('记录', 'Records'), value: { each: 'lines', show: { field: 'number' }, with: '、' } },
    { label: words('件数', 'Pieces'), value: { field: 'pieces_total' }, align: 'right', total: true },
    { label: words('现金(元)', 'Cash'), value: { field: 'cash_total_fen' }, align: 'right', total: true },
    { label: words('事由', 'Occasion'), value: { field: 'reason' } },
  ],
  measures: [],
  list: { columns: ['number', 'status', 'at', 'from', 'to', 'pieces_total'], filters: ['from', 'to'] },
  secondPerson: ['status'],
  retention: { years: 3, from: words('交接之日起（建议值）', 'From the hand-over (a proposal)') },
});
