// Records tied to this one, and records of another kind that may be the same thing; a person decides.

import { Badge, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MatchView, RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

export function LinksPanel({ view, kind }: { readonly view: RecordView; readonly kind: Kind }) {
  const { t } = useWords();
  return (
    <>
      <h2 className={classes.sideHeading}>{t('records.linked')}</h2>
      {view.links.length === 0 && <EmptyState compact title={t('records.noLinks')} />}
      {view.links.map((link) => (
        <RecordRow
          key={link.id}
          id={link.record}
          kind={link.kind}
          number={link.number}
          title={link.title}
          status={link.status}
          note={link.relation}
        />
      ))}
      {kind.matching !== undefined && <Matches view={view} />}
    </>
  );
}

function Matches({ view }: { readonly view: RecordView }) {
  const { queries } = useDesk();
  const { t } = useWords();
  const answer = useAsk(queries.records.matches.queryOptions({ input: { id: view.id } }));
  return (
    <>
      <h2 className={classes.sideHeading}>{t('records.matches')}</h2>
      <AnswerView answer={answer}>
        {(matches: readonly MatchView[]) =>
          matches.length === 0 ? (
            <EmptyState compact title={t('records.noMatches')} />
          ) : (
            matches.map((match) => <MatchRow key={match.id} match={match} />)
          )
        }
      </AnswerView>
    </>
  );
}

function MatchRow({ match }: { readonly match: MatchView }) {
  const { t, say } = useWords();
  const reasons = match.reasons.map(say).join(t('common.separator'));
  return (
    <RecordRow
      id={match.id}
      kind={match.kind}
      number={match.number}
      title={match.title}
      status={match.status}
      note={t('records.alike', { score: Math.round(match.score * 100), reasons })}
    />
  );
}

type RowProps = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly note: string;
};

function RecordRow({ id, kind, number, title, status, note }: RowProps) {
  const { say } = useWords();
  const declared = useKinds().byKey(kind);
  return (
    <Link to="/records/$id" params={{ id }} className={classes.linkRow} data-record={id}>
      <Group gap={6} wrap="nowrap" justify="space-between">
        <span className={classes.number}>{number}</span>
        <StatusBadge kind={kind} status={status} />
      </Group>
      <div className={classes.linkTitle}>{title}</div>
      <Group gap={6}>
        {declared && (
          <Badge size="xs" variant="light" color="gray">
            {say(declared.label)}
          </Badge>
        )}
        <span className={classes.eventMeta}>{note}</span>
      </Group>
    </Link>
  );
}
