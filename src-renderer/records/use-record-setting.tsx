// Sets a record's declaration in the window: everything the fields of a form ask for, from the desk at hand.

import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { DocumentView, RecordView } from '../../src-shared/contract/views.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { LinkedRecord, RecordContext } from '../../src-shared/records/record-context.ts';
import { useAskReason } from '../components/confirm.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { takingsOf } from '../forms/conditions-within.ts';
import type { FormSetting } from '../forms/form-setting.ts';
import type { FormStore } from '../forms/form-store.ts';
import { createFormWorld, type FormWorld } from '../forms/form-world.ts';
import { useWords } from '../words/use-words.ts';
import { baseContext } from './base-context.ts';
import { useDeskClock } from './use-desk-clock.ts';

const noCodeLists = {};
const noDocuments: readonly DocumentView[] = [];

/** The record as it is saved, in its surroundings. */
export function useSavedContext(kind: Kind, view: RecordView | null): RecordContext {
  const { queries, cache } = useDesk();
  const { data } = useAsk(queries.kinds.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const { people, unit } = useOpenDesk();
  const now = useDeskClock();
  const kinds = useKinds();
  const { data: documents = noDocuments } = useAsk(
    queries.documents.list.queryOptions({ input: { id: view?.id ?? '' }, enabled: view !== null }),
  );
  const codeLists = data?.codeLists ?? noCodeLists;
  return useMemo(() => {
    const linked = (id: string): LinkedRecord => {
      const known = cache.getQueryData(queries.records.open.queryKey({ input: { id } }));
      const stage = known === undefined ? undefined : kinds.state(known.kind, known.status)?.stage;
      return { number: known?.number ?? '', title: known?.title ?? '', done: stage === 'done' || stage === 'void' };
    };
    return baseContext(kind, view, { codeLists, people, unit, now: now(), linked, documents });
  }, [kind, view, codeLists, people, unit, now, cache, queries, kinds, documents]);
}

const nothingMasked: readonly string[] = [];

/** The declaration's conditions and expressions over this record. */
export function useFormWorld(saved: RecordContext, view: RecordView | null): FormWorld {
  const { language } = useWords();
  const masked = view?.masked ?? nothingMasked;
  return useMemo(() => createFormWorld(saved, language, masked), [saved, language, masked]);
}

type Given = {
  readonly kind: Kind;
  readonly view: RecordView | null;
  readonly store: FormStore;
  readonly world: FormWorld;
  readonly readOnly: boolean;
  readonly showsEmpty?: boolean;
  readonly entryActions?: FormSetting['entryActions'];
};

export function useRecordSetting({
  kind,
  view,
  store,
  world,
  readOnly,
  showsEmpty = false,
  entryActions,
}: Given): FormSetting {
  const { queries } = useDesk();
  const { data } = useAsk(queries.kinds.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const { people, person } = useOpenDesk();
  const now = useDeskClock();
  const reveal = useReveal(kind, view);
  const findRecords = useFindRecords();
  return useMemo(
    () => ({
      store,
      fields: kind.fields,
      codeLists: data?.codeLists ?? noCodeLists,
      people,
      me: person.id,
      now,
      world,
      takings: takingsOf(kind),
      masked: new Set(view?.masked ?? []),
      reveal,
      findRecords,
      useRecordName,
      recordLink,
      readOnly,
      showsEmpty,
      ...(entryActions === undefined ? {} : { entryActions }),
    }),
    [store, kind, data, people, person, now, world, view, reveal, findRecords, readOnly, showsEmpty, entryActions],
  );
}

/** Asks why, then for the whole value; the service logs it. */
function useReveal(kind: Kind, view: RecordView | null): FormSetting['reveal'] {
  const { calls } = useDesk();
  const ask = useAskReason();
  const { t, say } = useWords();
  const id = view?.id;
  return useCallback(
    async (path) => {
      if (id === undefined) return null;
      const field = storedFieldAt(kind.fields, path);
      const reason = await ask({
        title: t('forms.revealTitle'),
        body: t('forms.revealBody', { field: field ? say(field.label) : path }),
        go: t('forms.reveal'),
      });
      return reason === null ? null : (await calls.records.reveal({ id, path, reason })).value;
    },
    [id, kind, calls, ask, t, say],
  );
}

function useFindRecords(): FormSetting['findRecords'] {
  const { calls } = useDesk();
  return useCallback(
    async (text, kinds) => {
      const found = await Promise.all(kinds.map((kind) => calls.records.find({ text, kind, limit: 20 })));
      return found.flat();
    },
    [calls],
  );
}

function useRecordName(id: string | null): string | null {
  const { queries } = useDesk();
  const { data } = useAsk(queries.records.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  return data === undefined || id === null ? null : `${data.number} ${data.title}`;
}

function recordLink(id: string, name: string) {
  return (
    <Link to="/records/$id" params={{ id }}>
      {name}
    </Link>
  );
}
