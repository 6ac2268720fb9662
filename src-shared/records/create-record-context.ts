// Reads a record's values once and sets it in its surroundings.

import { rememberByObject } from '../base/remember.ts';
import type { Content } from './content.ts';
import { valuesToContent } from './content-values.ts';
import { deriveContent } from './derive-content.ts';
import type { Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { recordPlace } from './place.ts';
import type { RecordContext, Surroundings } from './record-context.ts';
import type { Values } from './record-values.ts';
import { systemFields } from './system-fields.ts';
import { systemContent } from './system-paths.ts';

/**
 * The context of a record with these values; `noValues` for one that is being written. `see` takes out of the content
 * what a reader may not see, before anything is worked out from it.
 */
export function createRecordContext(
  kind: Kind,
  values: Values,
  surroundings: Surroundings,
  see: (content: Content) => Content = (content) => content,
): RecordContext {
  const content = see(valuesToContent(kind, values).content);
  const system = systemContent(values);
  const bare = { ...surroundings, kind, values, system };
  return withContent({ ...bare, stored: {}, content: {}, place: recordPlace({}, {}) }, content);
}

/** The same record with other content (a form that is not saved yet); status, papers and attachments stay. */
export function withContent(context: RecordContext, stored: Content): RecordContext {
  const fields = fieldsOfPlace(context.kind.fields);
  const facts = systemFacts(context);
  const placed = { ...context, stored, content: stored, place: recordPlace(fields, { ...facts, ...stored }) };
  const content = deriveContent(placed);
  return content === stored ? placed : { ...placed, content, place: recordPlace(fields, { ...facts, ...content }) };
}

/** What paths may name on the record itself. */
const fieldsOfPlace = rememberByObject((fields: Fields): Fields => ({ ...systemFields, ...fields }));

function systemFacts({ system, created }: RecordContext): Content {
  const last = system.steps.filter(({ to }) => to === system.status).at(-1);
  return {
    number: system.number,
    status: system.status,
    status_since: last?.at ?? created?.at,
    void_reason: system.voidReason,
    created_at: created?.at,
    created_by: created?.by,
  };
}
