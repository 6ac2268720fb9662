// Search over everything the person may see: Chinese, pinyin, initials, last four digits, numbers. Arrow keys move, Enter
// opens; nothing happens while an input method is still composing.

import { Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useWords } from '../words/use-words.ts';
import { groupHits } from './group-hits.ts';
import { HitList } from './hit-list.tsx';
import classes from './search.module.css';
import { type Found, useFind } from './use-find.ts';

type Props = { readonly onOpened: () => void; readonly isPage?: boolean };

export function SearchPanel({ onOpened, isPage = false }: Props) {
  const { t, say } = useWords();
  const kinds = useKindsInOrder();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [kind, setKind] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState(0);
  const found = useFind(text, kind, isComposing);
  const groups = groupHits(found.hits, kinds);
  const hits = groups.flatMap((group) => group.hits);
  const position = Math.min(chosen, hits.length - 1);
  const saysFound = (answer: Found, count: number) => {
    if (answer.isRecent) return t('search.how');
    if (answer.isWaiting) return t('common.loading');
    return count === 0 ? t('search.none', { text: answer.asked }) : t('search.found', { count });
  };
  const open = (id: string) => {
    onOpened();
    void navigate({ to: '/records/$id', params: { id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key still belongs to the input method, also where `isComposing` has already gone.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || hits.length === 0) return;
    const hit = hits[position];
    if (event.key === 'ArrowDown') setChosen((position + 1) % hits.length);
    else if (event.key === 'ArrowUp') setChosen((position - 1 + hits.length) % hits.length);
    else if (event.key === 'Enter' && hit !== undefined) open(hit.id);
    else return;
    event.preventDefault();
  };
  const choose = (next: string | undefined) => {
    setKind(next);
    setChosen(0);
  };
  return (
    <div className={isPage ? classes.page : classes.panel}>
      <TextInput
        size="md"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits[position] === undefined ? undefined : `${listId}-${hits[position].id}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
        data-page-focus={isPage || undefined}
      />
      <Group gap={6} role="group" aria-label={t('search.kinds')} className={classes.kinds}>
        <UnstyledButton className={classes.kind} aria-pressed={kind === undefined} onClick={() => choose(undefined)}>
          {t('common.all')}
        </UnstyledButton>
        {kinds.map((one) => (
          <UnstyledButton
            key={one.key}
            className={classes.kind}
            aria-pressed={kind === one.key}
            onClick={() => choose(one.key)}
          >
            {say(one.label)}
          </UnstyledButton>
        ))}
      </Group>
      <ProblemNotice problem={found.problem} />
      <HitList
        id={listId}
        groups={groups}
        chosen={hits[position]?.id}
        onOpen={open}
        heading={found.isRecent ? t('search.recent') : undefined}
      />
      <Text size="xs" c="dimmed" className={classes.foot} role="status">
        {saysFound(found, hits.length)}
      </Text>
    </div>
  );
}
