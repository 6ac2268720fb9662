import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src-shared/records/code-lists.ts';
import { declarationFaults } from '../../../../src-shared/records/declaration-faults.ts';
import { kindOf, registerWords, stateWords, steps } from './declared.ts';
import { kinds } from './walk-sample.ts';

describe('every kind', () => {
  test.each(kinds.all.map((kind) => [kind.key, kind] as const))('%s has no faults', (_, kind) => {
    expect(declarationFaults(kind)).toEqual([]);
  });

  test.each(kinds.all.map((kind) => [kind.key, kind] as const))('%s is data that survives JSON', (_, kind) => {
    expect(JSON.parse(JSON.stringify(kind))).toEqual(kind);
  });

  test.each(kinds.all.map((kind) => [kind.key, kind] as const))(
    '%s says in both languages what each guard misses',
    (_, kind) => {
      const says = [...kind.transitions.flatMap(({ guards }) => guards), ...kind.invariants].map(
        ({ says: { zh, en } }) => ({ zh, en }),
      );
      expect(
        says.filter(({ zh, en }) => !/[\u4e00-\u9fff]/.test(zh) || !/^[A-Z]/.test(en) || /[\u4e00-\u9fff]/.test(en)),
      ).toEqual([]);
    },
  );

  test('can leave every state that is not final', () => {
    const stuck = kinds.all.flatMap((kind) =>
      Object.entries(kind.states)
        .filter(
          ([state, { stage }]) =>
            stage !== 'done' && stage !== 'void' && !kind.transitions.some(({ from }) => from.includes(state)),
        )
        .map(([state]) => `${kind.key}/${state}`),
    );
    expect(stuck).toEqual([]);
  });

  test('codes are English snake case with words in both languages', () => {
    const wrong = Object.entries(codeLists).flatMap(([list, codes]) =>
      Object.entries(codes)
        .filter(
          ([code, { zh, en }]) =>
            !/^[a-z][a-z0-9_]*$/.test(code) || zh === '' || en === '' || /[\u4e00-\u9fff]/.test(en),
        )
        .map(([code]) => `${list}/${code}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the other kinds are as §2.1b–2.3, §2.9 and appendix B give them', () => {
  test('lost_report', () => {
    expect(stateWords('lost_report')).toEqual({
      waiting: '待匹配',
      matched: '已匹配',
      recovered: '已找回',
      withdrawn: '撤销',
    });
    expect(steps('lost_report')).toEqual([
      'match: waiting → matched',
      'unmatch: matched → waiting',
      'recover: matched → recovered',
      'withdraw: waiting|matched → withdrawn',
    ]);
  });

  test('rescue', () => {
    expect(stateWords('rescue')).toEqual({
      alarm: '接警',
      handling: '处置中',
      safe: '已脱险/送医',
      handed_over: '已移交',
      follow_up: '回访',
      closed: '办结',
      not_found: '未找到',
      handed_off_scene: '先期处置后移交',
    });
    expect(steps('rescue')).toEqual([
      'dispatch: alarm → handling',
      'bring_to_safety: handling → safe',
      'give_up_search: handling → not_found',
      'search_again: not_found → handling',
      'hand_off_at_scene: handling → handed_off_scene',
      'hand_over: safe → handed_over',
      'follow_up: handed_over → follow_up',
      'close: follow_up → closed',
      'close_left_alone: safe → closed',
    ]);
    expect(registerWords('rescue')).toEqual([
      '警情号',
      '接警时间',
      '地点',
      '类型',
      '被救助人',
      '到场用时(分)',
      '参与力量',
      '结果',
      '移交对象',
      '经办',
    ]);
    expect(kindOf('rescue').documents.map(({ label }) => label.zh)).toEqual([
      '救助记录表',
      '移交单',
      '回访记录',
      '群众救人情况说明',
    ]);
  });

  test('visit', () => {
    expect(stateWords('visit')).toEqual({
      planned: '计划',
      done: '已走访',
      not_met: '未遇',
      demands_open: '有诉求待办',
      fed_back: '已反馈',
      archived: '归档',
    });
    expect(steps('visit')).toEqual([
      'record_visit: planned → done',
      'record_not_met: planned → not_met',
      'plan_again: not_met → planned',
      'open_demands: done → demands_open',
      'feed_back: demands_open → fed_back',
      'archive: done|fed_back → archived',
    ]);
    expect(registerWords('visit')).toEqual([
      ...[
        '走访日期',
        '走访人',
        '户主',
        '住址',
        '家庭情况摘要',
        '反映问题/诉求',
        '办理措施',
        '责任人',
        '办结时限',
        '办结时间',
        '反馈情况',
        '满意度',
      ],
    ]);
    expect(kindOf('visit').documents.map(({ label }) => label.zh)).toEqual(['走访记录表', '民情日记', '回访单']);
  });

  test('handbook_task', () => {
    expect(stateWords('handbook_task')).toEqual({
      todo: '待办',
      doing: '进行中',
      waiting: '待他人',
      postponed: '延期',
      done: '已完成',
      verified: '已核验',
      cancelled: '取消',
    });
    expect(steps('handbook_task')).toEqual([
      'start: todo|postponed → doing',
      'wait: doing → waiting',
      'resume: waiting → doing',
      'finish: doing|waiting → done',
      'verify: done → verified',
      'return_to_owner: done → doing',
      'hand_over: todo|doing|waiting|postponed → todo',
      'postpone: todo|doing|waiting|postponed → postponed',
      'cancel: todo|doing|waiting|postponed → cancelled',
    ]);
    expect(registerWords('handbook_task')).toEqual([
      '日期',
      '事项',
      '责任人',
      '涉及部门',
      '要点',
      '进度',
      '时限',
      '完成时间',
      '是否按时',
      '备注',
    ]);
  });

  test('household', () => {
    expect(Object.keys(kindOf('household').fields)).toEqual([
      ...[
        'registered_on',
        'house_no',
        'head',
        'address',
        'grid_code',
        'members',
        'difficulty_types',
        'difficulty_note',
        'aid_status',
        'visit_cycle',
        'last_visited_on',
        'risk_note',
      ],
      ...['source', 'handler', 'co_handler', 'secrecy', 'basis', 'consent_on', 'consent_how', 'remark'],
    ]);
  });
});
