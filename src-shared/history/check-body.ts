// The named checks of a body: reason, operations, salt.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalValue } from './canonical-json.ts';
import { isCanonicalList, isCanonicalObject } from './canonical-json.ts';
import type { Body, Operation } from './change.ts';
import { limits } from './limits.ts';
import { pathProblem } from './path.ts';
import { compareText, isScalar, scalarProblem } from './scalar-rules.ts';

const salt = /^[0-9a-f]{32}$/;

export function checkBody(value: CanonicalValue): Result<Body, Problem> {
  if (!isCanonicalObject(value)) return err(badBody('{}'));
  const ops = checkOperations(value.get('ops'));
  if (!ops.ok) return ops;
  const reason = value.get('reason');
  const saltText = value.get('salt');
  if (!isReason(reason)) return err(badBody('reason'));
  if (typeof saltText !== 'string' || !salt.test(saltText)) return err(badBody('salt'));
  if (value.size !== (reason === undefined ? 2 : 3)) return err(badBody('+'));
  return ok({ ...(reason === undefined ? {} : { reason }), ops: ops.value, salt: saltText });
}

/** Operations as they stand in bytes: in strictly rising order of path, so that each path is written once. */
export function checkOperations(value: CanonicalValue | undefined): Result<readonly Operation[], Problem> {
  if (!isCanonicalList(value)) return err(badBody('ops'));
  if (value.length > limits.operations)
    return err({ code: 'history_too_many_operations', facts: { count: value.length, limit: limits.operations } });
  const operations: Operation[] = [];
  for (const item of value) {
    const operation = checkOperation(item);
    if (!operation.ok) return operation;
    const last = operations.at(-1);
    if (last !== undefined && compareText(last.path, operation.value.path) >= 0)
      return err({ code: 'history_path_twice', path: operation.value.path });
    operations.push(operation.value);
  }
  return ok(operations);
}

function checkOperation(item: CanonicalValue): Result<Operation, Problem> {
  if (!isCanonicalObject(item) || item.size !== 2) return err(badBody('ops'));
  const path = item.get('path');
  const value = item.get('value');
  if (typeof path !== 'string' || !isScalar(value)) return err(badBody('ops'));
  const problem = pathProblem(path) ?? scalarProblem(value);
  return problem === null ? ok({ path, value }) : err({ ...problem, path: path.slice(0, limits.pathLength) });
}

function isReason(value: CanonicalValue | undefined): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length > 0 && value.length <= limits.reasonLength);
}

function badBody(field: string): Problem {
  return { code: 'history_bad_body', facts: { field } };
}
