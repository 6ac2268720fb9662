import { renderSVG } from 'uqr';
import { describe, expect, test } from 'vitest';
import { assert } from '../../../../src-shared/base/assert.ts';
import type { Field, Fields } from '../../../../src-shared/records/field.ts';
import { declaredFieldAt } from '../../../../src-shared/records/field-at.ts';
import { foundItem } from '../../../../src-shared/records/kinds/found-item.ts';
import { entriesOf } from '../../../../src-shared/records/place.ts';
import { printDocument } from '../../../../src-shared/records/print/print-document.ts';
import type { RecordContext } from '../../../../src-shared/records/record-context.ts';
import { registerTexts } from '../../../../src-shared/records/register-row.ts';
import type { SampleRecord } from '../../../../src-shared/records/sample-file.ts';
import { kinds, readFixture, walkSample } from './walk-sample.ts';

/** The words of a paper, a line per row or paragraph, cells apart by `|`. */
function textOf(context: RecordContext, document: string, entry?: string): string {
  const page = printDocument({ context, document, entry, id: '01hzzzzzzz', pictureAddress: (address) => address });
  assert(page.ok, page.ok ? '' : JSON.stringify(page.problem));
  return page.value.html
    .replace(/<\/(tr|p|h1|h2)>/g, '\n')
    .replace(/<\/(td|th)>/g, '|')
    .replace(/<[^>]+>/g, '');
}

const w12 = walkSample(readFixture('found_item', 'w12-wallet')).context;

/** W12 as it would be if nobody knew the owner: everything secret is filled in. */
const unknownOwner: SampleRecord = {
  kind: 'found_item',
  content: {
    ...readFixture('found_item', 'w12-wallet').content,
    owner_known: false,
    items: [
      {
        id: 'wallet',
        category: 'wallet',
        name: '牛皮钱包',
        quantity: 1,
        unit: '个',
        features: '右下角磨白',
        secret_feature: '夹层有合影',
        brand: '某牌',
        value_fen: 12_345,
      },
    ],
    doc_lines: [
      {
        id: 'card',
        kind: 'bank_card',
        number: '6222020000000000000',
        holder: '黎某某',
        issuer: '某银行',
        note: '金卡',
      },
    ],
  },
  steps: [
    {
      edit: {
        notice: {
          published_at: '2025-03-29T09:00',
          channel: ['notice_board'],
          place: '所门口公告栏',
          public_place: '夜市一带',
        },
      },
    },
  ],
};

