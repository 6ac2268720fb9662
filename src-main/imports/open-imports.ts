// The ledgers a window has open: read, perhaps judged, not imported yet. In memory only, and only the latest two.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Header } from '../../src-shared/imports/find-header.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Book } from './book.ts';
import type { CheckedTable } from './thread-tasks.ts';

export type OpenImport = {
  readonly id: string;
  readonly account: string;
  readonly kind: Kind;
  readonly file: string;
  readonly book: Book;
  readonly sheet: number;
  readonly header: Header | null;
  readonly mapping: ImportMapping;
  readonly remembered: boolean;
  readonly checked: CheckedTable | null;
};

const mostOpen = 2;

export class OpenImports {
  readonly #open = new Map<string, OpenImport>();

  /** Puts it in place of what it was before; the oldest goes when there are too many. */
  put(one: OpenImport): void {
    this.#open.delete(one.id);
    this.#open.set(one.id, one);
    for (const id of [...this.#open.keys()].slice(0, -mostOpen)) this.#open.delete(id);
  }

  /** Problem `import_gone`. */
  get(account: string, id: string): Result<OpenImport, Problem> {
    const one = this.#open.get(id);
    return one?.account === account ? ok(one) : err({ code: 'import_gone' });
  }

  /** What somebody else had open at this window is nothing to the person who signs in. */
  forgetOthers(account: string): void {
    for (const [id, one] of this.#open) if (one.account !== account) this.#open.delete(id);
  }
}
