// What every control of a form is given. A control shows a value and says what was typed; it keeps no value of its own.

import type { ContentValue } from '../../../src-shared/records/content.ts';

export type ControlProps<F> = {
  readonly field: F;
  readonly path: string;
  /** DOM id of the element the label belongs to. */
  readonly id: string;
  readonly labelId: string;
  readonly value: ContentValue;
  readonly onChange: (value: ContentValue) => void;
  readonly onLeave: () => void;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly describedBy: string | undefined;
};

/** The accessibility attributes every input carries. */
export function ariaOf({
  isInvalid,
  isRequired,
  describedBy,
}: Pick<ControlProps<unknown>, 'isInvalid' | 'isRequired' | 'describedBy'>) {
  return {
    'aria-invalid': isInvalid || undefined,
    'aria-required': isRequired || undefined,
    'aria-describedby': describedBy,
  } as const;
}
