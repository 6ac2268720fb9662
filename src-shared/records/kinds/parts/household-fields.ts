// A household as the community knows it: head, members, difficulties. Health, minors and hardship are sensitive
// (PIPL arts. 28, 31).

import type { Condition } from '../../condition.ts';
import type { Fields } from '../../field.ts';
import { choice, choices, date, list, longText, text, yesNo } from '../../field-builders.ts';
import { words } from '../../words.ts';
import { namedPerson, personEntry } from './persons.ts';

const minor: Condition = { equals: ['is_minor', true] };

export const householdFields: Fields = {
  registered_on: date('建档日期', 'On file since', {
    alsoCalled: ['登记日期', '建档时间', '录入日期'],
    required: true,
    notFuture: true,
  }),
  house_no: text('户号', 'Household number', {
    alsoCalled: ['户编号', '家庭编号'],
    maxLength: 50,
    search: 'tail',
    hint: words('户口簿或网格系统的户号', 'As in the household register or the grid system'),
  }),
  head: namedPerson('户主', 'Head of household'),
  address: text('住址', 'Address', {
    required: true,
    alsoCalled: ['地址', '家庭住址', '现住址', '居住地址', '门牌号', '房号'],
    maxLength: 200,
    search: 'name',
    mask: 'address',
    sensitivity: 'internal',
    hint: words('写到楼、单元、室', 'Down to building, unit and room'),
  }),
  grid_code: text('网格编码', 'Grid code', { maxLength: 30, search: 'tail' }),
  members: list(
    '家庭成员',
    'Members',
    ['成员', 'Member'],
    personEntry({
      relation: choice('与户主关系', 'Relation to the head', 'relation_to_head', { required: true }),
      health: choice('健康状况', 'Health', 'health', { sensitivity: 'sensitive' }),
      employment: choice('就业状况', 'Work', 'employment', { sensitivity: 'internal' }),
      schooling: choice('就学状况', 'Schooling', 'schooling', { sensitivity: 'internal' }),
      school: text('就读学校', 'School', { maxLength: 100, sensitivity: 'internal' }),
      aid_status: choice('救助身份', 'Aid status', 'aid_status', { sensitivity: 'sensitive' }),
      is_minor: yesNo('未成年人', 'Minor'),
      guardian: text('监护人', 'Guardian', {
        maxLength: 50,
        mask: 'name',
        sensitivity: 'internal',
        required: minor,
        shown: minor,
      }),
      note: text('说明', 'Note', { maxLength: 300, sensitivity: 'sensitive' }),
    }),
    { required: true, min: 1, max: 50 },
  ),
  difficulty_types: choices('困难类型', 'Difficulties', 'difficulty', { sensitivity: 'sensitive' }),
  difficulty_note: longText('困难情况', 'What is hard', { maxLength: 2000, sensitivity: 'sensitive' }),
  aid_status: choice('家庭救助身份', 'Aid status of the household', 'aid_status', { sensitivity: 'sensitive' }),
  visit_cycle: choice('走访周期', 'How often to visit', 'visit_cycle'),
  last_visited_on: date('最近走访日期', 'Last visited on', { notFuture: true }),
  risk_note: longText('注意事项', 'Points of caution', { maxLength: 1000, sensitivity: 'sensitive' }),
};
