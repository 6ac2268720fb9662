// Hits under the names of their kinds.

import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { StatusBadge } from '../components/status-badge.tsx';
import { useWords } from '../words/use-words.ts';
import type { HitGroup } from './group-hits.ts';
import classes from './search.module.css';

type Props = {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  readonly chosen: string | undefined;
  readonly onOpen: (record: string) => void;
  /** Instead of the names of the kinds. */
  readonly heading: string | undefined;
};

export function HitList({ id, groups, chosen, onOpen, heading }: Props) {
  const { t, say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div id={id} ref={list} role="listbox" aria-label={t('search.results')} className={classes.hits} tabIndex={-1}>
      {heading !== undefined && groups.length > 0 && (
        <div className={classes.groupName} role="presentation">
          {heading}
        </div>
      )}
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={say(group.label)}>
          {heading === undefined && (
            <div className={classes.groupName} role="presentation">
              {say(group.label)}
            </div>
          )}
          {group.hits.map((hit) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the search field, which keeps the focus
            <div
              key={hit.id}
              id={`${id}-${hit.id}`}
              role="option"
              aria-selected={hit.id === chosen}
              tabIndex={-1}
              className={classes.hit}
              onClick={() => onOpen(hit.id)}
            >
              <span className={classes.glyph} lang="zh-CN" aria-hidden>
                {group.glyph}
              </span>
              <span className={classes.hitMain}>
                <span className={classes.hitTitle}>{hit.title}</span>
                <Text component="span" size="xs" c="dimmed">
                  {hit.why === '' ? hit.number : `${hit.number} · ${hit.why}`}
                </Text>
              </span>
              <StatusBadge kind={hit.kind} status={hit.status} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
