// What the window is given to show of conflicts: each version with who, where, when and why.

import type { Words } from '../records/words.ts';
import type { DifferenceView } from './views.ts';

export type ConflictView = {
  readonly path: string;
  readonly kind: 'value' | 'element' | 'guard';
  readonly says?: Words;
  readonly base?: string;
  /** Money, status, identity: whoever wrote a version cannot choose it. */
  readonly secondPerson: boolean;
  readonly versions: readonly {
    readonly shown: string;
    readonly value: string | number | boolean | null;
    readonly by: string;
    readonly at: number;
    readonly device: string;
    /** As people call that desk; empty for this one. */
    readonly deviceName: string;
    readonly change: string;
    /** Written on this desk. */
    readonly isMine: boolean;
    /** Why, in its author's words; empty where none was asked for. */
    readonly reason: string;
    /** Whether the reader may choose this version. */
    readonly mayChoose: boolean;
  }[];
};

/** A record with open conflicts, as the inbox lists it. */
export type ConflictRecordView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly conflicts: readonly ConflictView[];
};

/** A record that several desks changed without knowing of each other, and whose changes fitted together by rule. */
export type MergedRecordView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly changes: readonly {
    readonly change: string;
    readonly at: number;
    readonly byName: string;
    /** Empty for this desk. */
    readonly deviceName: string;
    readonly differences: readonly DifferenceView[];
  }[];
};

export type ConflictInboxView = {
  readonly open: readonly ConflictRecordView[];
  /** Of the last 30 days. */
  readonly merged: readonly MergedRecordView[];
};
