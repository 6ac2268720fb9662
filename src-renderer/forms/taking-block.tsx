// Lines taken out of lines held (发还明细): every held line with a tick and how much of it goes, never more than is left.

import type { Taking } from '../../src-shared/records/condition.ts';
import type { Entry } from '../../src-shared/records/content.ts';
import { balance } from '../../src-shared/records/evaluate-condition.ts';
import type { ListField } from '../../src-shared/records/field.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import type { HeldLine } from '../../src-shared/records/takings.ts';
import { useWords } from '../words/use-words.ts';
import { BlockProblem } from './block-problem.tsx';
import { entriesOf, isContent, joinPath, valueAt } from './content-paths.ts';
import { useEntrySummary } from './entry-summary.ts';
import { type CellField, FieldCell } from './field-cell.tsx';
import { labelId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import type { FormState } from './form-store.ts';
import { newEntryId } from './start-content.ts';
import { useFieldStanding, useFormState } from './use-field.ts';

type Row = {
  readonly taking: Taking;
  readonly list: ListField;
  readonly line: HeldLine;
  /** The taking of this line in this list, if there is one. */
  readonly mine: Entry | undefined;
};

type Props = { readonly field: ListField; readonly path: string; readonly takings: readonly Taking[] };

export function TakingBlock({ field, path, takings }: Props) {
  const { isShown } = useFieldStanding(field, path);
  const rows = useRows(field, path, takings);
  const { say, t } = useWords();
  if (!isShown) return null;
  return (
    <div className={classes.list} role="group" aria-labelledby={labelId(path)} data-path={path}>
      <div className={classes.listHead} data-open>
        <span id={labelId(path)}>
          {say(field.label)}
          <span className={classes.requiredMark} aria-hidden />
        </span>
        <span className={classes.listCount}>{t('forms.takingHint')}</span>
      </div>
      <BlockProblem path={path} />
      <TakingTable field={field} path={path} rows={rows} />
    </div>
  );
}

function TakingTable({
  field,
  path,
  rows,
}: {
  readonly field: ListField;
  readonly path: string;
  readonly rows: readonly Row[];
}) {
  const { t } = useWords();
  const { tick, untick } = useTicks(path);
  return (
    <table className={classes.rows}>
      <colgroup>
        <col className={classes.numberColumn} />
        <col />
        <col className={classes.heldColumn} />
        <col className={classes.heldColumn} />
        <col className={classes.takenColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <TickAll rows={rows} tick={tick} untick={untick} />
          </th>
          <th scope="col">{t('forms.heldLine')}</th>
          <th scope="col">{t('forms.held')}</th>
          <th scope="col">{t('forms.takenBefore')}</th>
          <th scope="col">{t('forms.takenNow')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TakingRow
            key={`${row.taking.amount} ${row.line.place.path}`}
            row={row}
            field={field}
            path={path}
            onToggle={(on) => (on ? tick(row) : untick(row))}
          />
        ))}
      </tbody>
    </table>
  );
}

type Ticks = { readonly tick: (row: Row) => void; readonly untick: (row: Row) => void };

/** A tick takes all that is left of a line. */
function useTicks(path: string): Ticks {
  const { store } = useFormSetting();
  return {
    tick: (row) =>
      store.addEntry(path, {
        id: newEntryId(),
        [row.taking.line]: row.line.place.entry,
        [row.taking.amount]: leftOf(row),
      }),
    untick: (row) => {
      if (row.mine) store.removeEntry(joinPath(path, row.mine.id));
    },
  };
}

function TickAll({ rows, tick, untick }: Ticks & { readonly rows: readonly Row[] }) {
  const { t } = useWords();
  const open = rows.filter((row) => row.mine !== undefined || leftOf(row) > 0);
  const isAll = open.length > 0 && open.every((row) => row.mine !== undefined);
  const toggle = () => {
    if (isAll) open.forEach(untick);
    else open.filter((row) => row.mine === undefined).forEach(tick);
  };
  return (
    <input
      type="checkbox"
      aria-label={t('forms.takeAll')}
      checked={isAll}
      disabled={open.length === 0}
      onChange={toggle}
    />
  );
}

function TakingRow({
  row,
  field,
  path,
  onToggle,
}: {
  readonly row: Row;
  readonly field: ListField;
  readonly path: string;
  readonly onToggle: (on: boolean) => void;
}) {
  const { world, store } = useFormSetting();
  const { language, t } = useWords();
  const summary = useEntrySummary();
  const amountField = field.fields[row.taking.amount];
  if (!isCell(amountField)) return null;
  const show = (amount: number) =>
    showValue(amountField, amount, { for: 'screen', language }, world.contextOf(store.state().content));
  const seen = valueAt(store.state().content, row.line.place.path.slice(0, -1));
  const name = summary(row.list, isContent(seen) ? seen : {});
  return (
    <tr data-path={row.mine === undefined ? undefined : joinPath(path, row.mine.id)}>
      <td className={classes.rowNumber}>
        <input
          type="checkbox"
          aria-label={t('forms.take', { line: name })}
          checked={row.mine !== undefined}
          disabled={row.mine === undefined && leftOf(row) <= 0}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
      </td>
      <td className={classes.heldName}>{name}</td>
      <td className={classes.heldAmount}>{show(row.line.held)}</td>
      <td className={classes.heldAmount}>
        {takenElsewhere(row) === 0 ? t('common.nothing') : show(takenElsewhere(row))}
      </td>
      <td>
        {row.mine !== undefined && (
          <FieldCell field={amountField} path={joinPath(joinPath(path, row.mine.id), row.taking.amount)} isBare />
        )}
      </td>
    </tr>
  );
}

function isCell(field: ListField['fields'][string] | undefined): field is CellField {
  return field !== undefined && field.type !== 'group' && field.type !== 'list';
}

/** What of the line other releases have taken. */
function takenElsewhere({ line, mine, taking }: Row): number {
  return line.taken - amountIn(mine, taking);
}

function leftOf(row: Row): number {
  return row.line.held - takenElsewhere(row);
}

function amountIn(entry: Entry | undefined, taking: Taking): number {
  const amount = entry?.[taking.amount];
  return typeof amount === 'number' ? amount : 0;
}

const contentOf = (state: FormState) => state.content;
const removedOf = (state: FormState) => state.removed;

function useRows(field: ListField, path: string, takings: readonly Taking[]): readonly Row[] {
  const content = useFormState(contentOf);
  const removed = useFormState(removedOf);
  const { world, fields, store } = useFormSetting();
  const context = world.contextOf(removed.size === 0 ? content : store.kept());
  const mine = entriesOf(valueAt(content, path)).filter((entry) => !removed.has(joinPath(path, entry.id)));
  return takings.flatMap((taking) =>
    balance(taking, context.place, context).lines.flatMap((line) => {
      const list = fields[line.place.path.split('/')[0] ?? ''];
      if (list?.type !== 'list' || field.fields[taking.amount] === undefined) return [];
      return [{ taking, list, line, mine: mine.find((entry) => entry[taking.line] === line.place.entry) }];
    }),
  );
}
