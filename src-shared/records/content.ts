// A record's content as people and programs see it: a tree with lists as arrays. The history keeps the same content
// as flat values by path; `content-values.ts` turns one into the other.

import type { Scalar } from '../base/scalar.ts';

export type Entry = { readonly id: string } & Content;
export type Content = { readonly [field: string]: ContentValue };
/** A multiple choice is an array of codes, a list an array of entries, a group a nested content. */
export type ContentValue = Scalar | readonly string[] | readonly Entry[] | Content | undefined;
