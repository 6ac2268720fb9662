// What one change did to a record, line by line in words: before and after, at the field's label.

import type { DifferenceView } from '../../src-shared/contract/views.ts';
import { declaredPath, storedFieldAt } from '../../src-shared/records/field-at.ts';
import { entriesAt } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import { entryName } from '../../src-shared/records/show-value.ts';
import { systemRoots } from '../../src-shared/records/system-paths.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import { showAt } from './show-at.ts';

/** `before` and `after` are the record on either side of the change. Orders and bookkeeping inside the step log are left out. */
export function differencesOf(
  ops: readonly Op[],
  before: RecordContext,
  after: RecordContext,
  style: ShowStyle,
): readonly DifferenceView[] {
  return ops
    .flatMap((op) => differenceOf(op, before, after, style))
    .filter(({ before: old, after: fresh }) => old !== fresh);
}

function differenceOf(
  { path }: Op,
  before: RecordContext,
  after: RecordContext,
  style: ShowStyle,
): readonly DifferenceView[] {
  const [root = ''] = path.split('/');
  if (systemRoots.has(root) && root !== 'status' && root !== 'number' && root !== 'void_reason')
    return systemDifference(path, before, after, style);
  const field = storedFieldAt(after.kind.fields, path);
  if (field?.type === 'list')
    return [{ path, label: field.entry, before: nameOf(path, before, style), after: nameOf(path, after, style) }];
  if (path.endsWith('/order') && field === null) return [];
  const old = showAt(path, before.values.get(path) ?? null, before, style);
  const fresh = showAt(path, after.values.get(path) ?? null, after, style);
  if (fresh.sensitive && old.text === fresh.text)
    return [{ path, label: fresh.label, before: old.text, after: `${fresh.text} *` }];
  return [{ path, label: fresh.label, before: old.text, after: fresh.text }];
}

/** What a list entry is called; empty when it is not there. */
function nameOf(path: string, context: RecordContext, style: ShowStyle): string {
  if (context.values.get(path) !== true) return '';
  const list = declaredPath(context.kind.fields, path);
  const places = list === null ? [] : entriesAt(context.place, list);
  const place = places.find((entry) => entry.path === `${path}/`);
  return place ? show(entryName(place, context), style) : '…';
}

const systemLabels: Readonly<Record<string, Words>> = {
  attachments: words('附件', 'Attachment'),
  links: words('关联记录', 'Linked record'),
  papers: words('打印', 'Printed'),
};

/** One line per attachment, link or printing, at its own path; its details are told there. */
function systemDifference(
  path: string,
  before: RecordContext,
  after: RecordContext,
  style: ShowStyle,
): readonly DifferenceView[] {
  const [root = '', entry] = path.split('/');
  const label = systemLabels[root];
  if (!label || entry === undefined || path !== `${root}/${entry}`) return [];
  return [
    { path, label, before: systemText(root, entry, before, style), after: systemText(root, entry, after, style) },
  ];
}

function systemText(
  root: string,
  entry: string,
  { kind, system, linked }: RecordContext,
  { language }: ShowStyle,
): string {
  if (root === 'attachments') return system.attachments.find(({ id }) => id === entry)?.name ?? '';
  if (root === 'links') {
    const link = system.links.find(({ id }) => id === entry);
    return link ? (linked(link.record)?.number ?? link.record) : '';
  }
  const paper = system.papers.find(({ id }) => id === entry);
  if (!paper) return '';
  const label = kind.documents.find(({ key }) => key === paper.document)?.label[language] ?? paper.document;
  return `${label} ×${paper.copies}`;
}
