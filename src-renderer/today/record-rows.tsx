// Records of a heap, one line each: what it is, its state, when it is due. The whole line opens it.

import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RowView } from '../../src-shared/contract/views.ts';
import { DeadlineBadge } from '../components/deadline-badge.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';
import classes from './today.module.css';

export function RecordRows({ rows }: { readonly rows: readonly RowView[] }) {
  const { say } = useWords();
  const kinds = useKinds();
  return (
    <ul className={classes.rows}>
      {rows.map((row) => {
        const kind = kinds.byKey(row.kind);
        return (
          <li key={row.id}>
            <Link to="/records/$id" params={{ id: row.id }} className={classes.row}>
              <span className={classes.glyph} lang="zh-CN" title={kind === undefined ? row.kind : say(kind.label)}>
                {kind?.numberWord}
              </span>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{row.title}</span>
                <Text component="span" size="xs" c="dimmed">
                  {row.number}
                </Text>
              </span>
              <StatusBadge kind={row.kind} status={row.status} />
              <DeadlineBadge due={row.due} state={row.dueState} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
