// Makes a linked record out of a list entry (a visit's demand becomes a to-do), asking for what the new one still needs.

import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowForwardUp } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { usualBasis } from '../../src-shared/records/basis-of-processing.ts';
import type { Content, Entry } from '../../src-shared/records/content.ts';
import type { Fields } from '../../src-shared/records/field.ts';
import { declaredPath, storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Creation, Kind } from '../../src-shared/records/kind.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { checkTyped } from '../forms/check-typed.ts';
import { isEmpty, joinPath } from '../forms/content-paths.ts';
import { FieldBlocks } from '../forms/field-block.tsx';
import formClasses from '../forms/form.module.css';
import { FormFrame } from '../forms/form-frame.tsx';
import type { FormSetting } from '../forms/form-setting.ts';
import { createFormStore } from '../forms/form-store.ts';
import type { FormWorld } from '../forms/form-world.ts';
import { newEntryId, startContent } from '../forms/start-content.ts';
import { useWords } from '../words/use-words.ts';
import { useDeskClock } from './use-desk-clock.ts';
import { useFormWorld, useRecordSetting, useSavedContext } from './use-record-setting.tsx';

type Wanted = { readonly creation: Creation; readonly entry: Entry; readonly target: Kind; readonly asked: Fields };

/** The buttons on list entries, and the dialog they open. */
export function useEntryActions(
  view: RecordView,
  kind: Kind,
  world: FormWorld,
): { readonly entryActions: FormSetting['entryActions']; readonly dialog: ReactNode } {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const kinds = useKinds();
  const { say } = useWords();
  const entryActions = useCallback(
    (path: string, entry: Entry) => {
      const list = declaredPath(kind.fields, path);
      const at = { world, content: view.content, path };
      const offered = (kind.creations ?? []).filter(
        (creation) => creation.from === list && isOpen(creation, kind, entry, at),
      );
      return offered.map((creation) => {
        const target = kinds.byKey(creation.kind);
        if (target === undefined || !view.mayEdit) return null;
        return (
          <Button
            key={creation.key}
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowForwardUp size={14} aria-hidden />}
            onClick={() => setWanted({ creation, entry, target, asked: fieldsToAsk(creation, target, at) })}
          >
            {say(creation.label)}
          </Button>
        );
      });
    },
    [kind, kinds, world, view, say],
  );
  const dialog =
    wanted === null ? null : (
      <CreationDialog
        key={`${wanted.creation.key} ${wanted.entry.id}`}
        view={view}
        wanted={wanted}
        onClose={() => setWanted(null)}
      />
    );
  return { entryActions, dialog };
}

/** Everything asked for here is needed. */
function missingIn(asked: Fields, content: Content): readonly Problem[] {
  return Object.keys(asked)
    .filter((key) => isEmpty(content[key]))
    .map((path) => ({ code: 'required', path }));
}

/** Where a list entry stands. */
type Standing = { readonly world: FormWorld; readonly content: Content; readonly path: string };

/** Not made yet, and meant for this entry (its field is asked for there). */
function isOpen(creation: Creation, kind: Kind, entry: Entry, { world, content, path }: Standing): boolean {
  const into = storedFieldAt(kind.fields, joinPath(path, creation.into));
  if (into === null || !isEmpty(entry[creation.into])) return false;
  return into.shown === undefined || world.holds(into.shown, path, content);
}

/** What the new record needs beyond what is copied into it. */
function fieldsToAsk(creation: Creation, target: Kind, { world, content, path }: Standing): Fields {
  const isCopied = (key: string) => {
    const copied = creation.copy[key];
    return copied !== undefined && world.shows(copied, path, content) !== '';
  };
  return Object.fromEntries(
    Object.entries(target.fields).filter(([key, field]) => field.required === true && !isCopied(key)),
  );
}

type DialogProps = { readonly view: RecordView; readonly wanted: Wanted; readonly onClose: () => void };

function CreationDialog({ view, wanted, onClose }: DialogProps) {
  const { t, say } = useWords();
  const { target, creation, asked } = wanted;
  const { setting, create, go } = useCreation(view, wanted, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={say(creation.label)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <FormFrame setting={setting} label={say(creation.label)} onSave={go}>
        <Stack gap="sm">
          <ProblemNotice problem={create.problem} placeWords={(path) => labelIn(target, path, say)} />
          <div className={formClasses.grid}>
            <FieldBlocks fields={asked} at="" />
          </div>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={create.isRunning} onClick={go}>
              {say(creation.label)}
            </Button>
          </Group>
        </Stack>
      </FormFrame>
    </Modal>
  );
}

/** The small form of the new record, and the call that makes it. */
function useCreation(view: RecordView, { target, creation, entry, asked }: Wanted, onDone: () => void) {
  const { calls, cache, queries } = useDesk();
  const { person } = useOpenDesk();
  const { t } = useWords();
  const now = useDeskClock();
  const [store] = useState(() =>
    createFormStore({
      content: startContent(asked, { now: now(), me: person.id, basis: usualBasis(target), newId: newEntryId }),
      check: (content) => [...missingIn(asked, content), ...checkTyped(asked, content, now())],
    }),
  );
  const world = useFormWorld(useSavedContext(target, null), null);
  const setting = useRecordSetting({ kind: target, view: null, store, world, readOnly: false });
  const create = useCall(calls.records.create, async ({ number }) => {
    notifications.show({ message: t('records.added', { number }), color: 'green', withCloseButton: false });
    await cache.invalidateQueries({ queryKey: queries.records.key() });
    onDone();
  });
  const go = () => {
    if (store.attempt().length > 0) return;
    const made = { creation: creation.key, entry: entry.id, content: store.kept() };
    void create.run({ id: view.id, heads: [...view.heads], ...made });
  };
  return { setting, create, go };
}

function labelIn(kind: Kind, path: string, say: ReturnType<typeof useWords>['say']): string | undefined {
  const field = kind.fields[path.split('/')[0] ?? ''];
  return field ? say(field.label) : undefined;
}
