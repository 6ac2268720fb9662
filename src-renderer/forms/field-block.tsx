// A field of any type at its place in the form: a cell, a bordered group, or a list of entries.

import { memo } from 'react';
import type { Field, Fields, ListField } from '../../src-shared/records/field.ts';
import { declaredPath } from '../../src-shared/records/field-at.ts';
import { joinPath } from './content-paths.ts';
import { FieldCell } from './field-cell.tsx';
import { useFormSetting } from './form-setting.ts';
import { GroupBlock } from './group-block.tsx';
import { ListBlock } from './list-block.tsx';
import { TakingBlock } from './taking-block.tsx';

/** Renders only when its own field, value or standing changes: a list of a hundred entries is typed into like one. */
export const FieldBlock = memo(function FieldBlock({ field, path }: { readonly field: Field; readonly path: string }) {
  switch (field.type) {
    case 'group':
      return (
        <GroupBlock field={field} path={path}>
          <FieldBlocks fields={field.fields} at={path} />
        </GroupBlock>
      );
    case 'list':
      return <ListOrTaking field={field} path={path} />;
    default:
      return <FieldCell field={field} path={path} />;
  }
});

function ListOrTaking({ field, path }: { readonly field: ListField; readonly path: string }) {
  const { takings, fields, readOnly } = useFormSetting();
  const taking = readOnly ? [] : takings.filter(({ taken }) => taken === declaredPath(fields, path));
  if (taking.length > 0) return <TakingBlock field={field} path={path} takings={taking} />;
  return <ListBlock field={field} path={path} renderFields={(at) => <FieldBlocks fields={field.fields} at={at} />} />;
}

/** Fields in the order of the declaration, as cells of the surrounding grid. */
export function FieldBlocks({ fields, at }: { readonly fields: Fields; readonly at: string }) {
  return Object.entries(fields).map(([key, field]) => <FieldBlock key={key} field={field} path={joinPath(at, key)} />);
}
