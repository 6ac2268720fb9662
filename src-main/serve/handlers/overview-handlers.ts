// What looks over many records: kinds, the Today board.

import { codeLists } from '../../../src-shared/records/code-lists.ts';
import { todayBoard } from '../../records/today-board.ts';
import { answer, asPerson, contract } from '../call-context.ts';

export const kindHandlers = {
  list: contract.kinds.list.handler(({ context }) => ({ kinds: asPerson(context).desk.kinds.offered, codeLists })),
};

export const todayHandlers = {
  board: contract.today.board.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(todayBoard(desk, person));
  }),
};
