// Writes a new record of a kind: the whole form in the paper's order, with drafts of this person offered first.

import { notifications } from '@mantine/notifications';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '../../src-shared/contract/views.ts';
import { usualBasis } from '../../src-shared/records/basis-of-processing.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useDesk } from '../desk/use-desk.ts';
import { newEntryId, startContent } from '../forms/start-content.ts';
import { useWords } from '../words/use-words.ts';
import { DraftOffer } from './draft-offer.tsx';
import classes from './records.module.css';
import { useDeskClock } from './use-desk-clock.ts';
import { type Entered, useEditSession } from './use-edit-session.ts';
import { useFreshDrafts } from './use-fresh-drafts.ts';
import { WholeForm } from './whole-form.tsx';

const route = getRouteApi('/new/$kind');

export function NewRecordPage() {
  const { kind: key } = route.useParams();
  const { draft: wanted } = route.useSearch();
  const kind = useKinds().byKey(key);
  const { t } = useWords();
  const drafts = useFreshDrafts();
  if (kind === undefined) return <EmptyState title={t('records.kindUnknown')} />;
  if (drafts === null) return <Waiting />;
  const mine = drafts.filter((each) => each.kind === key && each.record === null);
  return (
    <NewRecord
      key={`${key} ${wanted ?? ''}`}
      kind={kind}
      drafts={mine}
      draft={mine.find((each) => each.id === wanted)}
    />
  );
}

type Props = { readonly kind: Kind; readonly drafts: readonly DraftView[]; readonly draft: DraftView | undefined };

function NewRecord({ kind, drafts, draft }: Props) {
  const { calls, cache, queries } = useDesk();
  const { person } = useOpenDesk();
  const { t, say } = useWords();
  const now = useDeskClock();
  const navigate = useNavigate();
  const [base] = useState(() =>
    startContent(kind.fields, { now: now(), me: person.id, basis: usualBasis(kind), newId: newEntryId }),
  );
  const send = async ({ content, draft: draftId }: Entered) => {
    const saved = await calls.records.add({ kind: kind.key, content, draft: draftId });
    notifications.show({
      message: t('records.added', { number: saved.number }),
      color: 'green',
      withCloseButton: false,
    });
    await cache.invalidateQueries({ queryKey: queries.drafts.key() });
    await navigate({ to: '/records/$id', params: { id: saved.id }, replace: true });
    return true;
  };
  const session = useEditSession({
    kind,
    view: null,
    step: null,
    base,
    draft,
    send,
    onLeft: () => void navigate({ to: '/list/$kind', params: { kind: kind.key } }),
  });
  const title = (
    <h1 className={classes.title} id="page-title" tabIndex={-1} title={say(kind.description)}>
      {t('records.newTitle', { kind: say(kind.label) })}
    </h1>
  );
  const banner = draft === undefined ? <DraftOffer kind={kind.key} drafts={drafts} /> : null;
  return (
    <div className={classes.page}>
      <WholeForm kind={kind} session={session} title={title} banner={banner} focus={null} />
    </div>
  );
}