describe('招领公告', () => {
  const context = walkSample(unknownOwner).context;
  const notice = textOf(context, 'found_notice');

  test('tells category, day, rough place, deadline and how to claim', () => {
    expect(notice).toContain('1|钱包|1个|');
    expect(notice).toContain('拾得日期|2025年3月28日|拾得地点（大致）|夜市一带|');
    expect(notice).toContain('公告日期|2025年3月29日|公告期满|2026年3月29日|');
    expect(notice).toContain('说明物品特征');
    expect(notice).toContain('另有现金若干。');
  });

  test.each([
    '牛皮',
    '磨白',
    '合影',
    '某牌',
    '123.45',
    '6222',
    '0000|',
    '黎某',
    '某银行',
    '金卡',
    '260',
    '贰佰',
    '荆山陈',
    '23时',
    '张某',
    '保险柜',
    'F0328',
  ])('never shows %s', (secret) => {
    expect(notice).not.toContain(secret);
  });

  test('names no field that is internal or sensitive, in any of its expressions', () => {
    const document = foundItem.documents.find(({ key }) => key === 'found_notice');
    const named = pathsIn(document).map((path) => [path, fieldAnywhere(foundItem.fields, path)] as const);
    expect(named.filter(([, field]) => field === null)).toEqual([]);
    expect(
      named
        .filter(([, field]) => field?.sensitivity === 'sensitive' || field?.sensitivity === 'internal')
        .map(([path]) => path),
    ).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  test('is not offered for a known owner or for what must not be advertised', () => {
    const known = printDocument({
      context: w12,
      document: 'found_notice',
      id: '01hzzzzzzz',
      pictureAddress: (address) => address,
    });
    expect(known).toMatchObject({ ok: false, problem: { code: 'document_not_offered' } });
  });
});

describe('保管标签', () => {
  const page = printDocument({ context: w12, document: 'custody_labels', id: '01hzzzzzzz', pictureAddress: () => '' });
  const source = page.ok ? page.value.html : '';

  test('there is one for each thing and each document and one for the cash, each with a code of its own', () => {
    const lines = ['items', 'doc_lines'].flatMap((list) => entriesOf(w12.content[list]));
    expect(source.match(/class="label"/g)).toHaveLength(lines.length + 1);
    expect(source.match(/<svg/g)).toHaveLength(lines.length + 1);
    for (const piece of [...lines.map(({ id }) => id), 'cash'])
      expect(source).toContain(renderSVG(`01HZZZZZZZ-${piece.toUpperCase()}`, { border: 0 }));
    expect(source).toContain('现金（封存）');
  });

  test('it says nothing that would let a stranger describe the thing, or name a person', () => {
    const text = textOf(walkSample(unknownOwner).context, 'custody_labels');
    for (const secret of ['夹层有合影', '右下角磨白', '260']) expect(text).not.toContain(secret);
  });
});

describe('受理回执 and 领取凭证 of W12', () => {
  test('the receipt for the finder has the cash in figures and capitals, the certificate apart', () => {
    const receipt = textOf(w12, 'acceptance_receipt');
    expect(receipt).toContain('人民币合计：260.00元，大写：人民币贰佰陆拾元整');
    expect(receipt).toContain('票面金额不计入现金');
    expect(receipt).toContain('|100,000.00元|');
    expect(receipt).toContain('张某声明放弃权利人的酬谢。');
    expect(receipt).not.toContain('内有十万元存单一张');
    expect(receipt).toContain('第二联 交拾得人');
  });

  test('the collection receipt names every line, the amount in capitals, both officers and a fingerprint box', () => {
    const receipt = textOf(w12, 'collection_receipt', 'handover');
    expect(receipt).toContain('今收到方岩派出所发还的下列物品');
    expect(receipt).toContain('1|钱包，收摊时在相邻摊位的箱子里发现|1||');
    expect(receipt).toContain('2|现金 人民币 面额100.00元||200.00元|');
    expect(receipt).toContain('5|存单 存单一张，票面十万元，不计入现金 票面金额100,000.00元|1||');
    expect(receipt).toContain('发还现金合计：260.00元，大写：人民币贰佰陆拾元整。');
    expect(receipt).toContain('经核对物品无误');
    expect(receipt).toContain('发还经办人|陈晓岚、林予安|');
    expect(receipt).toContain('（指印）');
    expect(receipt).toContain('110***********0022');
    expect(receipt).not.toContain('110101190001010022');
  });

  test('the register row shows the whole way of the wallet', () => {
    expect(registerTexts(w12, { for: 'register', language: 'zh' })).toEqual([
      ...[
        '方岩所拾字〔2026〕0001号',
        '2025.03.28 23:20',
        '荆山陈夜市',
        '钱包 收摊时在相邻摊位的箱子里发现',
        '1个',
        '260.00',
        '张某',
      ],
      ...[
        '—',
        '2025.03.28 23:40',
        '陈晓岚、林予安',
        '值班室保险柜1号袋',
        '—',
        '—',
        '黎某',
        '2025.03.28 23:52',
        '黎某',
        '110***********0022',
      ],
      ...[
        '2025.03.29 00:17',
        '陈晓岚、林予安',
        '已发还',
        '报道只称现金二三百元，此处为两人逐张清点的样例数；报道未写明年份和具体钟点。',
      ],
    ]);
  });
});

describe('W13 on paper', () => {
  const { context } = walkSample(readFixture('rescue', 'w13-rescue'));

  test('the record shows a man known by surname and province, and everybody who helped', () => {
    const record = textOf(context, 'rescue_record');
    expect(record).toContain('1|舒某|男|湖南|未受伤|是||酒后失足落水|');
    expect(record).toContain('到场用时|8分钟|');
    expect(record).toContain('2|实习学警|张某|派出所||穿戴装备下水游到落水者身边，扶稳并安抚|');
    expect(record).toContain('3|救援队|（未留姓名）|救援队||');
  });

  test('the account of people who helped leaves the police out', () => {
    const account = textOf(context, 'public_rescuers_account');
    expect(account).toContain('岸上群众');
    expect(account).not.toContain('实习学警');
  });
});

describe('every paper of every kind', () => {
  const real = [
    ['found_item', 'w12-wallet'],
    ['rescue', 'w13-rescue'],
    ['household', 'w15-household'],
    ['visit', 'w15-visit'],
    ['handbook_task', 'w16-task'],
  ] as const;

  test.each(real)('of %s %s prints, or says that it is not offered', (kind, name) => {
    const { context } = walkSample(readFixture(kind, name));
    const outcomes = context.kind.documents.map(({ key, per }) => {
      const entry = per === undefined ? undefined : entriesOf(context.content[per])[0]?.id;
      const page = printDocument({
        context,
        document: key,
        entry,
        id: '01hzzzzzzz',
        pictureAddress: (address) => address,
      });
      return page.ok ? 'printed' : page.problem.code;
    });
    expect(outcomes.filter((outcome) => outcome !== 'printed' && outcome !== 'document_not_offered')).toEqual([]);
    expect(outcomes).toContain('printed');
  });

  test('for a party or the public shows no whole identity number', () => {
    const open = kinds.all.flatMap((kind) =>
      kind.documents.filter(({ audience }) => audience !== 'file').map((document) => ({ kind, document })),
    );
    const bare = open.flatMap(({ kind, document }) =>
      unmaskedPaths(document.blocks)
        .filter((path) => path.endsWith('id_no') && fieldAnywhere(kind.fields, path) !== null)
        .map((path) => `${kind.key}/${document.key}: ${path}`),
    );
    expect(bare).toEqual([]);
    expect(open.length).toBeGreaterThan(5);
  });
});

/** Every path an expression, condition or block names. */
function pathsIn(value: unknown): readonly string[] {
  return walkPaths(value, () => false);
}

/** As `pathsIn`, without what stands inside a mask. */
function unmaskedPaths(value: unknown): readonly string[] {
  return walkPaths(value, (key) => key === 'masked');
}

function walkPaths(value: unknown, skip: (key: string) => boolean): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => walkPaths(inner, skip));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (skip(key)) return [];
    if (['field', 'day', 'each', 'list', 'filled', 'count', 'sum'].includes(key) && typeof inner === 'string')
      return [inner];
    if (['equals', 'oneOf', 'atLeast', 'some', 'every'].includes(key) && Array.isArray(inner))
      return [String(inner[0]), ...walkPaths(inner.slice(1), skip)];
    return walkPaths(inner, skip);
  });
}

/** The field of a path that may stand in any list: at the record, or in an entry of it. */
function fieldAnywhere(fields: Fields, path: string): Field | null {
  const own = declaredFieldAt(fields, path.replace(/^\//, ''));
  if (own) return own;
  const inner = Object.values(fields).flatMap((field) =>
    field.type === 'list' || field.type === 'group' ? [fieldAnywhere(field.fields, path)] : [],
  );
  return inner.find((field) => field !== null) ?? null;
}
