// Figures that this desk takes over from other ledgers (手工填报): cases, frozen money, warnings, leads, outreach. They are
// law-enforcement ledgers kept elsewhere, so only their totals stand here, never their people.

import { words } from '../../records/words.ts';
import type { Indicator } from '../indicator.ts';
import { entered, people, pieces, times, turns, yuan } from './build.ts';

const leads = words('条', 'leads');
const sessions = words('场', 'sessions');
const orders = words('条', 'orders');

function enteredMoney(key: string, zh: string, en: string): Indicator {
  return { ...entered(key, zh, en, yuan), money: true };
}

export const enteredIndicators: readonly Indicator[] = [
  entered('cases_filed', '立案', 'Cases filed', times),
  entered('cases_solved', '破案', 'Cases solved', times),
  entered('cases_solved_of_filed', '本期立案中已破', 'Solved among those filed', times),
  enteredMoney('loss_fen', '案损金额', 'Loss in cases'),
  enteredMoney('recovered_fen', '挽回金额', 'Money recovered'),
  enteredMoney('returned_fen', '返还金额', 'Money returned'),
  enteredMoney('frozen_fen', '冻结金额', 'Money frozen'),
  enteredMoney('stopped_fen', '止付金额', 'Payments stopped'),
  entered('warnings_issued', '下发预警指令', 'Warning orders issued', orders),
  entered('warnings_to_meet', '应见面指令', 'Orders to be met in person', orders),
  entered('warnings_met', '已见面指令', 'Orders met in person', orders),
  entered('warnings_to_sign', '应签收指令', 'Orders to be signed in', orders),
  entered('warnings_signed_in_time', '时限内签收', 'Signed in in time', orders),
  entered('warnings_to_report', '应反馈指令', 'Orders to be reported on', orders),
  entered('warnings_reported_in_time', '时限内反馈', 'Reported on in time', orders),
  entered('dissuaded', '劝阻', 'Dissuasions', turns),
  entered('dissuaded_well', '劝阻成功', 'Dissuaded successfully', turns),
  entered('warned', '已预警', 'People warned', people),
  entered('deceived_after', '预警后被骗', 'Deceived after the warning', people),
  entered('audited', '抽查', 'Audited', pieces),
  entered('audited_well', '抽查合格', 'Audited and found well', pieces),
  entered('persons_listed', '下发人数', 'People on the list', people),
  entered('persons_cleared', '核减人数', 'People cleared', people),
  entered('leads_issued', '下发线索', 'Leads issued', leads),
  entered('leads_people_hit', '打击处理', 'People dealt with', people),
  entered('outreach_sessions', '宣传场次', 'Outreach sessions', sessions),
  entered('outreach_attendances', '宣传人次', 'Outreach attendances', turns),
  entered('hazards_found', '发现隐患', 'Hazards found', pieces),
  entered('hazards_to_refer', '应转办隐患', 'Hazards to be referred', pieces),
  entered('hazards_referred', '转办隐患', 'Hazards referred', pieces),
  entered('hazards_referred_same_day', '当日转办隐患', 'Hazards referred the same day', pieces),
  entered('partners', '共建单位', 'Partner organisations', words('家', 'organisations')),
  entered('agreements_in_force', '生效协议', 'Agreements in force', words('份', 'agreements')),
  entered('needs', '需求', 'Needs', pieces),
  entered('needs_matched', '已对接需求', 'Needs matched', pieces),
  entered('banners', '锦旗', 'Silk banners', words('面', 'banners')),
];
