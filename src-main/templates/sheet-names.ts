// The sheets of a workbook in their order, each with the part that holds it.

import { posix } from 'node:path';
import type { WorkbookParts } from './workbook-parts.ts';
import { attributeOf, elementsOf, startTagOf } from './xml-tags.ts';

export type SheetPart = { readonly name: string; readonly part: string };

/** Sheets of charts and the like are left out. */
export function sheetParts(parts: WorkbookParts): readonly SheetPart[] {
  const targets = new Map(
    elementsOf(partText(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((relation) => {
      const tag = startTagOf(relation);
      return [attributeOf(tag, 'Id'), partOf(attributeOf(tag, 'Target') ?? '')];
    }),
  );
  return elementsOf(partText(parts, 'xl/workbook.xml'), 'sheet').flatMap((sheet) => {
    const tag = startTagOf(sheet);
    const part = targets.get(attributeOf(tag, '[\\w.-]+:id'));
    const isSheet = part !== undefined && parts.has(part) && part.includes('worksheets/');
    return isSheet ? [{ name: attributeOf(tag, 'name') ?? '', part }] : [];
  });
}

export function partText(parts: WorkbookParts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}

/** Targets are relative to `xl/`, or whole from the root. */
function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
}
