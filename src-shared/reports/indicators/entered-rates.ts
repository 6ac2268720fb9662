// The rates over figures that are entered by hand, each with the definition it follows: cities define some of them
// differently, so every report says which it is.

import { words } from '../../records/words.ts';
import type { Indicator } from '../indicator.ts';
import { each, rate } from './build.ts';

export const enteredRates: readonly Indicator[] = [
  rate(
    'solved_rate',
    words('破案率', 'Cases solved, rate'),
    'cases_solved',
    'cases_filed',
    words(
      '本期破案 ÷ 本期立案；破的可能是积案，可超过100%',
      'Solved ÷ filed in the period; older cases may be among the solved',
    ),
  ),
  rate(
    'solved_rate_cohort',
    words('破案率（同批）', 'Cases solved, of those filed'),
    'cases_solved_of_filed',
    'cases_filed',
    words('本期立案中已破 ÷ 本期立案', 'Solved among those filed ÷ filed'),
  ),
  rate(
    'recovery_rate',
    words('挽损率', 'Loss recovered, rate'),
    'recovered_fen',
    'loss_fen',
    words('挽回金额 ÷ 案损金额', 'Money recovered ÷ loss'),
  ),
  rate(
    'return_rate_loss',
    words('返还率（案损）', 'Money returned, of the loss'),
    'returned_fen',
    'loss_fen',
    words('返还金额 ÷ 案损金额', 'Money returned ÷ loss'),
  ),
  rate(
    'return_rate_frozen',
    words('返还率（冻结）', 'Money returned, of the frozen'),
    'returned_fen',
    'frozen_fen',
    words('返还金额 ÷ 冻结金额', 'Money returned ÷ money frozen'),
  ),
  rate(
    'freeze_rate',
    words('冻结转化率', 'Stopped payments frozen, rate'),
    'frozen_fen',
    'stopped_fen',
    words('冻结金额 ÷ 止付金额', 'Money frozen ÷ payments stopped'),
  ),
  rate(
    'met_rate',
    words('见面率', 'Met in person, rate'),
    'warnings_met',
    'warnings_to_meet',
    words('已见面指令 ÷ 应见面指令', 'Orders met ÷ orders to be met'),
  ),
  rate(
    'dissuasion_rate',
    words('劝阻成功率', 'Dissuaded, rate'),
    'dissuaded_well',
    'dissuaded',
    words('劝阻成功人次 ÷ 劝阻人次', 'Successful ÷ all dissuasions'),
  ),
  rate(
    'deceived_rate',
    words('预后被骗率', 'Deceived after warning, rate'),
    'deceived_after',
    'warned',
    words(
      '预警后30天内被骗人数 ÷ 已预警人数，计入预警所在期',
      'Deceived within 30 days ÷ warned, in the period of the warning',
    ),
  ),
  rate(
    'sign_in_rate',
    words('签收及时率', 'Signed in in time, rate'),
    'warnings_signed_in_time',
    'warnings_to_sign',
    words('时限内签收 ÷ 应签收', 'In time ÷ to be signed in'),
  ),
  rate(
    'report_rate',
    words('反馈及时率', 'Reported in time, rate'),
    'warnings_reported_in_time',
    'warnings_to_report',
    words('时限内反馈 ÷ 应反馈', 'In time ÷ to be reported on'),
  ),
  rate(
    'audit_rate',
    words('抽查合格率', 'Audits passed, rate'),
    'audited_well',
    'audited',
    words('合格 ÷ 抽查', 'Passed ÷ audited'),
  ),
  rate(
    'cleared_rate',
    words('核减率', 'Cleared, rate'),
    'persons_cleared',
    'persons_listed',
    words('核减人数 ÷ 下发人数', 'People cleared ÷ people on the list'),
  ),
  each('hit_rate', words('落地查处率', 'People dealt with per lead'), words('人/条', 'people per lead'), {
    part: 'leads_people_hit',
    whole: 'leads_issued',
    meaning: words('打击人数 ÷ 线索条数，两者单位不同', 'People dealt with ÷ leads; the units differ'),
  }),
  each('attendance_mean', words('场均人次', 'Attendances per session'), words('人次/场', 'attendances per session'), {
    part: 'outreach_attendances',
    whole: 'outreach_sessions',
    meaning: words('人次 ÷ 场次', 'Attendances ÷ sessions'),
  }),
  rate(
    'hazard_referral_rate',
    words('隐患转办率', 'Hazards referred, rate'),
    'hazards_referred',
    'hazards_to_refer',
    words('已转办 ÷ 应转办', 'Referred ÷ to be referred'),
  ),
  rate(
    'hazard_same_day_rate',
    words('当日转办率', 'Hazards referred the same day, rate'),
    'hazards_referred_same_day',
    'hazards_referred',
    words('发现当日转办 ÷ 已转办', 'Referred on the day found ÷ referred'),
  ),
  rate(
    'agreement_rate',
    words('签约率', 'Agreements, rate'),
    'agreements_in_force',
    'partners',
    words('生效协议 ÷ 共建单位', 'Agreements in force ÷ partner organisations'),
  ),
  rate(
    'matching_rate',
    words('资源对接率', 'Needs matched, rate'),
    'needs_matched',
    'needs',
    words('已对接 ÷ 需求', 'Matched ÷ needs'),
  ),
];
