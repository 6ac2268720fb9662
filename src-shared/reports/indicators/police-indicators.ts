// What a police desk's records give: rescues, found and lost things.

import { words } from '../../records/words.ts';
import type { Indicator } from '../indicator.ts';
import { counted, from, minutes, money, people, pieces, rate, times } from './build.ts';

export const policeIndicators: readonly Indicator[] = [
  counted('rescues', words('救助', 'Rescues'), times, 'rescue.rescues', words('按接警时间', 'By the time of the call')),
  counted('rescue_persons', words('被救助人员', 'People rescued'), people, 'rescue.persons'),
  from(
    'rescue_response',
    words('到场用时（中位数）', 'Minutes to arrive (median)'),
    minutes,
    { median: 'rescue.response_minutes' },
    words('接警至到场', 'From the call to arrival'),
  ),
  counted(
    'rescues_closed',
    words('救助办结', 'Rescues closed'),
    times,
    'rescue.closed',
    words('按办结时间', 'By the day of closing'),
  ),
  rate(
    'rescue_closed_rate',
    words('救助办结率', 'Rescues closed, rate'),
    'rescues_closed',
    'rescues',
    words(
      '本期办结 ÷ 本期接警；办结的可能是上期接警，可超过100%',
      'Closed ÷ called in the period; older calls may be among the closed',
    ),
  ),
  counted('rescue_merit', words('见义勇为线索', 'Possible brave acts'), times, 'rescue.merit'),
  counted(
    'found_accepted',
    words('拾得物受理', 'Found items taken in'),
    pieces,
    'found_item.accepted',
    words('按送交时间', 'By the day it was handed in'),
  ),
  counted(
    'found_things',
    words('受理物品', 'Things taken in'),
    pieces,
    'found_item.things',
    words('一次送交可有多件物品', 'One hand-in may bring several things'),
  ),
  counted(
    'found_returned',
    words('发还', 'Given back'),
    pieces,
    'found_item.returned',
    words('按领取时间', 'By the day it was collected'),
  ),
  from(
    'found_kept',
    words('期末在库', 'Kept at the end'),
    pieces,
    { stock: { in: 'found_item.accepted', out: 'found_item.left' } },
    words('期末前受理、尚未离库', 'Taken in and not gone by the last day'),
  ),
  counted(
    'found_expired',
    words('公告到期', 'Notices ended'),
    pieces,
    'found_item.expired',
    words('按公告期满日', 'By the day the notice ends'),
  ),
  counted('found_transferred', words('移交', 'Passed on'), pieces, 'found_item.transferred'),
  money('found_cash', words('受理现金', 'Cash taken in'), { measure: 'found_item.cash' }),
  money('found_cash_returned', words('发还现金', 'Cash given back'), { measure: 'found_item.cash_returned' }),
  rate(
    'found_return_rate',
    words('发还率', 'Given back, rate'),
    'found_returned',
    'found_accepted',
    words(
      '本期发还 ÷ 本期受理（件）；发还的可能是上期受理',
      'Given back ÷ taken in during the period; older things may be among them',
    ),
  ),
  from('found_minutes', words('通知至领取用时（中位数）', 'Minutes from call to hand-over (median)'), minutes, {
    median: 'found_item.minutes_to_return',
  }),
  counted('lost_reported', words('报失', 'Losses reported'), times, 'lost_report.reported'),
  counted('lost_recovered', words('找回', 'Recovered'), times, 'lost_report.recovered'),
  rate(
    'lost_recovery_rate',
    words('找回率', 'Recovered, rate'),
    'lost_recovered',
    'lost_reported',
    words('本期找回 ÷ 本期报失', 'Recovered ÷ reported in the period'),
  ),
];
