// Search over everything the person may see: Chinese, pinyin, initials, last four digits, numbers. Arrow keys move, Enter
// opens; nothing happens while an input method is still composing.

import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import type { HitView } from '../../src-shared/contract/views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useWords } from '../words/use-words.ts';
import { groupHits } from './group-hits.ts';
import { HitList } from './hit-list.tsx';
import { KindChoice } from './kind-choice.tsx';
import classes from './search.module.css';
import { type Found, useFind } from './use-find.ts';

type Props = { readonly onOpened: () => void; readonly isPage?: boolean };

/** What Enter and the arrow keys of the field do to the hits below it. */
function hitKeys(hits: readonly HitView[], position: number, move: (to: number) => void, open: (id: string) => void) {
  return (event: KeyboardEvent) => {
    // 229: the key still belongs to the input method, also where `isComposing` has already gone.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || hits.length === 0) return;
    const hit = hits[position];
    if (event.key === 'ArrowDown') move((position + 1) % hits.length);
    else if (event.key === 'ArrowUp') move((position - 1 + hits.length) % hits.length);
    else if (event.key === 'Enter' && hit !== undefined) open(hit.id);
    else return;
    event.preventDefault();
  };
}

function FoundWords({ found, count }: { readonly found: Found; readonly count: number }) {
  const { t } = useWords();
  const none = t('search.none', { text: found.asked });
  const settled = count === 0 ? none : t('search.found', { count });
  const answered = found.isWaiting ? t('common.loading') : settled;
  return (
    <Text size="xs" c="dimmed" className={classes.foot} role="status">
      {found.isRecent ? t('search.how') : answered}
    </Text>
  );
}

export function SearchPanel({ onOpened, isPage = false }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [kind, setKind] = useState<string | undefined>(undefined);
  const [wanted, setWanted] = useState(0);
  const found = useFind(text, kind, isComposing);
  const groups = groupHits(found.hits, useKindsInOrder());
  const hits = groups.flatMap((group) => group.hits);
  const position = Math.min(wanted, hits.length - 1);
  const chosen = hits[position]?.id;
  const open = (id: string) => {
    onOpened();
    void navigate({ to: '/records/$id', params: { id } });
  };
  /** Another question: its best hit is chosen again. */
  const ask = (change: () => void) => {
    change();
    setWanted(0);
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
        onChange={(event) => ask(() => setText(event.currentTarget.value))}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={hitKeys(hits, position, setWanted, open)}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
        data-page-focus={isPage || undefined}
      />
      <KindChoice chosen={kind} onChoose={(next) => ask(() => setKind(next))} />
      <ProblemNotice problem={found.problem} />
      <HitList
        id={listId}
        groups={groups}
        chosen={chosen}
        onOpen={open}
        heading={found.isRecent ? t('search.recent') : undefined}
      />
      <FoundWords found={found} count={hits.length} />
    </div>
  );
}
