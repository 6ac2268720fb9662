// Says whether a declared condition holds for a record. Pure: the clock, the officers and linked records come with the
// context. Why it does not hold is `what-is-missing.ts`.

import { assertNever } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Condition, Taking } from './condition.ts';
import type { ContentValue } from './content.ts';
import { dueMomentOf } from './deadline-due.ts';
import { codesOf, contentOf, entriesAt, entriesOf, type Found, find, groupsAt, isFilled, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { balanceOf, type TakingBalance } from './takings.ts';

/** Whether the condition holds, read from this place. Steps nobody takes yet (no actor) pass the rules on who takes them. */
export function holds(condition: Condition, at: Place, context: RecordContext): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, at, context));
  if ('any' in condition) return condition.any.some((part) => holds(part, at, context));
  if ('not' in condition) return !holds(condition.not, at, context);
  if ('every' in condition)
    return placesAt(at, condition.every[0]).every((place) => holds(condition.every[1], place, context));
  if ('some' in condition)
    return placesAt(at, condition.some[0]).some((place) => holds(condition.some[1], place, context));
  if ('within' in condition) return isWithin(balance(condition.within, at, context));
  if ('covered' in condition) return isCovered(balance(condition.covered, at, context));
  return isAboutFields(condition) ? fieldsHold(condition, at) : factsHold(condition, at, context);
}

type FieldCondition = Extract<
  Condition,
  | { filled: unknown }
  | { equals: unknown }
  | { oneOf: unknown }
  | { has: unknown }
  | { different: unknown }
  | { notAfter: unknown }
  | { atLeast: unknown }
>;
type Combination = Extract<
  Condition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { every: unknown }
  | { some: unknown }
  | { within: unknown }
  | { covered: unknown }
>;
type FactCondition = Exclude<Condition, FieldCondition | Combination>;

const fieldConditions = ['filled', 'equals', 'oneOf', 'has', 'different', 'notAfter', 'atLeast'] as const;

function isAboutFields(condition: FieldCondition | FactCondition): condition is FieldCondition {
  return fieldConditions.some((name) => name in condition);
}

function fieldsHold(condition: FieldCondition, at: Place): boolean {
  if ('filled' in condition) return find(at, condition.filled).some(({ value }) => isFilled(value));
  if ('equals' in condition) return isOneOf(find(at, condition.equals[0]), [condition.equals[1]]);
  if ('oneOf' in condition) return isOneOf(find(at, condition.oneOf[0]), condition.oneOf[1]);
  if ('has' in condition)
    return find(at, condition.has[0]).some(({ value }) => codesOf(value).includes(condition.has[1]));
  if ('different' in condition) return areDifferent(find(at, condition.different[0]), find(at, condition.different[1]));
  if ('notAfter' in condition) return isNotAfter(find(at, condition.notAfter[0]), find(at, condition.notAfter[1]));
  if ('atLeast' in condition) return amountOf(find(at, condition.atLeast[0])) >= condition.atLeast[1];
  return assertNever(condition, 'condition');
}

function factsHold(condition: FactCondition, at: Place, context: RecordContext): boolean {
  if ('inState' in condition) return condition.inState.includes(context.system.status);
  if ('attached' in condition) return context.system.attachments.some(({ role }) => role === condition.attached);
  if ('notAnOfficer' in condition) return !find(at, condition.notAnOfficer).some((found) => isOfficer(found, context));
  if ('actorIsNot' in condition)
    return !context.actor || !(isActor(condition.actorIsNot, at, context.actor.id) || tookLastStep(context));
  if ('actorIs' in condition) return !context.actor || isActor(condition.actorIs, at, context.actor.id);
  if ('linkedDone' in condition) return linkedAreDone(find(at, condition.linkedDone), context);
  if ('passed' in condition) return hasPassed(condition.passed, context);
  if ('printed' in condition) return isPrinted(condition.printed, at, context);
  return assertNever(condition, 'condition');
}

