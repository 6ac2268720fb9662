// What a printed form shows, as data; `print-document.ts` lays it out on A4. Official forms are in Chinese.

import type { Condition, FieldPath } from './condition.ts';
import type { Expression } from './expression.ts';
import type { Words } from './words.ts';

export type PrintedColumn = {
  readonly label: string;
  readonly value: Expression;
  /** Share of the width in percent. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
};

export type PrintedBlock =
  | { readonly paragraph: Expression; readonly indent?: boolean }
  /** Label and value pairs laid out as a bordered form, `perRow` pairs a row. */
  | {
      readonly pairs: readonly {
        readonly label: string;
        readonly value: Expression;
        readonly wide?: true;
        readonly lines?: number;
      }[];
      readonly perRow?: 1 | 2 | 3;
    }
  | {
      readonly table: {
        readonly heading?: string;
        readonly list: FieldPath;
        readonly where?: Condition;
        readonly columns: readonly PrintedColumn[];
        readonly foot?: Expression;
        readonly blankRows?: number;
      };
    }
  | { readonly signatures: readonly { readonly label: string; readonly fingerprint?: true; readonly date?: true }[] }
  | { readonly opinion: { readonly label: string; readonly lines: number } }
  | { readonly photos: string; readonly heading: string }
  | {
      /** Labels to cut out, each with a code that a scanner reads: one per entry of the list, one without a list. */
      readonly labels: {
        readonly list?: FieldPath;
        readonly when?: Condition;
        /** The piece that a label without a list names; the whole record when not given. */
        readonly piece?: string;
        readonly lines: readonly Expression[];
      };
    }
  | { readonly unitAndDate: true }
  | { readonly note: string }
  | { readonly when: Condition; readonly blocks: readonly PrintedBlock[] };

export type PrintedDocument = {
  readonly key: string;
  readonly label: Words;
  /** The heading on the paper. */
  readonly title: string;
  /** Printed once per entry of this list (a receipt per release); paths are then relative to the entry. */
  readonly per?: FieldPath;
  /** Offered only while this holds. */
  readonly offered?: Condition;
  readonly landscape?: true;
  /** 第一联 存根 / 第二联 交当事人 / 第三联 附卷. */
  readonly copies?: readonly string[];
  /** `public` papers show masked persons and no sensitive field whatever the blocks ask for. */
  readonly audience: 'file' | 'party' | 'public';
  readonly blocks: readonly PrintedBlock[];
};
