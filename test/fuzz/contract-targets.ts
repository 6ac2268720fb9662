// What a window may send the desk, a desk the centre, and a centre a desk: every message of both contracts, whatever JSON comes.
// Whoever has taken one of them over sends what they like; the schemas either take it, refuse it, or are broken.

import { type AnySchema, isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { z } from 'zod';
import { assert } from '../../src-shared/base/assert.ts';
import { centralContract } from '../../src-shared/contract/central.ts';
import { deskContract } from '../../src-shared/contract/desk.ts';
import { messages } from '../../src-shared/sync/format/messages.ts';
import { arbitraryInput } from '../support/arbitrary-input.ts';
import { type FuzzTarget, jsonTarget } from './target.ts';

/** The input schemas of all procedures of a contract. */
function inputsOf(router: object): readonly AnySchema[] {
  return Object.values(router).flatMap((one: unknown) => {
    if (isContractProcedure(one)) return one['~orpc'].inputSchema ?? [];
    return typeof one === 'object' && one !== null ? inputsOf(one) : [];
  });
}

/** One input that each schema may take, so that every one of them is got into. */
function seedsOf(schemas: readonly AnySchema[]): [unknown, ...unknown[]] {
  const shapes = schemas.filter((schema) => schema instanceof z.ZodType);
  const drawn = shapes.flatMap((schema) =>
    fc.sample(
      arbitraryInput(schema, () => []),
      { seed: 1, numRuns: 1 },
    ),
  );
  return [{}, ...drawn.filter((input) => JSON.stringify(input) !== undefined)];
}

function schemasTarget(name: string, schemas: readonly AnySchema[]): FuzzTarget {
  return jsonTarget(name, seedsOf(schemas), async (value) => {
    for (const schema of schemas) {
      const taken = await schema['~standard'].validate(value);
      if (taken.issues !== undefined) continue;
      // What was taken once is taken again as it came out: nothing is let through by half.
      const again = await schema['~standard'].validate(taken.value);
      assert(again.issues === undefined, 'a schema takes its own output');
    }
  });
}

export const contractTargets: readonly FuzzTarget[] = [
  schemasTarget('calls of the window', inputsOf(deskContract)),
  schemasTarget('calls to the centre', inputsOf(centralContract)),
  schemasTarget(
    'answers of the centre',
    Object.values(messages).flatMap((message) => ('output' in message ? [message.output] : [])),
  ),
];
