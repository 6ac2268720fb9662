// The papers a record prints: one line each, per entry where there is one for each (a receipt per release).

import { Link } from '@tanstack/react-router';
import type { DocumentView, RecordView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

export function PapersPanel({ view }: { readonly view: RecordView }) {
  const { queries } = useDesk();
  const { t } = useWords();
  const answer = useAsk(queries.documents.list.queryOptions({ input: { id: view.id } }));
  return (
    <AnswerView answer={answer}>
      {(documents: readonly DocumentView[]) =>
        documents.length === 0 ? (
          <EmptyState compact title={t('records.noPapers')} />
        ) : (
          documents.map((document) => <PaperLines key={document.key} document={document} record={view.id} />)
        )
      }
    </AnswerView>
  );
}

function PaperLines({ document, record }: { readonly document: DocumentView; readonly record: string }) {
  const { t, say } = useWords();
  const times = (count: number) => (count === 0 ? t('records.neverPrinted') : t('records.printedTimes', { count }));
  if (document.entries === null)
    return (
      <PaperLine record={record} document={document.key} label={say(document.label)} note={times(document.printed)} />
    );
  return document.entries.map((entry) => (
    <PaperLine
      key={entry.id}
      record={record}
      document={document.key}
      entry={entry.id}
      label={say(document.label)}
      note={`${entry.label} · ${times(entry.printed)}`}
    />
  ));
}

type LineProps = {
  readonly record: string;
  readonly document: string;
  readonly entry?: string;
  readonly label: string;
  readonly note: string;
};

function PaperLine({ record, document, entry, label, note }: LineProps) {
  return (
    <Link
      to="/records/$id/papers/$document"
      params={{ id: record, document }}
      search={entry === undefined ? {} : { entry }}
      className={classes.linkRow}
      data-document={document}
    >
      <div className={classes.linkTitle}>{label}</div>
      <div className={classes.eventMeta}>{note}</div>
    </Link>
  );
}
