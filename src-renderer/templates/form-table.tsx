// A blank form as it looks, its cells to be clicked; bound cells say what they are filled with.

import { Table } from '@mantine/core';
import type { TemplateBinding } from '../../src-shared/contract/template-inputs.ts';
import type { FormGrid, FormGridCell } from '../../src-shared/contract/template-views.ts';
import { useWords } from '../words/use-words.ts';
import { useSourceWords } from './source-words.ts';
import classes from './templates.module.css';

type Props = {
  readonly grid: FormGrid;
  readonly sheet: number;
  readonly bindings: readonly TemplateBinding[];
  readonly chosen: string | null;
  readonly onChoose: (cell: string) => void;
};

function CellButton({
  cell,
  bound,
  isChosen,
  onChoose,
}: {
  readonly cell: FormGridCell;
  readonly bound: string | null;
  readonly isChosen: boolean;
  readonly onChoose: (cell: string) => void;
}) {
  const { t } = useWords();
  const said = bound ?? cell.text;
  return (
    <Table.Td
      colSpan={cell.columns}
      rowSpan={cell.rows}
      className={classes.cell}
      data-bound={bound !== null || undefined}
      data-chosen={isChosen || undefined}
    >
      <button
        type="button"
        className={classes.cellButton}
        disabled={cell.hasFormula}
        aria-pressed={isChosen}
        aria-label={t('templates.cell', { cell: cell.cell, text: cell.hasFormula ? t('templates.formula') : said })}
        onClick={() => onChoose(cell.cell)}
      >
        {cell.hasFormula ? t('templates.formula') : said}
      </button>
    </Table.Td>
  );
}

export function FormTable({ grid, sheet, bindings, chosen, onChoose }: Props) {
  const sourceWords = useSourceWords();
  const byCell = new Map(bindings.filter((each) => each.sheet === sheet).map((each) => [each.cell, each.source]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.form} aria-label={grid.name} tabIndex={0}>
      <Table withTableBorder withColumnBorders aria-label={grid.name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th aria-hidden />
            {grid.columns.map((letters) => (
              <Table.Th key={letters} className={classes.letters}>
                {letters}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {grid.rows.map((cells, row) => (
            <Table.Tr key={cells[0]?.cell ?? `row ${row + 1}`}>
              <Table.Th scope="row" className={classes.letters}>
                {row + 1}
              </Table.Th>
              {cells.map((cell) => {
                const source = byCell.get(cell.cell);
                return (
                  <CellButton
                    key={cell.cell}
                    cell={cell}
                    bound={source === undefined ? null : sourceWords(source)}
                    isChosen={chosen === cell.cell}
                    onChoose={onChoose}
                  />
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
