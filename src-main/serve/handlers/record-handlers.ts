// Records: saving, stepping, reading, listing, finding.

import type { Problem } from '../../../src-shared/base/problem.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { PageView, RecordView } from '../../../src-shared/contract/views.ts';
import { isRestricted } from '../../records/access.ts';
import { addRecord } from '../../records/add-record.ts';
import { createLinkedRecord } from '../../records/create-linked-record.ts';
import { decideConflict } from '../../records/decide-conflict.ts';
import type { Desk } from '../../records/desk.ts';
import { editStoredRecord, stepStoredRecord } from '../../records/edit-stored-record.ts';
import { viewHistory } from '../../records/history-view.ts';
import { countRows, findRows, type ListRequest, listPage, type PageRequest } from '../../records/list-records.ts';
import { logReading } from '../../records/log-reading.ts';
import { matchRecord } from '../../records/match-record.ts';
import type { Person } from '../../records/people.ts';
import { viewRecord } from '../../records/record-view.ts';
import { revealValue } from '../../records/reveal-value.ts';
import { undoChange } from '../../records/undo-change.ts';
import { recordsBehindFigure } from '../../reports/behind-figure.ts';
import { recordById } from '../../stores/record-store.ts';
import { answer, asPerson, type CallContext, contract } from '../call-context.ts';

type Work<Input, T> = (desk: Desk, person: Person, input: Input) => Result<T, Problem>;

/** A handler that does `work` for whoever is signed in. */
export function forPerson<Input, T>(
  work: Work<Input, T>,
): (call: { readonly context: CallContext; readonly input: Input }) => T {
  return ({ context, input }) => {
    const { desk, person } = asPerson(context);
    return answer(work(desk, person, input));
  };
}

const { records } = contract;

/** Looking at a record marked 敏感 is in the log. */
function openRecord(desk: Desk, person: Person, { id }: { readonly id: string }): Result<RecordView, Problem> {
  const view = viewRecord(desk, person, id);
  if (!view.ok || !isRestricted(view.value.secrecy)) return view;
  const logged = logReading(desk, person, 'sensitive_opened', id);
  return logged.ok ? view : logged;
}

/** The history tells what the record says, so that of a record marked 敏感 is in the log, too. */
function openHistory(desk: Desk, person: Person, asked: Parameters<typeof viewHistory>[2]) {
  const page = viewHistory(desk, person, asked);
  if (!page.ok || recordById(desk.database.reading, asked.id)?.restricted !== 1) return page;
  const logged = logReading(desk, person, 'sensitive_history', asked.id);
  return logged.ok ? page : logged;
}

/** The records behind the figure that a list is asked for; undefined when it is asked for none. Problems: `figure_…`. */
function figureKeys(desk: Desk, figure: string | undefined): Result<readonly number[] | undefined, Problem> {
  if (figure === undefined) return ok(undefined);
  const behind = recordsBehindFigure(desk, desk.database.reading, figure);
  return behind.ok ? ok(behind.value.keys) : behind;
}

function listOfFigure(desk: Desk, person: Person, request: ListRequest & PageRequest): Result<PageView, Problem> {
  const keys = figureKeys(desk, request.figure);
  return keys.ok ? listPage(desk, person, request, keys.value) : keys;
}

function countOfFigure(desk: Desk, person: Person, request: ListRequest): Result<{ readonly count: number }, Problem> {
  const keys = figureKeys(desk, request.figure);
  return keys.ok ? countRows(desk, person, request, keys.value) : keys;
}

export const recordHandlers = {
  add: records.add.handler(forPerson(addRecord)),
  edit: records.edit.handler(forPerson(editStoredRecord)),
  step: records.step.handler(forPerson(stepStoredRecord)),
  create: records.create.handler(forPerson(createLinkedRecord)),
  undo: records.undo.handler(forPerson(undoChange)),
  decide: records.decide.handler(forPerson(decideConflict)),
  open: records.open.handler(forPerson(openRecord)),
  history: records.history.handler(forPerson(openHistory)),
  reveal: records.reveal.handler(forPerson(revealValue)),
  list: records.list.handler(forPerson(listOfFigure)),
  count: records.count.handler(forPerson(countOfFigure)),
  find: records.find.handler(forPerson(findRows)),
  matches: records.matches.handler(forPerson((desk, person, { id }) => matchRecord(desk, person, id))),
};
