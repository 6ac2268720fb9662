// Templates as the window shows them: the form as a grid, and what its cells are bound to.

import type { TemplateBinding } from './template-inputs.ts';

export type TemplateLine = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly bound: number;
  /** Labels of what is typed each time. */
  readonly asked: readonly string[];
  /** ms since 1970. */
  readonly changedAt: number;
  readonly changedBy: string;
};

export type FormGridCell = {
  /** `C5`. */
  readonly cell: string;
  readonly text: string;
  readonly hasFormula: boolean;
  readonly columns: number;
  readonly rows: number;
};

export type FormGrid = {
  readonly name: string;
  /** Cells that show, row by row; those inside a merged block but for its first are left out. */
  readonly rows: readonly (readonly FormGridCell[])[];
  /** Letters over the columns. */
  readonly columns: readonly string[];
  /** The form goes on beyond what is shown. */
  readonly isCut: boolean;
};

export type TemplateView = TemplateLine & {
  readonly sheets: readonly FormGrid[];
  readonly bindings: readonly TemplateBinding[];
};
