// Entries of many fields, each a small form of its own with a line that names it.

import type { ReactNode } from 'react';
import type { Entry } from '../../src-shared/records/content.ts';
import type { ListField } from '../../src-shared/records/field.ts';
import { useWords } from '../words/use-words.ts';
import { joinPath } from './content-paths.ts';
import { useEntrySummary } from './entry-summary.ts';
import { EntryTools } from './entry-tools.tsx';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { useIsRemoved } from './use-field.ts';

type Props = {
  readonly field: ListField;
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly renderFields: (at: string) => ReactNode;
};

export function EntryCards({ field, path, entries, renderFields }: Props) {
  return entries.map((entry, index) => (
    <EntryCard
      key={entry.id}
      field={field}
      path={joinPath(path, entry.id)}
      entry={entry}
      index={index}
      isLast={index === entries.length - 1}
    >
      {renderFields(joinPath(path, entry.id))}
    </EntryCard>
  ));
}

type CardProps = {
  readonly field: ListField;
  readonly path: string;
  readonly entry: Entry;
  readonly index: number;
  readonly isLast: boolean;
  readonly children: ReactNode;
};

function EntryCard({ field, path, entry, index, isLast, children }: CardProps) {
  const { readOnly, entryActions } = useFormSetting();
  const isRemoved = useIsRemoved(path);
  const summary = useEntrySummary();
  const { say, t } = useWords();
  const name = `${say(field.entry)} ${index + 1}`;
  return (
    <div
      className={classes.entry}
      role="group"
      aria-label={name}
      data-path={path}
      data-removed={isRemoved || undefined}
    >
      <div className={classes.entryHead}>
        <span className={classes.entryNumber}>{name}</span>
        <span className={classes.entrySummary}>{isRemoved ? t('forms.removedNote') : summary(field, entry)}</span>
        <span className={classes.spring} />
        {readOnly ? (
          entryActions?.(path, entry)
        ) : (
          <EntryTools path={path} name={name} isFirst={index === 0} isLast={isLast} />
        )}
      </div>
      {!isRemoved && <div className={classes.grid}>{children}</div>}
    </div>
  );
}
