// What registers came to when somebody looked last, so that lines in an order of their own are found page by page.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterQuery } from '../../src-shared/contract/register-inputs.ts';
import type { RegisterSurvey } from '../registers/survey-register.ts';

export type KeptSurvey = {
  readonly id: string;
  readonly account: string;
  readonly query: RegisterQuery;
  readonly survey: RegisterSurvey;
};

/** Keys of a million records are eight megabytes. */
const mostKept = 6;

export class RegisterSurveys {
  #kept: readonly KeptSurvey[] = [];

  keep(survey: KeptSurvey): void {
    this.#kept = [survey, ...this.#kept].slice(0, mostKept);
  }

  /** Problem `page_unknown`: looked at too long ago, or by somebody else. */
  find(account: string, id: string): Result<KeptSurvey, Problem> {
    const found = this.#kept.find((kept) => kept.id === id && kept.account === account);
    return found === undefined ? err({ code: 'page_unknown' }) : ok(found);
  }
}
