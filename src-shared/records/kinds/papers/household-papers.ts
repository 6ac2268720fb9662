// Papers of a household: its file sheet, and the notice of what is kept and why (PIPL arts. 17, 35).

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, nameOf, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';

export const householdPapers: readonly PrintedDocument[] = [
  {
    key: 'household_sheet',
    label: words('家庭情况登记表', 'Household sheet'),
    title: '家庭情况登记表',
    audience: 'file',
    blocks: [
      {
        pairs: [
          pair('户主', nameOf('head/')),
          pair('联系电话', 'head/phone'),
          pair('户号', 'house_no'),
          pair('网格编码', 'grid_code'),
          widePair('住址', 'address'),
          pair('建档日期', 'registered_on'),
          pair('走访周期', 'visit_cycle'),
        ],
        perRow: 2,
      },
      {
        table: {
          heading: '家庭成员',
          list: 'members',
          blankRows: 3,
          columns: [
            column('姓名', nameOf(''), 16),
            column('关系', 'relation', 12),
            column('健康', 'health', 13),
            column('就业', 'employment', 13),
            column('就学', { join: [field('schooling'), field('school')], with: ' ' }),
            column('救助身份', 'aid_status', 15),
          ],
        },
      },
      {
        pairs: [
          widePair('困难类型', 'difficulty_types'),
          widePair('困难情况', 'difficulty_note', 4),
          pair('家庭救助身份', 'aid_status'),
          pair('最近走访', 'last_visited_on'),
        ],
        perRow: 2,
      },
      {
        signatures: [
          { label: '户主', date: true },
          { label: '登记人', date: true },
        ],
      },
    ],
  },
  {
    key: 'privacy_notice',
    label: words('个人信息处理告知书', 'Notice on personal data'),
    title: '个人信息处理告知书',
    copies: ['第一联 存根', '第二联 交居民'],
    audience: 'party',
    blocks: [
      { paragraph: sentence(nameOf('head/'), '：'), indent: false },
      {
        paragraph: sentence(
          { record: 'unit' },
          '因入户走访、困难帮扶工作需要，登记您家庭的住址、成员、就业就学、健康和救助情况。登记信息只用于走访帮扶，仅由经办人员查看，对外公开须另行征得您的同意。',
        ),
      },
      {
        paragraph: say(
          '其中健康、未成年人等敏感个人信息，仅在确有必要并取得您单独同意时登记。未满十四周岁的，须由监护人同意。',
        ),
      },
      {
        paragraph: sentence('您可以要求查阅、复制、更正、补充登记信息，或者撤回同意。联系电话：', {
          record: 'unitPhone',
        }),
      },
      { paragraph: say('□ 同意　　□ 不同意　登记健康、未成年人等敏感个人信息。') },
      {
        signatures: [
          { label: '居民（监护人）', date: true },
          { label: '告知人', date: true },
        ],
      },
      unitAndDate,
    ],
  },
];
