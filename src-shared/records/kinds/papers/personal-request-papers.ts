// Papers of a request on personal data: its receipt, the answer, and the certificate of what was erased.

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { isErasure } from '../parts/personal-request-fields.ts';
import { column, field, nameOf, pair, rightColumn, say, sentence, unitAndDate, widePair } from './blocks.ts';

const receipt: PrintedDocument = {
  key: 'request_receipt',
  label: words('个人信息申请登记表', 'Request form'),
  title: '个人信息申请登记表',
  copies: ['第一联 存根', '第二联 交申请人'],
  audience: 'party',
  blocks: [
    {
      pairs: [
        pair('申请事项', 'request_kind'),
        pair('申请时间', 'requested_at'),
        pair('申请人', nameOf('applicant/')),
        pair('联系电话', 'applicant/phone'),
        pair('证件类型', 'applicant/id_type'),
        pair('证件号码', 'applicant/id_no'),
        pair('身份核验', 'identity_check'),
        pair('近亲属', 'relative'),
        widePair('申请内容', 'demand', 5),
        pair('答复期限', 'due_on'),
        pair('经办人', 'handler'),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '申请人', fingerprint: true, date: true },
        { label: '受理人', date: true },
      ],
    },
    unitAndDate,
  ],
};

const answer: PrintedDocument = {
  key: 'request_answer',
  label: words('个人信息申请答复书', 'Answer to a request'),
  title: '个人信息申请答复书',
  offered: { inState: ['replied', 'refused'] },
  copies: ['第一联 附卷', '第二联 交申请人'],
  audience: 'party',
  blocks: [
    { paragraph: sentence(nameOf('applicant/'), '：') },
    {
      paragraph: sentence('你于', field('requested_at'), '提出的个人信息', field('request_kind'), '申请，现答复如下：'),
      indent: true,
    },
    { paragraph: field('result'), indent: true },
    {
      when: { filled: 'refusal_reason' },
      blocks: [
        { paragraph: sentence('经研究，决定不予办理，理由：', field('refusal_reason')), indent: true },
        { paragraph: say('对不予办理有异议的，可以依法向人民法院提起诉讼。'), indent: true },
      ],
    },
    {
      when: { equals: ['request_kind', 'correction'] },
      blocks: [
        {
          table: {
            heading: '更正情况',
            list: 'concerns',
            columns: [
              column('记录', 'record', 28),
              column('原内容', 'was', 22),
              column('申请改为', 'asked', 22),
              column('结果', 'outcome'),
            ],
          },
        },
      ],
    },
    unitAndDate,
  ],
};

/** 清除证明: what was erased, by whom, proven by the hash over the signed orders. */
const certificate: PrintedDocument = {
  key: 'erasure_certificate',
  label: words('个人信息清除证明', 'Certificate of erasure'),
  title: '个人信息清除证明',
  offered: { all: [isErasure, { inState: ['cleared', 'replied'] }] },
  copies: ['第一联 附卷', '第二联 交申请人'],
  audience: 'party',
  blocks: [
    {
      pairs: [
        pair('来由', 'ground'),
        pair('信息主体', nameOf('applicant/')),
        pair('提出人', 'proposed_by'),
        pair('核准人', 'approved_by'),
      ],
      perRow: 2,
    },
    {
      table: {
        heading: '已清除的记录',
        list: 'concerns',
        where: { filled: 'cleared_at' },
        columns: [
          column('记录', 'record', 24),
          column('范围', 'extent', 15),
          column('清除时间', 'cleared_at', 16),
          rightColumn('更改', 'cleared_changes', 7),
          rightColumn('附件', 'cleared_files', 7),
          column('清除凭证（SHA-256）', 'proof'),
        ],
      },
    },
    {
      paragraph: say(
        '上列记录中的个人信息已由两人核准清除，清除指令经签名并写入更改历史，各更改链仍可校验；指令随同步送达持有该记录的中心和其他案台，由其一并执行。',
      ),
      indent: true,
    },
    {
      paragraph: say(
        '清除前制作的备份不逐份改写，在其保存期满前仅作存储，不作他用；由备份恢复后，清除指令将再次执行。已打印、已导出的材料须另行收回或销毁。',
      ),
      indent: true,
    },
    {
      signatures: [
        { label: '提出人', date: true },
        { label: '核准人', date: true },
      ],
    },
    unitAndDate,
  ],
};

export const personalRequestPapers: readonly PrintedDocument[] = [receipt, answer, certificate];
