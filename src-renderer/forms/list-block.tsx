// A list of entries: short ones as rows of a table, long ones as cards. Entries are added, moved, and taken out in a
// way that can be taken back until the form is saved.

import { Button, Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useCallback, useRef } from 'react';
import type { Entry } from '../../src-shared/records/content.ts';
import type { ListField } from '../../src-shared/records/field.ts';
import { useWords } from '../words/use-words.ts';
import { BlockProblem } from './block-problem.tsx';
import { entriesOf, isEmpty, joinPath, valueAt } from './content-paths.ts';
import { focusField, labelId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { EntryCards } from './list-cards.tsx';
import { EntryRows, fitsRows } from './list-rows.tsx';
import { newEntryId, startEntry } from './start-content.ts';
import { useFieldStanding, useValue } from './use-field.ts';

type Props = {
  readonly field: ListField;
  readonly path: string;
  /** The fields of the entry at a path, as cells. */
  readonly renderFields: (at: string) => ReactNode;
};

export function ListBlock({ field, path, renderFields }: Props) {
  const { readOnly, showsEmpty } = useFormSetting();
  const { isShown, isRequired } = useFieldStanding(field, path);
  const entries = entriesOf(useValue(path));
  const add = useAddEntry(field, path);
  const { say, t } = useWords();
  if (!isShown || (readOnly && entries.length === 0 && !showsEmpty)) return null;
  const addByKey = (event: KeyboardEvent<HTMLElement>) => {
    if (readOnly || event.key !== 'Enter' || !(event.altKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    add(indexAround(event.target, path, entries));
  };
  return (
    <div className={classes.list} role="group" aria-labelledby={labelId(path)} data-path={path} onKeyDown={addByKey}>
      <div className={classes.listHead} data-open={entries.length > 0 || undefined}>
        <span id={labelId(path)}>
          {say(field.label)}
          {isRequired && !readOnly && <span className={classes.requiredMark} aria-hidden />}
        </span>
        <span className={classes.listCount}>
          {entries.length === 0 ? t('forms.noEntries') : t('forms.entries', { count: entries.length })}
        </span>
        <span className={classes.spring} />
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add()}
          >
            {t('forms.addEntry', { entry: say(field.entry) })}
            <Kbd ml={8} size="xs" aria-hidden>
              Alt+Enter
            </Kbd>
          </Button>
        )}
      </div>
      <BlockProblem path={path} />
      {entries.length > 0 &&
        (fitsRows(field) ? (
          <EntryRows field={field} path={path} entries={entries} />
        ) : (
          <EntryCards field={field} path={path} entries={entries} renderFields={renderFields} />
        ))}
    </div>
  );
}

/** Adds an entry after an index (at the end without one) and puts the cursor into it. */
function useAddEntry(field: ListField, path: string): (afterIndex?: number) => void {
  const { store, now, me } = useFormSetting();
  const frame = useRef(0);
  return useCallback(
    (afterIndex?: number) => {
      const entry = startEntry(field.fields, { now: now(), me, newId: newEntryId });
      store.addEntry(path, entry, afterIndex);
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() =>
        focusFirstEmpty(field, joinPath(path, entry.id), store.state().content),
      );
    },
    [field, path, store, now, me],
  );
}

/** The first field of a new entry that nothing was filled into beforehand. */
function focusFirstEmpty(field: ListField, at: string, content: Parameters<typeof valueAt>[0]): void {
  const first = Object.entries(field.fields).find(
    ([key, inner]) => inner.derived === undefined && isEmpty(valueAt(content, joinPath(at, key))),
  );
  focusField(first ? joinPath(at, first[0]) : at);
}

/** Index of the entry the cursor is in; undefined on the list's own head. */
function indexAround(target: EventTarget, path: string, entries: readonly Entry[]): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const index = entries.findIndex(
    (entry) => target.closest(`[data-path="${CSS.escape(joinPath(path, entry.id))}"]`) !== null,
  );
  return index === -1 ? undefined : index;
}
