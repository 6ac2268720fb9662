// Declares a record kind: checks that the declaration is whole, so that a slip is found when the product starts and
// not when an officer reaches the field, and fills in what is the same for every kind.

import { assert } from '../base/assert.ts';
import { commonFields, commonSection } from './common-fields.ts';
import { declarationFaults } from './declaration-faults.ts';
import type { Kind } from './kind.ts';

/** Throws when the declaration contradicts itself (an unknown path, state, code list). */
export function defineKind(declared: Kind): Kind {
  const kind: Kind = {
    ...declared,
    fields: { ...declared.fields, ...commonFields },
    sections: [...declared.sections, commonSection],
  };
  const faults = declarationFaults(kind);
  assert(faults.length === 0, `kind ${declared.key}: ${faults.join('; ')}`);
  return kind;
}
