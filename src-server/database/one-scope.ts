// Keeps every statement of a transaction within one scope: whatever reads or writes without naming it, or names another,
// is a broken invariant. Tables can be spread over machines by scope only while this holds.

import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely';
import { assert } from '../../src-shared/base/assert.ts';

export function oneScope(scope: string): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      assert(staysWithin(node, scope), `a ${node.kind} of a transaction names its scope, ${scope}, and no other`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function staysWithin(node: OperationNode, scope: string): boolean {
  if (InsertQueryNode.is(node)) return insertsInto(node, scope);
  if (SelectQueryNode.is(node))
    return node.joins === undefined && node.from?.froms.length === 1 && names(node.where?.where, scope);
  if (UpdateQueryNode.is(node))
    return node.joins === undefined && node.from === undefined && names(node.where?.where, scope);
  if (DeleteQueryNode.is(node))
    return node.joins === undefined && node.using === undefined && names(node.where?.where, scope);
  return false;
}

/** True when the condition is a conjunction of which one part is `scope = <this scope>`. */
function names(condition: OperationNode | undefined, scope: string): boolean {
  if (condition === undefined) return false;
  if (AndNode.is(condition)) return names(condition.left, scope) || names(condition.right, scope);
  if (ParensNode.is(condition)) return names(condition.node, scope);
  return (
    BinaryOperationNode.is(condition) &&
    isScopeColumn(condition.leftOperand) &&
    OperatorNode.is(condition.operator) &&
    condition.operator.operator === '=' &&
    isValue(condition.rightOperand, scope)
  );
}

function isScopeColumn(node: OperationNode): boolean {
  const column = ReferenceNode.is(node) ? node.column : node;
  return ColumnNode.is(column) && column.column.name === 'scope';
}

function insertsInto({ columns = [], values }: InsertQueryNode, scope: string): boolean {
  const place = columns.findIndex(({ column }) => column.name === 'scope');
  if (place < 0 || values === undefined || !ValuesNode.is(values)) return false;
  return values.values.every((row) => {
    if (PrimitiveValueListNode.is(row)) return row.values[place] === scope;
    const value = ValueListNode.is(row) ? row.values[place] : undefined;
    return value !== undefined && isValue(value, scope);
  });
}

function isValue(node: OperationNode, scope: string): boolean {
  return ValueNode.is(node) && node.value === scope;
}
