// One line of things (物品明细), the same in a found item and in a lost report, so that the two can be compared.

import type { Fields } from '../../field.ts';
import { choice, integer, longText, money, text } from '../../field-builders.ts';
import { words } from '../../words.ts';

const isPhone = { equals: ['category', 'phone'] } as const;

export const itemLine: Fields = {
  category: choice('类别', 'Category', 'item_category', { required: true, alsoCalled: ['物品类别', '种类', '分类'] }),
  name: text('物品名称', 'Name of the thing', {
    required: true,
    maxLength: 100,
    search: 'text',
    alsoCalled: [
      '物品',
      '名称',
      '失物名称',
      '失物',
      '遗失物品',
      '拾得物品',
      '拾得物',
      '物品名',
      '物品名称及特征',
      '物品及特征',
      'Item',
    ],
  }),
  quantity: integer('数量', 'Quantity', {
    alsoCalled: ['件数', '个数', 'Qty'],
    required: true,
    min: 1,
    max: 1_000_000,
  }),
  unit: text('单位', 'Unit', { maxLength: 10, hint: words('个、只、件、台、串', 'piece, pair, set') }),
  colour: choice('颜色', 'Colour', 'colour'),
  brand: text('品牌', 'Brand', { maxLength: 50, search: 'text' }),
  model: text('型号', 'Model', { maxLength: 50, search: 'text' }),
  serial: text('序列号', 'Serial number', { maxLength: 50, search: 'tail', mask: 'tail', sensitivity: 'sensitive' }),
  imei: text('IMEI', 'IMEI', {
    maxLength: 20,
    check: 'imei',
    search: 'tail',
    mask: 'tail',
    sensitivity: 'sensitive',
    shown: isPhone,
    hint: words(
      '手机保持开机，不浏览其中内容；失主以解锁证明',
      'Keep the phone powered and do not look inside; the owner proves by unlocking it',
    ),
  }),
  features: longText('特征', 'Marks and features', {
    alsoCalled: ['物品特征', '特征描述', '描述'],
    maxLength: 500,
    search: 'text',
    sensitivity: 'internal',
  }),
  condition: choice('品相', 'Condition', 'item_condition'),
  value_fen: money('估价', 'Estimated value', { sensitivity: 'internal' }),
};
