// Entries of few short fields, as rows of a ruled table: a count of cash, a log of calls.

import { memo } from 'react';
import type { Entry } from '../../src-shared/records/content.ts';
import type { Field, ListField } from '../../src-shared/records/field.ts';
import { useWords } from '../words/use-words.ts';
import { joinPath } from './content-paths.ts';
import { EntryTools } from './entry-tools.tsx';
import { type CellField, FieldCell } from './field-cell.tsx';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { useIsRemoved } from './use-field.ts';

const mostColumns = 7;
const shortTypes: ReadonlySet<Field['type']> = new Set([
  'text',
  'choice',
  'date',
  'dateTime',
  'integer',
  'money',
  'officer',
  'yesNo',
]);

/** Whether every entry is short enough for one line. */
export function fitsRows(field: ListField): boolean {
  const inner = Object.values(field.fields);
  return inner.length <= mostColumns && inner.every((each) => shortTypes.has(each.type));
}

function isCellField(field: Field): field is CellField {
  return field.type !== 'group' && field.type !== 'list';
}

type Props = { readonly field: ListField; readonly path: string; readonly entries: readonly Entry[] };

export function EntryRows({ field, path, entries }: Props) {
  const { readOnly } = useFormSetting();
  const { say, t } = useWords();
  const columns = Object.entries(field.fields).filter((each): each is [string, CellField] => isCellField(each[1]));
  return (
    <table className={classes.rows}>
      <colgroup>
        <col className={classes.numberColumn} />
        {columns.map(([key, column]) => (
          <col key={key} className={classes[`column-${column.type}`]} />
        ))}
        {!readOnly && <col className={classes.toolColumn} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('forms.rowNumber')}</th>
          {columns.map(([key, column]) => (
            <th key={key} scope="col">
              {say(column.label)}
              {column.required === true && !readOnly && <span className={classes.requiredMark} aria-hidden />}
            </th>
          ))}
          {!readOnly && (
            <th scope="col">
              <span className={classes.visuallyHidden}>{t('forms.rowTools')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.id}
            name={`${say(field.entry)} ${index + 1}`}
            columns={columns}
            path={joinPath(path, entry.id)}
            index={index}
            isLast={index === entries.length - 1}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly name: string;
  readonly columns: readonly [string, CellField][];
  readonly path: string;
  readonly index: number;
  readonly isLast: boolean;
};

const EntryRow = memo(function EntryRow({ name, columns, path, index, isLast }: RowProps) {
  const { readOnly } = useFormSetting();
  const isRemoved = useIsRemoved(path);
  return (
    <tr aria-label={name} data-path={path} data-removed={isRemoved || undefined}>
      <td className={classes.rowNumber}>{index + 1}</td>
      {columns.map(([key, column]) => (
        <td key={key} inert={isRemoved}>
          <FieldCell field={column} path={joinPath(path, key)} isBare />
        </td>
      ))}
      {!readOnly && (
        <td className={classes.tools}>
          <EntryTools path={path} name={name} isFirst={index === 0} isLast={isLast} />
        </td>
      )}
    </tr>
  );
});
