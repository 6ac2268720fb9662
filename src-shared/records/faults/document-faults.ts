// What is wrong with the declared papers: values and lists that do not exist, columns wider than the page.

import { assertNever } from '../../base/assert.ts';
import type { PrintedBlock, PrintedDocument } from '../printed-document.ts';
import { conditionFaults } from './condition-faults.ts';
import { expressionFaults } from './expression-faults.ts';
import { repeated } from './repeated.ts';
import { type Declared, recordScope, type Scope, scopeIn } from './scope.ts';

export function documentFaults(declared: Declared): string[] {
  const { documents } = declared.kind;
  return [
    ...repeated(documents.map(({ key }) => key)).map((key) => `document "${key}" is declared twice`),
    ...documents.flatMap((document) =>
      faultsOf(document, declared).map((fault) => `document "${document.key}": ${fault}`),
    ),
  ];
}

function faultsOf({ per, offered, blocks }: PrintedDocument, declared: Declared): string[] {
  const record = recordScope(declared.kind);
  const scope = per === undefined ? record : scopeIn(record, per);
  if (!scope) return [`"${per ?? ''}" is no list`];
  return [
    ...(offered ? conditionFaults(offered, scope, declared) : []),
    ...blocks.flatMap((block) => blockFaults(block, scope, declared)),
  ];
}

function blockFaults(block: PrintedBlock, scope: Scope, declared: Declared): string[] {
  if ('paragraph' in block) return expressionFaults(block.paragraph, scope, declared);
  if ('pairs' in block) return block.pairs.flatMap(({ value }) => expressionFaults(value, scope, declared));
  if ('table' in block) return tableFaults(block.table, scope, declared);
  if ('photos' in block)
    return Object.hasOwn(declared.kind.attachmentRoles, block.photos) ? [] : [`no attachment role "${block.photos}"`];
  if ('labels' in block) return labelFaults(block.labels, scope, declared);
  if ('when' in block)
    return [
      ...conditionFaults(block.when, scope, declared),
      ...block.blocks.flatMap((inner) => blockFaults(inner, scope, declared)),
    ];
  if ('signatures' in block || 'opinion' in block || 'unitAndDate' in block || 'note' in block) return [];
  return assertNever(block, 'printed block');
}

function labelFaults(
  { list, when, lines }: Extract<PrintedBlock, { labels: unknown }>['labels'],
  scope: Scope,
  declared: Declared,
): string[] {
  const inside = list === undefined ? scope : scopeIn(scope, list);
  if (!inside) return [`"${list ?? ''}" is no list`];
  return [
    ...(when ? conditionFaults(when, scope, declared) : []),
    ...lines.flatMap((line) => expressionFaults(line, inside, declared)),
  ];
}

function tableFaults(
  table: Extract<PrintedBlock, { table: unknown }>['table'],
  scope: Scope,
  declared: Declared,
): string[] {
  const inside = scopeIn(scope, table.list);
  const foot = table.foot ? expressionFaults(table.foot, scope, declared) : [];
  if (!inside) return [...foot, `"${table.list}" is no list`];
  const width = table.columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  return [
    ...foot,
    ...(width > 100 ? [`the columns of "${table.list}" take ${width} percent of the width`] : []),
    ...(table.where ? conditionFaults(table.where, inside, declared) : []),
    ...table.columns.flatMap(({ value }) => expressionFaults(value, inside, declared)),
  ];
}
