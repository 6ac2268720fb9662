// Surnames that are read otherwise than the same characters elsewhere.

/** Reading with tone number per character, by surname. */
const readings: Readonly<Record<string, readonly string[]>> = {
  单: ['shan4'],
  曾: ['zeng1'],
  仇: ['qiu2'],
  解: ['xie4'],
  区: ['ou1'],
  查: ['zha1'],
  任: ['ren2'],
  华: ['hua4'],
  盖: ['ge3'],
  朴: ['piao2'],
  缪: ['miao4'],
  翟: ['zhai2'],
  乐: ['yue4'],
  盛: ['sheng4'],
  召: ['shao4'],
  种: ['chong2'],
  秘: ['bi4'],
  员: ['yun4'],
  黑: ['he4'],
  尉迟: ['yu4', 'chi2'],
  长孙: ['zhang3', 'sun1'],
  万俟: ['mo4', 'qi2'],
  单于: ['chan2', 'yu2'],
  澹台: ['tan2', 'tai2'],
};

/** The surname's own reading at the head of a name, one per character; empty when it is read as usual. */
export function surnameReading(characters: readonly string[]): readonly string[] {
  const [first = '', second = ''] = characters;
  return readings[first + second] ?? readings[first] ?? [];
}
