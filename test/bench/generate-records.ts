// Made-up Chinese records, believable in length and words, the same for the same seed: persons with common names, places,
// things, 200-character narratives. Nobody in them exists; identity numbers are of 1900.

import { type Chance, createChance } from './seeded-chance.ts';

export type GeneratedRecord = { readonly kind: string; readonly content: Record<string, unknown> };
export type Officers = readonly [string, string, ...string[]];

const surnames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const givenNames =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国玉兰志海红梅春燕晓东波辉健宁雪峰鹏飞宇浩欣怡子涵雨桐梓萱俊熙思源';
const places = [
  '荆山陈夜市',
  '溪心桥',
  '方岩景区停车场',
  '丽州广场',
  '大司巷小学门口',
  '龙川公园',
  '西城菜市场',
  '客运中心候车室',
  '中医院门诊大厅',
  '吉兴小区',
  '和平路公交站',
  '环西社区服务中心',
  '星园路口',
  '建兴巷',
  '海湖市场',
  '人民银行支行门前',
] as const;
const things = [
  '黑色皮质钱包',
  '银色手机',
  '蓝色双肩包',
  '一串钥匙',
  '棕色手提袋',
  '金色戒指',
  '红色保温杯',
  '居民身份证',
  '驾驶证',
  '灰色行李箱',
  '儿童手表',
  '白色耳机',
] as const;
const clauses = [
  '群众将物品送至值班室',
  '民警与辅警共同开包清点',
  '现场拍照并登记',
  '经电话联系未接通',
  '其家属称老人已外出半日',
  '走访时大门紧锁',
  '邻居反映近期身体欠佳',
  '水管漏水影响楼下住户',
  '希望协调学费减免事宜',
  '已告知办理临时救助所需材料',
  '网格员将于下周回访',
  '楼道堆放杂物存在隐患',
  '当事人情绪平稳',
  '已提醒注意防范电信网络诈骗',
  '物业承诺三日内修复',
  '社区联系共建单位提供帮助',
  '经核对身份信息无误',
  '双方签字确认',
  '已通知供电部门到场处置',
  '现场交通秩序良好',
] as const;
const categories = ['wallet', 'phone', 'bag', 'keys', 'other'] as const;

function person(chance: Chance): { name: string; phone: string } {
  const surname = Array.from(surnames)[chance.draw(Array.from(surnames).length)] ?? '王';
  const given = Array.from(givenNames);
  const count = 1 + chance.draw(2);
  const name = surname + Array.from({ length: count }, () => given[chance.draw(given.length)] ?? '伟').join('');
  return { name, phone: `1${3 + chance.draw(7)}${String(chance.draw(1_000_000_000)).padStart(9, '0')}` };
}

/** About 200 characters. */
function narrative(chance: Chance): string {
  let text = '';
  while (text.length < 195) text += `${text === '' ? '' : '，'}${chance.pick(clauses)}`;
  return `${text}。`;
}

/** A local moment in the last `years` before 2026-01-01. */
function moment(chance: Chance, years: number): string {
  const day = new Date(Date.UTC(2026, 0, 1) - (1 + chance.draw(years * 365)) * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(chance.draw(20)).padStart(2, '0')}:${String(chance.draw(60)).padStart(2, '0')}`;
}

function foundItem(chance: Chance, [first, second]: Officers): GeneratedRecord {
  const at = moment(chance, 10);
  const finder = person(chance);
  const thing = chance.pick(things);
  const content = {
    found_at: at,
    found_at_precision: 'about',
    found_place: `${chance.pick(places)}${1 + chance.draw(300)}号`,
    finders: [{ role: 'finder', ...finder }],
    handed_in_at: at,
    receiver: first,
    co_receiver: second,
    special_kind: 'none',
    items: [{ category: chance.pick(categories), name: thing, quantity: 1, features: narrative(chance).slice(0, 60) }],
    custody_place: `${1 + chance.draw(9)}号柜${1 + chance.draw(40)}格`,
    owner_known: false,
    handler: first,
    remark: narrative(chance),
  };
  return { kind: 'found_item', content };
}

function task(chance: Chance, [first]: Officers): GeneratedRecord {
  const at = moment(chance, 10);
  const content = {
    title: `${chance.pick(places)}：${chance.pick(clauses)}`,
    listed_at: at,
    due_at: at,
    owner: first,
    handler: first,
    priority: 'normal',
    points: narrative(chance),
  };
  return { kind: 'handbook_task', content };
}

function lostReport(chance: Chance, [first]: Officers): GeneratedRecord {
  const content = {
    owner: person(chance),
    place: `${chance.pick(places)}${1 + chance.draw(300)}号`,
    items: [{ category: chance.pick(categories), name: chance.pick(things), quantity: 1 }],
    reported_at: moment(chance, 10),
    handler: first,
    remark: narrative(chance),
  };
  return { kind: 'lost_report', content };
}

const makers = [foundItem, foundItem, foundItem, lostReport, task] as const;

/** `count` records; `officers` are the accounts named in them. */
export function* generateRecords(seed: number, count: number, officers: Officers): Generator<GeneratedRecord> {
  const chance = createChance(seed);
  for (let index = 0; index < count; index += 1) yield chance.pick(makers)(chance, officers);
}