/** Entries of the list at the path, or the group there. */
export function placesAt(at: Place, path: string): readonly Place[] {
  return [...entriesAt(at, path), ...groupsAt(at, path)];
}

export function balance(taking: Taking, at: Place, context: RecordContext): TakingBalance {
  return balanceOf(taking, at, (where, line) => where === undefined || holds(where, line, context));
}

/** A number, the sum of numbers, or the count of entries or codes. */
export function amountOf(found: readonly Found[]): number {
  return found.reduce((sum, { value }) => sum + amountIn(value), 0);
}

function amountIn(value: ContentValue): number {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.length : 0;
}

function isOneOf(found: readonly Found[], wanted: readonly Scalar[]): boolean {
  const isWanted = (value: ContentValue) => wanted.some((one) => (one === null ? !isFilled(value) : one === value));
  return found.length === 0 ? wanted.includes(null) : found.some(({ value }) => isWanted(value));
}

function areDifferent(left: readonly Found[], right: readonly Found[]): boolean {
  const [lefts, rights] = [left, right].map((side) =>
    side.filter(({ value }) => isFilled(value)).map(({ value }) => identityOf(value)),
  );
  if (!lefts || !rights || lefts.length === 0 || rights.length === 0) return false;
  return !lefts.some((value) => rights.includes(value));
}

/** A person block is known by its number, else by its name. */
function identityOf(value: ContentValue): string {
  const { id_no: number, name } = contentOf(value);
  return typeof value === 'object' && (number ?? name) ? String(number ?? name) : JSON.stringify(value);
}

function isNotAfter(left: readonly Found[], right: readonly Found[]): boolean {
  return left.every(({ value: earlier }) => right.every(({ value: later }) => !isLater(earlier, later)));
}

/** Days and moments compare by day where one of them is only a day. */
export function isLater(value: ContentValue, other: ContentValue): boolean {
  if (typeof value === 'number' && typeof other === 'number') return value > other;
  if (typeof value !== 'string' || typeof other !== 'string') return false;
  const length = Math.min(value.length, other.length);
  return value.slice(0, length) > other.slice(0, length);
}

function isOfficer({ field, value }: Found, context: RecordContext): boolean {
  if (!isFilled(value)) return false;
  if (field.type === 'group') return context.officerMatches(contentOf(value));
  if (field.type === 'list') return entriesOf(value).some((entry) => context.officerMatches(entry));
  return field.type === 'officer' || context.officerMatches({ name: value });
}

function isActor(paths: readonly string[], at: Place, actor: string): boolean {
  return paths.some((path) => find(at, path).some(({ value }) => value === actor));
}

/** Whoever brought the record to where it stands is no other person, whatever the officer fields say meanwhile. */
function tookLastStep({ system, actor }: RecordContext): boolean {
  return system.steps.findLast(({ to }) => to === system.status)?.by === actor?.id;
}

function linkedAreDone(found: readonly Found[], context: RecordContext): boolean {
  const ids = found.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
  return ids.length > 0 && ids.every((id) => context.linked(id)?.done === true);
}

function hasPassed(key: string, context: RecordContext): boolean {
  const due = dueMomentOf(key, context);
  return due !== null && context.now >= due.endsAt;
}

/** A document printed once per list entry must have been printed for the entry the condition stands in. */
function isPrinted(document: string, at: Place, context: RecordContext): boolean {
  const isPerEntry = context.kind.documents.some(({ key, per }) => key === document && per !== undefined);
  return context.system.papers.some(
    (paper) => paper.document === document && (!isPerEntry || at.entry === undefined || paper.entry === at.entry),
  );
}

function isWithin({ lines, strangers, notPositive }: TakingBalance): boolean {
  return strangers.length === 0 && notPositive.length === 0 && lines.every(({ held, taken }) => taken <= held);
}

function isCovered(taking: TakingBalance): boolean {
  return isWithin(taking) && taking.lines.every(({ held, taken }) => taken === held);
}
