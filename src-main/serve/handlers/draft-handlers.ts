// Drafts of whoever is signed in.

import { draftViews, dropOwnDraft, keepDraft } from '../../records/drafts.ts';
import { asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { drafts } = contract;

export const draftHandlers = {
  keep: drafts.keep.handler(forPerson(keepDraft)),
  list: drafts.list.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return draftViews(desk.database.reading, person);
  }),
  drop: drafts.drop.handler(forPerson((desk, person, { id }) => dropOwnDraft(desk, person, id))),
};
