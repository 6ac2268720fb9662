// Writes a new record of a kind: the whole form in the paper's order, with drafts of this person offered first.

import { notifications } from '@mantine/notifications';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { DraftView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useDesk } from '../desk/use-desk.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormSections, SectionIndex } from '../forms/form-sections.tsx';
import { FormSettingProvider } from '../forms/form-setting.ts';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import { newEntryId, startContent } from '../forms/start-content.ts';
import { useWords } from '../words/use-words.ts';
import { DraftOffer } from './draft-offer.tsx';
import classes from './records.module.css';
import { SaveBar } from './save-bar.tsx';
import { useDeskClock } from './use-desk-clock.ts';
import { type Entered, useEditSession } from './use-edit-session.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useFreshDrafts } from './use-fresh-drafts.ts';

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
  const scroller = useRef<HTMLDivElement>(null);
  const [base] = useState(() => startContent(kind.fields, { now: now(), me: person.id, newId: newEntryId }));
  const send = async ({ content, draft: draftId }: Entered) => {
    const saved = await calls.records.add({ kind: kind.key, content, draft: draftId });
    notifications.show({
      message: t('records.added', { number: saved.number }),
      color: 'green',
      withCloseButton: false,
    });
    await cache.invalidateQueries({ queryKey: queries.drafts.key() });
    await navigate({ to: '/records/$id', params: { id: saved.id }, replace: true });
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
  useFirstFocus(null, kind);
  return (
    <div className={classes.page}>
      <SaveBar
        title={
          <h1 className={classes.title} id="page-title" tabIndex={-1} title={say(kind.description)}>
            {t('records.newTitle', { kind: say(kind.label) })}
          </h1>
        }
        isSaving={session.isSaving}
        keptAt={session.draft.keptAt}
        onSave={() => void session.save()}
        onLeave={() => void session.leave()}
      />
      <FormSettingProvider value={session.setting}>
        <div className={classes.columns} data-editing>
          <SectionIndex sections={kind.sections} scroller={scroller} />
          <div className={classes.body} ref={scroller}>
            <FormFrame
              setting={session.setting}
              label={say(kind.label)}
              onSave={() => void session.save()}
              onLeave={() => void session.leave()}
            >
              {draft === undefined && <DraftOffer kind={kind.key} drafts={drafts} />}
              <ProblemNotice problem={session.problem} />
              <ProblemSummary />
              <div className={classes.formGround}>
                <FormSections sections={kind.sections} />
              </div>
            </FormFrame>
          </div>
        </div>
      </FormSettingProvider>
    </div>
  );
}
