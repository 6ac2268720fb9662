// Making a PDF of a printed page: what the service needs of whoever has a browser engine.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';

export type PagePicture = { readonly name: string; readonly media: string; readonly bytes: Uint8Array };

/** `html` refers to its pictures as `/pictures/<name>`. */
export type MakePdf = (html: string, pictures: readonly PagePicture[]) => Promise<Result<Uint8Array, Problem>>;
