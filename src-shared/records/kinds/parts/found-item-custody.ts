// How found things lie in custody: a label for each thing and document, one for the sealed cash.

import type { Custody } from '../../custody/custody.ts';
import { words } from '../../words.ts';
import { cashTaken, piecesTaken } from './found-item-guards.ts';

/** The label's name of the cash of a record, which lies in one sealed bag. */
export const cashPiece = 'cash';

export const foundItemCustody: Custody = {
  place: 'custody_place',
  seal: 'seal_no',
  custodian: ['custodian', 'receiver'],
  handOver: { custodian: 'custodian', moves: 'custody_moves' },
  kept: [
    { list: 'items', name: { first: [{ field: 'name' }, { field: 'category' }] }, place: 'kept_at', seal: 'seal_no' },
    { list: 'doc_lines', name: { field: 'kind' }, place: 'kept_at', seal: 'seal_no' },
    { list: 'cash_lines', piece: cashPiece, called: words('现金（封存）', 'Cash (sealed)'), place: 'cash_place' },
  ],
  taken: [piecesTaken, cashTaken],
  cash: {
    list: 'cash_lines',
    denomination: 'denomination',
    count: 'count',
    where: { equals: ['currency', 'cny'] },
  },
};
