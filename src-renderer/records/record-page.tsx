// One record: its paper in the middle, its history, files, links and papers at the side, the way on at the top.

import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { DraftView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useKeys } from '../components/use-keys.ts';
import { Waiting } from '../components/waiting.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { useAddFiles } from './add-files.tsx';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { BasisNotice } from './basis-notice.tsx';
import { ConflictList } from './conflict-list.tsx';
import { DraftOffer } from './draft-offer.tsx';
import { EditRecord } from './edit-record.tsx';
import { LeftNotice } from './left-notice.tsx';
import { LinksPanel } from './links-panel.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { ReadRecord } from './read-record.tsx';
import { RecordHeader } from './record-header.tsx';
import type { RecordSearch } from './record-search.ts';
import classes from './records.module.css';
import { SameNumberNotice } from './same-number-notice.tsx';
import { StepRecord } from './step-record.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { useDroppedFiles } from './use-dropped-files.tsx';
import { useFreshDrafts } from './use-fresh-drafts.ts';

const route = getRouteApi('/records/$id');

export function RecordPage() {
  const { id } = route.useParams();
  const { queries } = useDesk();
  const answer = useAsk(queries.records.open.queryOptions({ input: { id } }));
  const kinds = useKinds();
  const { t } = useWords();
  return (
    <AnswerView answer={answer}>
      {(view: RecordView) => {
        const kind = kinds.byKey(view.kind);
        return kind === undefined ? (
          <EmptyState title={t('records.kindUnknown')} />
        ) : (
          <OpenRecord key={view.id} view={view} kind={kind} />
        );
      }}
    </AnswerView>
  );
}

type Side = 'timeline' | 'files' | 'links' | 'papers';

function OpenRecord({ view, kind }: { readonly view: RecordView; readonly kind: Kind }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [focus, setFocus] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('timeline');
  const go = useCallback(
    (next: RecordSearch) => void navigate({ to: '/records/$id', params: { id: view.id }, search: next }),
    [navigate, view.id],
  );
  const edit = useCallback(
    (path: string | null) => {
      setFocus(path);
      go({ edit: true });
    },
    [go],
  );
  /** Leads to what a problem names: files and papers at the side, everything else into the form. */
  const goTo = (path: string) => {
    if (path === 'attachments' || path === 'papers') {
      setSide(path === 'papers' ? 'papers' : 'files');
      go({});
    } else edit(path);
  };
  const mayEdit = view.mayEdit && kind.sheet === undefined;
  const isEditing = search.edit === true && mayEdit;
  const step = view.steps.find(({ key }) => key === search.step);
  useEffect(forgetSelection, []);
  useKeys([['e', () => !isEditing && step === undefined && mayEdit && edit(null)]]);
  return (
    <div className={classes.page}>
      {isEditing || step !== undefined ? (
        <Sitting view={view} kind={kind} step={step} focus={focus} goTo={goTo} onDone={() => go({})} />
      ) : (
        <>
          <RecordHeader
            view={view}
            kind={kind}
            onEdit={() => edit(null)}
            onStep={({ key }: StepView) => go({ step: key })}
            onPapers={() => setSide('papers')}
          />
          <Reading view={view} kind={kind} side={side} onSide={setSide} onEdit={edit} />
        </>
      )}
    </div>
  );
}

/** A double click in a list selects a word; what opens is not a selection. */
function forgetSelection(): void {
  window.getSelection()?.removeAllRanges();
}

type SittingProps = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly step: StepView | undefined;
  readonly focus: string | null;
  readonly goTo: (path: string) => void;
  readonly onDone: () => void;
};

/** Editing or taking a step; an unfinished one of this person is taken up again. */
function Sitting({ view, kind, step, focus, goTo, onDone }: SittingProps) {
  const [round, setRound] = useState<{ readonly count: number; readonly before: string }>({ count: 0, before: '' });
  const known = useFreshDrafts();
  const beginAfresh = () => setRound({ count: round.count + 1, before: '' });
  // What was saved is shown only when it has been read back, so that nobody goes on from an older state.
  if (known === null || view.heads.join() === round.before) return <Waiting />;
  const draft =
    round.count > 0
      ? undefined
      : newest(known.filter((each) => each.record === view.id && each.step === (step?.key ?? null)));
  if (step === undefined)
    return (
      <EditRecord
        key={round.count}
        view={view}
        kind={kind}
        draft={draft}
        focus={focus}
        onDone={onDone}
        onAfresh={beginAfresh}
      />
    );
  return (
    <StepRecord
      key={`${step.key} ${round.count}`}
      view={view}
      kind={kind}
      step={step}
      draft={draft}
      goTo={goTo}
      onDone={onDone}
      onAfresh={beginAfresh}
      onSavedOnly={() => setRound({ count: round.count + 1, before: view.heads.join() })}
    />
  );
}

function newest(drafts: readonly DraftView[]): DraftView | undefined {
  return [...drafts].sort((left, right) => right.updatedAt - left.updatedAt)[0];
}

type ReadingProps = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly onEdit: (path: string) => void;
};

function Reading({ view, kind, side, onSide, onEdit }: ReadingProps) {
  const { queries } = useDesk();
  const { t } = useWords();
  const adding = useAddFiles(view, kind);
  const veil = useDroppedFiles(view.mayEdit, adding.take);
  const { data: drafts = [] } = useAsk(queries.drafts.list.queryOptions());
  const isSide = (value: string | null): value is Side =>
    value === 'timeline' || value === 'files' || value === 'links' || value === 'papers';
  return (
    <div className={classes.columns}>
      <section className={classes.body} aria-label={t('records.record')}>
        <DraftOffer kind={kind.key} drafts={drafts.filter((draft) => draft.record === view.id)} />
        <LeftNotice view={view} />
        <SameNumberNotice view={view} />
        <BasisNotice view={view} onEdit={onEdit} />
        <ConflictList view={view} kind={kind} onEdit={onEdit} />
        <ReadRecord key={view.heads.join()} view={view} kind={kind} />
      </section>
      <aside className={classes.side} aria-label={t('records.around')}>
        <Tabs
          value={side}
          onChange={(value) => isSide(value) && onSide(value)}
          className={classes.tabs}
          keepMounted={false}
        >
          <Tabs.List grow>
            <Tabs.Tab value="timeline">{t('records.timeline')}</Tabs.Tab>
            <Tabs.Tab value="files">{t('records.files', { count: view.attachments.length })}</Tabs.Tab>
            <Tabs.Tab value="links">{t('records.links', { count: view.links.length })}</Tabs.Tab>
            <Tabs.Tab value="papers">{t('records.papers')}</Tabs.Tab>
          </Tabs.List>
          <div className={classes.sidePanel}>
            <Tabs.Panel value="timeline">
              <TimelinePanel view={view} />
            </Tabs.Panel>
            <Tabs.Panel value="files">
              <AttachmentsPanel view={view} kind={kind} adding={adding} />
            </Tabs.Panel>
            <Tabs.Panel value="links">
              <LinksPanel view={view} kind={kind} />
            </Tabs.Panel>
            <Tabs.Panel value="papers">
              <PapersPanel view={view} />
            </Tabs.Panel>
          </div>
        </Tabs>
      </aside>
      {adding.dialog}
      {veil}
    </div>
  );
}
