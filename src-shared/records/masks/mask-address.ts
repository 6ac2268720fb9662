// Addresses down to the street or community, never the building.

// Best place to stop first; within one, its first occurrence.
const stops: readonly RegExp[] = [
  /社区|居委会|村委会|嘎查|村(?!路|街|大街|大道)/u,
  /街道(?:办事处)?|镇|乡|苏木/u,
  /大道|大街|[路街巷]|胡同/u,
  /[区县旗]|市(?!场)/u,
  /省|自治区/u,
];
// A house, building or room number, wherever it stands.
const buildingNumber = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ]|[一二三四五六七八九十百]+(?:号|栋|幢|单元|弄|室|组|社(?!区))/u;
const hidden = '***';

/** Masks an address: `河西街道八一社区***`. What names no street, community or district is hidden whole. */
export function maskAddress(address: string): string {
  const place = address.trim();
  if (place === '') return '';
  const number = place.search(buildingNumber);
  const beforeNumber = number < 0 ? place : place.slice(0, number);
  for (const stop of stops) {
    const match = stop.exec(beforeNumber);
    if (!match || match.index === 0) continue;
    const shown = beforeNumber.slice(0, match.index + match[0].length);
    return shown === place ? shown : `${shown}${hidden}`;
  }
  return hidden;
}
