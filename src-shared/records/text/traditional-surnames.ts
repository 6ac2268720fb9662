// Traditional forms of characters common in names, for finding people of Hong Kong, Macao and Taiwan by the simplified
// form. Only characters whose simplified form is certain: a whole conversion table would merge words that differ.

const surnamePairs =
  '張张陳陈劉刘黃黄楊杨趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许鄧邓馮冯葉叶蔣蒋蘇苏盧卢賈贾陸陆範范龍龙賀贺顧顾龔龚萬万錢钱嚴严賴赖' +
  '莊庄呂吕閻阎喬乔聶聂譚谭鄒邹鍾钟韋韦湯汤藍蓝紀纪齊齐畢毕顏颜溫温魯鲁閔闵車车單单歐欧陽阳東东門门諸诸鮑鲍連连費费遲迟寧宁關关衛卫';

const givenNamePairs =
  '國国華华強强偉伟麗丽軍军傑杰蓮莲蘭兰鳳凤貴贵榮荣寶宝慶庆興兴飛飞雲云紅红綺绮瓊琼嬌娇學学愛爱義义書书樹树權权勝胜輝辉潔洁靜静';

/** Simplified form by traditional form. */
export const simplifiedByTraditional: ReadonlyMap<string, string> = new Map(pairUp(surnamePairs + givenNamePairs));

function pairUp(pairs: string): [string, string][] {
  return Array.from(pairs.matchAll(/(?<traditional>.)(?<simplified>.)/gu), (match): [string, string] => [
    match.groups?.traditional ?? '',
    match.groups?.simplified ?? '',
  ]);
}
