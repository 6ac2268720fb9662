// Registers: their lines, what they come to, on paper, as files.

import { err, ok } from '../../../src-shared/base/result.ts';
import { logReading } from '../../records/log-reading.ts';
import { newRecordId } from '../../records/new-ids.ts';
import { registerLines, registerRows } from '../../registers/register-screen.ts';
import { answer, asPerson, type CallContext, contract } from '../call-context.ts';
import { exportRegister } from '../export-register.ts';
import { registerFileInThread, registerSurveyInThread } from '../register-thread.ts';
import { forPerson } from './record-handlers.ts';

const { registers } = contract;

/** Nobody cancels a look at a register, and nobody is told how far it is. */
const justLooking = { signal: new AbortController().signal, progress: () => undefined };

function placeFor({ host, session }: CallContext) {
  const { deskKey, person, desk } = answer(host.keys(session));
  return { desk, person, place: { ...host.place(), deskKey, account: person.id, now: host.now() } };
}

export const registerHandlers = {
  rows: registers.rows.handler(forPerson(registerRows)),
  survey: registers.survey.handler(async ({ context, input }) => {
    const { desk, person, place } = placeFor(context);
    const query = { ...input, profile: 'superior' } as const;
    const { keys, ...view } = answer(await registerSurveyInThread(place, query, justLooking));
    const id = newRecordId(context.host.now(), desk.tools.crypto);
    context.session.surveys.keep({ id, account: person.id, query, survey: { keys, ...view } });
    return { id, ...view };
  }),
  lines: registers.lines.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const { query, survey } = answer(context.session.surveys.find(person.id, input.survey));
    return answer(registerLines(desk, person, query.kind, survey.keys.slice(input.offset, input.offset + input.limit)));
  }),
  page: registers.page.handler(async ({ context, input }) => {
    const { volume, reason, ...query } = input;
    if (query.profile === 'internal' && reason === undefined) answer(err({ code: 'export_reason_needed' }));
    const { desk, person, place } = placeFor(context);
    const request = { ...query, format: 'pdf', encoding: 'utf-8' } as const;
    const { content, checksum } = answer(await registerFileInThread(place, request, justLooking));
    const volumes = content.type === 'pages' ? content.volumes : [];
    const wanted = volumes[volume - 1];
    if (wanted === undefined) return answer(err({ code: 'page_unknown' }));
    const { kind, profile } = query;
    const detail = { kind, rows: wanted.rows, checksum, profile, volume, ...(reason === undefined ? {} : { reason }) };
    answer(logReading(desk, person, 'register_printed', '', detail));
    return answer(ok({ html: wanted.html, rows: wanted.rows, volumes: volumes.length }));
  }),
  export: registers.export.handler(({ context, input }) =>
    answer(exportRegister(context.host, context.session, context.makePdf, input)),
  ),
};
