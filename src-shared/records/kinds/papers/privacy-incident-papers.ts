// Papers of a personal data incident: the report to the authority and the notice to the people concerned (PIPL art. 57).

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { field, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';

const report: PrintedDocument = {
  key: 'incident_report',
  label: words('个人信息安全事件报告表', 'Incident report'),
  title: '个人信息安全事件报告表',
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('发现时间', 'found_at'),
        pair('发生时间', 'happened_at'),
        pair('事件类型', 'incident_kind'),
        pair('涉及人数', 'people_count'),
        widePair('事件概要', 'summary'),
        widePair('信息种类', 'categories'),
        widePair('事件经过', 'course', 3),
        widePair('原因', 'cause', 2),
        widePair('可能造成的危害', 'harm', 2),
        widePair('已采取的补救措施', 'measures', 3),
        widePair('个人可以采取的减轻危害的措施', 'advice', 2),
        widePair('联系人和联系方式', 'contact'),
        pair('报告的部门', 'reported_to'),
        pair('报告时间', 'reported_at'),
        pair('通知个人', 'notice'),
        pair('通知时间', 'noticed_at'),
        widePair('不通知个人的理由', 'no_notice_reason'),
        widePair('整改与复盘', 'review', 2),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '经办人', date: true },
        { label: '负责人', date: true },
      ],
    },
    unitAndDate,
  ],
};

const notice: PrintedDocument = {
  key: 'incident_notice',
  label: words('个人信息安全事件告知书', 'Notice to the people concerned'),
  title: '个人信息安全事件告知书',
  audience: 'public',
  blocks: [
    {
      paragraph: sentence(
        '我单位于',
        field('found_at'),
        '发现个人信息',
        field('incident_kind'),
        '事件，可能涉及你的下列信息：',
        field('categories'),
        '。',
      ),
      indent: true,
    },
    { paragraph: sentence('原因：', field('cause')), indent: true },
    { paragraph: sentence('可能造成的危害：', field('harm')), indent: true },
    { paragraph: sentence('我单位已采取的补救措施：', field('measures')), indent: true },
    { paragraph: sentence('你可以采取下列措施减轻危害：', field('advice')), indent: true },
    { paragraph: sentence('联系人和联系方式：', field('contact')), indent: true },
    { paragraph: say('特此告知。'), indent: true },
    unitAndDate,
  ],
};

export const privacyIncidentPapers: readonly PrintedDocument[] = [report, notice];
