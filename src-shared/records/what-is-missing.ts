// Why a condition does not hold, as problems that name the field, its path and what is wanted there.

import { assertNever } from '../base/assert.ts';
import type { Problem, ProblemFacts } from '../base/problem.ts';
import type { Condition, Taking } from './condition.ts';
import { amountOf, balance, holds, placesAt } from './evaluate-condition.ts';
import { isFen } from './money/fen.ts';
import { fieldNamed, find, isFilled, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import { screenStyle, show } from './show.ts';
import { entryName, shownValue } from './show-value.ts';
import type { HeldLine } from './takings.ts';
import { type Words, words } from './words.ts';

/** Empty when the condition holds. */
export function whatIsMissing(condition: Condition, at: Place, context: RecordContext): Problem[] {
  return holds(condition, at, context) ? [] : explain(condition, at, context);
}

function explain(condition: Condition, at: Place, context: RecordContext): Problem[] {
  if ('all' in condition) return condition.all.flatMap((part) => whatIsMissing(part, at, context));
  if ('any' in condition) return explainAny(condition.any, at, context);
  if ('not' in condition) return [{ code: 'must_not_hold', ...firstPath(condition.not, at) }];
  if ('every' in condition)
    return placesAt(at, condition.every[0]).flatMap((place) => whatIsMissing(condition.every[1], place, context));
  if ('some' in condition) return explainSome(condition.some[0], at);
  if ('within' in condition) return explainTaking(condition.within, at, context, false);
  if ('covered' in condition) return explainTaking(condition.covered, at, context, true);
  return [explainOne(condition, at, context)];
}

type Single = Exclude<
  Condition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { every: unknown }
  | { some: unknown }
  | { within: unknown }
  | { covered: unknown }
>;

function explainOne(condition: Single, at: Place, context: RecordContext): Problem {
  if ('filled' in condition) return about('missing_field', condition.filled, at);
  if ('equals' in condition) return explainWanted(condition.equals[0], [condition.equals[1]], at, context);
  if ('oneOf' in condition) return explainWanted(condition.oneOf[0], condition.oneOf[1], at, context);
  if ('has' in condition)
    return about('must_include', condition.has[0], at, valueFacts(condition.has[0], [condition.has[1]], at, context));
  if ('different' in condition) return aboutPair('must_differ', condition.different, at);
  if ('notAfter' in condition) return aboutPair('must_not_be_after', condition.notAfter, at);
  if ('atLeast' in condition) {
    return about('too_little', condition.atLeast[0], at, {
      min: condition.atLeast[1],
      count: amountOf(find(at, condition.atLeast[0])),
    });
  }
  return explainFact(condition, at, context);
}

type Fact = Exclude<
  Single,
  | { filled: unknown }
  | { equals: unknown }
  | { oneOf: unknown }
  | { has: unknown }
  | { different: unknown }
  | { notAfter: unknown }
  | { atLeast: unknown }
>;

function explainFact(condition: Fact, at: Place, context: RecordContext): Problem {
  const { kind } = context;
  if ('inState' in condition)
    return {
      code: 'wrong_state',
      path: 'status',
      facts: named('value', joinWords(condition.inState.map((key) => stateOf(kind, key).label))),
    };
  if ('attached' in condition)
    return {
      code: 'not_attached',
      path: 'attachments',
      facts: named('field', kind.attachmentRoles[condition.attached] ?? plain(condition.attached)),
    };
  if ('notAnOfficer' in condition) return about('is_an_officer', condition.notAnOfficer, at);
  if ('actorIsNot' in condition)
    return { code: 'actor_excluded', facts: named('field', labelsOf(condition.actorIsNot, at)) };
  if ('actorIs' in condition)
    return { code: 'actor_not_named', facts: named('field', labelsOf(condition.actorIs, at)) };
  if ('linkedDone' in condition)
    return about(isEmptyAt(condition.linkedDone, at) ? 'missing_field' : 'linked_not_done', condition.linkedDone, at);
  if ('passed' in condition)
    return {
      code: 'not_passed',
      facts: named(
        'field',
        kind.deadlines.find(({ key }) => key === condition.passed)?.label ?? plain(condition.passed),
      ),
    };
  if ('printed' in condition)
    return {
      code: 'not_printed',
      path: 'papers',
      facts: named(
        'field',
        kind.documents.find(({ key }) => key === condition.printed)?.label ?? plain(condition.printed),
      ),
    };
  return assertNever(condition, 'condition');
}

/** What excuses from the rest (`not` beside other parts: "if anonymous, then …") is nobody's task to change. */
function explainAny(parts: readonly Condition[], at: Place, context: RecordContext): Problem[] {
  const wanted = parts.filter((part) => !('not' in part));
  const causes = (wanted.length > 0 ? wanted : parts).flatMap((part) => explain(part, at, context));
  return causes.length === 1 ? causes : [{ code: 'one_of_these', causes }];
}

function explainSome(path: string, at: Place): Problem[] {
  return [about(isEmptyAt(path, at) ? 'missing_field' : 'none_fits', path, at)];
}

function explainWanted(path: string, wanted: readonly unknown[], at: Place, context: RecordContext): Problem {
  return about('must_be', path, at, valueFacts(path, wanted, at, context));
}

function explainTaking(taking: Taking, at: Place, context: RecordContext, all: boolean): Problem[] {
  const { lines, strangers, notPositive } = balance(taking, at, context);
  const isMoney = find(at, `${taking.taken}/${taking.amount}`)[0]?.field.type === 'money';
  const facts = ({ place, held, taken }: HeldLine): ProblemFacts => ({
    line: show(entryName(place, context), screenStyle),
    held: isMoney ? yuan(held) : held,
    taken: isMoney ? yuan(taken) : taken,
  });
  const at2 = (place: Place) => place.path.slice(0, -1);
  return [
    ...strangers.map((path): Problem => ({ code: 'taken_line_unknown', path })),
    ...notPositive.map((path): Problem => ({ code: 'number_too_small', path, facts: { min: 1 } })),
    ...lines
      .filter(({ held, taken }) => taken > held)
      .map((line): Problem => ({ code: 'taken_more_than_held', path: at2(line.place), facts: facts(line) })),
    ...lines
      .filter(({ held, taken }) => all && taken < held)
      .map((line): Problem => ({ code: 'taken_not_all', path: at2(line.place), facts: facts(line) })),
  ];
}

function yuan(amount: number): string {
  return isFen(amount) ? show({ type: 'money', value: amount }, screenStyle) : String(amount);
}

function about(code: Problem['code'], path: string, at: Place, more: ProblemFacts = {}): Problem {
  const found = find(at, path);
  const declared = fieldNamed(at, path);
  const place = found.find(({ value }) => !isFilled(value))?.path ?? found[0]?.path ?? declared?.path;
  return {
    code,
    facts: { ...named('field', labelOf(path, at)), ...more },
    ...(place === undefined ? {} : { path: place }),
  };
}

function aboutPair(
  code: 'must_differ' | 'must_not_be_after',
  [left, right]: readonly [string, string],
  at: Place,
): Problem {
  return about(code, left, at, named('other', labelOf(right, at)));
}

function firstPath(condition: Condition, at: Place): { readonly path?: string } {
  const [first] = Object.values(condition);
  const path = Array.isArray(first) ? first[0] : first;
  const declared = typeof path === 'string' ? fieldNamed(at, path) : null;
  return declared ? { path: declared.path } : {};
}

function valueFacts(path: string, wanted: readonly unknown[], at: Place, context: RecordContext): ProblemFacts {
  const field = fieldNamed(at, path)?.field;
  const shown = wanted
    .filter(isScalar)
    .map((value) => (field ? shownValue(field, field.type === 'choices' ? [String(value)] : value, context) : null));
  const inLanguage = (language: 'zh' | 'en') =>
    shown.map((one) => (one ? show(one, { for: 'screen', language }) : '')).join(language === 'zh' ? '、' : ', ');
  return named('value', words(inLanguage('zh'), inLanguage('en')));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isEmptyAt(path: string, at: Place): boolean {
  return !find(at, path).some(({ value }) => isFilled(value));
}

function labelOf(path: string, at: Place): Words {
  return fieldNamed(at, path)?.field.label ?? plain(path);
}

function labelsOf(paths: readonly string[], at: Place): Words {
  return joinWords(paths.map((path) => labelOf(path, at)));
}

function joinWords(all: readonly Words[]): Words {
  return words(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join(', '));
}

function plain(text: string): Words {
  return words(text, text);
}

/** Facts in both languages: `field` and `field_en`. */
function named(fact: string, { zh, en }: Words): ProblemFacts {
  return { [fact]: zh, [`${fact}_en`]: en };
}
