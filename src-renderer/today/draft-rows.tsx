// Drafts that were begun and not saved: go on, or throw away.

import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DraftView } from '../../src-shared/contract/views.ts';
import { useConfirm } from '../components/confirm.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useKinds } from '../desk/kinds.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './today.module.css';

function DraftLink({ draft }: { readonly draft: DraftView }) {
  const { t, say } = useWords();
  const kind = useKinds().byKey(draft.kind);
  const name = kind === undefined ? draft.kind : say(kind.label);
  const inner = (
    <>
      <span className={classes.glyph} lang="zh-CN">
        {kind?.numberWord}
      </span>
      <span className={classes.rowMain}>
        <span className={classes.rowTitle}>
          {draft.record === null ? t('today.draftNew', { kind: name }) : t('today.draftEdit', { kind: name })}
        </span>
        <Text component="span" size="xs" c="dimmed">
          {shownMoment(draft.updatedAt)}
        </Text>
      </span>
    </>
  );
  if (draft.record === null) {
    return (
      <Link to="/new/$kind" params={{ kind: draft.kind }} search={{ draft: draft.id }} className={classes.row}>
        {inner}
      </Link>
    );
  }
  return (
    <Link
      to="/records/$id"
      params={{ id: draft.record }}
      search={draft.step === null ? { edit: true, draft: draft.id } : { draft: draft.id }}
      className={classes.row}
    >
      {inner}
    </Link>
  );
}

export function DraftRows({ drafts }: { readonly drafts: readonly DraftView[] }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const confirm = useConfirm();
  const dropping = useCall(calls.drafts.drop, async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.today.key() }),
      cache.invalidateQueries({ queryKey: queries.drafts.key() }),
    ]);
  });
  const drop = async (draft: DraftView) => {
    const isSure = await confirm({ title: t('today.dropTitle'), body: t('today.dropBody'), go: t('today.dropGo') });
    if (isSure) await dropping.run({ id: draft.id });
  };
  return (
    <>
      <ProblemNotice problem={dropping.problem} />
      <ul className={classes.rows}>
        {drafts.map((draft) => (
          <li key={draft.id} className={classes.draft}>
            <DraftLink draft={draft} />
            <Tooltip label={t('today.dropGo')}>
              <ActionIcon aria-label={t('today.dropGo')} onClick={() => void drop(draft)}>
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </>
  );
}
