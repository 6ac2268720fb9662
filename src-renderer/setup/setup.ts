// What the first run collects.

import type { DeskKind, UnitView } from '../../src-shared/contract/views.ts';

export type Setup = {
  readonly unit: UnitView;
  readonly deskKind: DeskKind;
  readonly person: { readonly name: string; readonly staffNumber: string; readonly residentId: string };
  readonly password: string;
};

export const emptySetup: Setup = {
  unit: { name: '', code: '', shortName: '', phone: '', address: '' },
  deskKind: 'police',
  person: { name: '', staffNumber: '', residentId: '' },
  password: '',
};
