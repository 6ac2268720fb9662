// Superiors' forms: kept, bound, filled.

import type { Problem } from '../../../src-shared/base/problem.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { Desk } from '../../records/desk.ts';
import type { Person } from '../../records/people.ts';
import {
  bindTemplate,
  keepTemplate,
  listTemplates,
  openTemplate,
  takeTemplateOutOfUse,
} from '../../templates/keep-templates.ts';
import { answer, asPerson, type CallContext, contract } from '../call-context.ts';
import { fillTemplate } from '../fill-template.ts';
import { forPerson } from './record-handlers.ts';

const { templates } = contract;

function later<Input, T>(work: (desk: Desk, person: Person, input: Input) => Promise<Result<T, Problem>>) {
  return async ({ context, input }: { readonly context: CallContext; readonly input: Input }): Promise<T> => {
    const { desk, person } = asPerson(context);
    return answer(await work(desk, person, input));
  };
}

export const templateHandlers = {
  list: templates.list.handler(forPerson(listTemplates)),
  add: templates.add.handler(later(keepTemplate)),
  open: templates.open.handler(later((desk, person, { id }) => openTemplate(desk, person, id))),
  save: templates.save.handler(later(bindTemplate)),
  retire: templates.retire.handler(forPerson(takeTemplateOutOfUse)),
  fill: templates.fill.handler(({ context, input }) => answer(fillTemplate(context.host, context.session, input))),
};
