// Chooses the control for a field's type.

import { assertNever } from '../../src-shared/base/assert.ts';
import type { ChoicesField, LeafField } from '../../src-shared/records/field.ts';
import { ChoiceControl } from './controls/choice-control.tsx';
import { ChoicesControl } from './controls/choices-control.tsx';
import type { ControlProps } from './controls/control.ts';
import { EntryControl } from './controls/entry-control.tsx';
import { MomentControl } from './controls/moment-control.tsx';
import { NumberControl } from './controls/number-control.tsx';
import { OfficerControl } from './controls/officer-control.tsx';
import { RecordControl } from './controls/record-control.tsx';
import { TextControl } from './controls/text-control.tsx';
import { YesNoControl } from './controls/yes-no-control.tsx';

export function FieldControl({ field, ...rest }: ControlProps<LeafField | ChoicesField>) {
  switch (field.type) {
    case 'text':
    case 'longText':
      if (field.entryOf) return <EntryControl {...rest} field={field} lists={field.entryOf} />;
      return <TextControl {...rest} field={field} />;
    case 'choice':
      return <ChoiceControl {...rest} field={field} />;
    case 'choices':
      return <ChoicesControl {...rest} field={field} />;
    case 'date':
    case 'dateTime':
      return <MomentControl {...rest} field={field} />;
    case 'integer':
    case 'money':
      return <NumberControl {...rest} field={field} />;
    case 'yesNo':
      return <YesNoControl {...rest} field={field} />;
    case 'officer':
      return <OfficerControl {...rest} field={field} />;
    case 'record':
      return <RecordControl {...rest} field={field} />;
    default:
      return assertNever(field, 'field type');
  }
}
