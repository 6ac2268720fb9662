// What a community desk's records give: visits, demands, households, and the work handbook that every desk keeps.

import { words } from '../../records/words.ts';
import type { Indicator } from '../indicator.ts';
import { counted, from, pieces, rate } from './build.ts';

const visits = words('次', 'visits');
const households = words('户', 'households');
const items = words('项', 'items');

export const communityIndicators: readonly Indicator[] = [
  counted('visits', words('走访', 'Visits'), visits, 'visit.visits', words('按走访时间', 'By the time of the visit')),
  counted('visits_not_met', words('未遇', 'Nobody met'), visits, 'visit.not_met'),
  from(
    'households_visited',
    words('走访户数', 'Households visited'),
    households,
    { distinct: 'visit.households' },
    words('同一户多次走访计一户', 'A household visited twice counts once'),
  ),
  from(
    'households_kept',
    words('应走访户', 'Households to be visited'),
    households,
    { stock: { in: 'household.households', out: 'household.closed' } },
    words('期末在册户', 'On file at the end of the period'),
  ),
  rate(
    'visit_coverage',
    words('走访覆盖率', 'Visit coverage'),
    'households_visited',
    'households_kept',
    words('本期走访户 ÷ 应走访户（期末在册）', 'Households visited ÷ households on file at the end'),
  ),
  counted('demands', words('诉求', 'Demands'), pieces, 'visit.demands'),
  counted(
    'demands_done',
    words('诉求办结', 'Demands settled'),
    pieces,
    'visit.demands_done',
    words('按办结时间', 'By the day of settling'),
  ),
  rate(
    'demand_settled_rate',
    words('诉求办结率', 'Demands settled, rate'),
    'demands_done',
    'demands',
    words('本期办结 ÷ 本期受理', 'Settled ÷ received in the period'),
  ),
  counted(
    'demands_due',
    words('到期应办诉求', 'Demands due'),
    pieces,
    'visit.demands_due',
    words('按办结时限', 'By their deadline'),
  ),
  counted('demands_in_time', words('时限内办结诉求', 'Demands settled in time'), pieces, 'visit.demands_in_time'),
  rate(
    'demand_on_time_rate',
    words('诉求按时办结率', 'Demands in time, rate'),
    'demands_in_time',
    'demands_due',
    words(
      '时限内办结 ÷ 到期应办；逾期未办的仍计入到期应办',
      'In time ÷ due; overdue open ones stay in the denominator',
    ),
  ),
  counted('demands_to_refer', words('应转办诉求', 'Demands to be referred'), pieces, 'visit.demands_to_refer'),
  counted('demands_referred', words('已转办诉求', 'Demands referred'), pieces, 'visit.demands_referred'),
  rate(
    'demand_referral_rate',
    words('转办率', 'Referred, rate'),
    'demands_referred',
    'demands_to_refer',
    words('已转办 ÷ 应转办', 'Referred ÷ to be referred'),
  ),
  counted('visits_settled', words('诉求全部办结的走访', 'Visits with all demands settled'), visits, 'visit.settled'),
  counted('visits_fed_back', words('已反馈反映人', 'Residents answered'), visits, 'visit.fed_back'),
  rate(
    'feedback_rate',
    words('反馈率', 'Answered, rate'),
    'visits_fed_back',
    'visits_settled',
    words('已反馈反映人 ÷ 有反映人的已办', 'Residents answered ÷ settled ones that a resident raised'),
  ),
  counted('visits_satisfied', words('满意和基本满意', 'Satisfied'), visits, 'visit.satisfied'),
  counted('visits_rated', words('有效评价', 'Ratings'), visits, 'visit.rated'),
  rate(
    'satisfaction_rate',
    words('满意率', 'Satisfied, rate'),
    'visits_satisfied',
    'visits_rated',
    words(
      '（满意＋基本满意）÷ 有效评价；未评价的不计',
      '(Satisfied + mostly satisfied) ÷ ratings; visits without a rating are left out',
    ),
  ),
  counted('tasks_listed', words('工作手册事项', 'Handbook items'), items, 'handbook_task.listed'),
  counted(
    'tasks_done',
    words('完成事项', 'Items done'),
    items,
    'handbook_task.done',
    words('按办结时间', 'By the day it was done'),
  ),
  from('tasks_open', words('期末待办', 'Open at the end'), items, {
    stock: { in: 'handbook_task.listed', out: 'handbook_task.ended' },
  }),
  counted(
    'tasks_due',
    words('到期应办事项', 'Items due'),
    items,
    'handbook_task.due',
    words('按最终办结时限', 'By the final deadline'),
  ),
  counted('tasks_on_time', words('时限内完成事项', 'Items done on time'), items, 'handbook_task.on_time'),
  rate(
    'task_on_time_rate',
    words('按时办结率', 'Done on time, rate'),
    'tasks_on_time',
    'tasks_due',
    words(
      '时限内办结 ÷ 到期应办；逾期未办的仍计入到期应办',
      'On time ÷ due; overdue open ones stay in the denominator',
    ),
  ),
];
