// The reports of this version: a police desk's month, a community desk's month, and the figures entered by hand.

import { words } from '../records/words.ts';
import type { ReportDefinition } from './report-definition.ts';

const handbook = {
  label: words('工作手册', 'Work handbook'),
  indicators: ['tasks_listed', 'tasks_done', 'tasks_open', 'tasks_due', 'tasks_on_time', 'task_on_time_rate'],
};
const visits = {
  label: words('入户走访', 'Home visits'),
  indicators: ['visits', 'visits_not_met', 'households_visited', 'households_kept', 'visit_coverage'],
};
const outreach = {
  label: words('宣传、锦旗（手工填报）', 'Outreach and thanks (entered)'),
  indicators: ['outreach_sessions', 'outreach_attendances', 'attendance_mean', 'banners'],
};

const policeReport: ReportDefinition = {
  key: 'police_work',
  label: words('警务工作统计表', 'Police desk figures'),
  desks: ['police'],
  sections: [
    {
      label: words('救助', 'Rescues'),
      indicators: [
        'rescues',
        'rescue_persons',
        'rescue_response',
        'rescues_closed',
        'rescue_closed_rate',
        'rescue_merit',
      ],
    },
    {
      label: words('失物招领', 'Found items'),
      indicators: [
        'found_accepted',
        'found_things',
        'found_returned',
        'found_return_rate',
        'found_minutes',
        'found_kept',
        'found_expired',
        'found_transferred',
        'found_cash',
        'found_cash_returned',
      ],
    },
    { label: words('报失', 'Lost reports'), indicators: ['lost_reported', 'lost_recovered', 'lost_recovery_rate'] },
    visits,
    handbook,
    outreach,
  ],
  breakdowns: [
    {
      key: 'rescue_kind',
      label: words('救助按类型', 'Rescues by type'),
      measure: 'rescue.rescues',
      path: 'rescue_kind',
    },
    {
      key: 'found_category',
      label: words('拾得物按物品类别', 'Found items by category'),
      measure: 'found_item.accepted',
      path: 'items/category',
    },
    {
      key: 'found_place',
      label: words('拾得物按地点类型', 'Found items by place'),
      measure: 'found_item.accepted',
      path: 'place_kind',
    },
  ],
  charts: [
    { trend: ['rescues', 'found_accepted', 'found_returned'], label: words('趋势', 'Trend') },
    { breakdown: 'rescue_kind' },
    { breakdown: 'found_place' },
    { rate: 'task_on_time_rate', label: words('工作手册按时办结', 'Handbook items on time') },
  ],
};

const communityReport: ReportDefinition = {
  key: 'community_work',
  label: words('社区工作统计表', 'Community desk figures'),
  desks: ['community'],
  sections: [
    visits,
    {
      label: words('诉求', 'Demands'),
      indicators: [
        'demands',
        'demands_done',
        'demand_settled_rate',
        'demands_due',
        'demands_in_time',
        'demand_on_time_rate',
        'demands_to_refer',
        'demands_referred',
        'demand_referral_rate',
      ],
    },
    {
      label: words('反馈与满意度', 'Answers and satisfaction'),
      indicators: [
        'visits_settled',
        'visits_fed_back',
        'feedback_rate',
        'visits_satisfied',
        'visits_rated',
        'satisfaction_rate',
      ],
    },
    handbook,
    {
      label: words('隐患、共建（手工填报）', 'Hazards and partners (entered)'),
      indicators: [
        'hazards_found',
        'hazards_to_refer',
        'hazards_referred',
        'hazard_referral_rate',
        'hazards_referred_same_day',
        'hazard_same_day_rate',
        'partners',
        'agreements_in_force',
        'agreement_rate',
        'needs',
        'needs_matched',
        'matching_rate',
      ],
    },
    outreach,
  ],
  breakdowns: [
    {
      key: 'demand_category',
      label: words('走访诉求按类别', 'Visits by category of demand'),
      measure: 'visit.visits',
      path: 'demands/category',
    },
    { key: 'visit_purpose', label: words('走访按目的', 'Visits by purpose'), measure: 'visit.visits', path: 'purpose' },
    {
      key: 'satisfaction',
      label: words('走访按满意度', 'Visits by satisfaction'),
      measure: 'visit.visits',
      path: 'satisfaction',
    },
  ],
  charts: [
    { trend: ['visits', 'demands', 'demands_done'], label: words('趋势', 'Trend') },
    { breakdown: 'demand_category' },
    { breakdown: 'visit_purpose' },
    { rate: 'task_on_time_rate', label: words('工作手册按时办结', 'Handbook items on time') },
  ],
};

const enteredReport: ReportDefinition = {
  key: 'entered_figures',
  label: words('反诈与执法指标表（手工填报）', 'Anti-fraud and enforcement figures (entered)'),
  desks: ['police'],
  sections: [
    {
      label: words('立案破案', 'Cases'),
      indicators: ['cases_filed', 'cases_solved', 'solved_rate', 'cases_solved_of_filed', 'solved_rate_cohort'],
    },
    {
      label: words('止付、冻结与返还', 'Stopping, freezing, returning'),
      indicators: [
        'loss_fen',
        'recovered_fen',
        'recovery_rate',
        'stopped_fen',
        'frozen_fen',
        'freeze_rate',
        'returned_fen',
        'return_rate_loss',
        'return_rate_frozen',
      ],
    },
    {
      label: words('预警劝阻', 'Warnings'),
      indicators: [
        'warnings_issued',
        'warnings_to_sign',
        'warnings_signed_in_time',
        'sign_in_rate',
        'warnings_to_meet',
        'warnings_met',
        'met_rate',
        'warnings_to_report',
        'warnings_reported_in_time',
        'report_rate',
        'dissuaded',
        'dissuaded_well',
        'dissuasion_rate',
        'warned',
        'deceived_after',
        'deceived_rate',
        'audited',
        'audited_well',
        'audit_rate',
      ],
    },
    {
      label: words('人员与线索', 'People and leads'),
      indicators: ['persons_listed', 'persons_cleared', 'cleared_rate', 'leads_issued', 'leads_people_hit', 'hit_rate'],
    },
  ],
  breakdowns: [],
  charts: [
    { trend: ['cases_filed', 'cases_solved'], label: words('立案、破案趋势', 'Cases filed and solved') },
    { rate: 'dissuasion_rate', label: words('劝阻成功', 'Dissuaded') },
  ],
};

export const allReports: readonly ReportDefinition[] = [policeReport, communityReport, enteredReport];

export const reportsByKey: ReadonlyMap<string, ReportDefinition> = new Map(
  allReports.map((report) => [report.key, report]),
);
