// Two people whose masked names are the same in one list are told apart by the tail of their document number.

import { maskToTail } from './mask-numbers.ts';

export type MaskedPerson = { readonly maskedName: string; readonly documentNumber?: string };

/** Names for one list, in its order: `张*`, and `张*（尾号1234）` for each of several 张* whose number is known. */
export function tellApart(people: readonly MaskedPerson[]): string[] {
  const counts = new Map<string, number>();
  for (const { maskedName } of people) counts.set(maskedName, (counts.get(maskedName) ?? 0) + 1);
  return people.map(({ maskedName, documentNumber }) => {
    const isShared = (counts.get(maskedName) ?? 0) > 1;
    return isShared && documentNumber !== undefined ? `${maskedName}（${maskToTail(documentNumber)}）` : maskedName;
  });
}
