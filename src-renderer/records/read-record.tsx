// The record as it is read: the paper's order, only what is filled in unless all is asked for.

import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormSections } from '../forms/form-sections.tsx';
import { createFormStore } from '../forms/form-store.ts';
import { useWords } from '../words/use-words.ts';
import { useEntryActions } from './creations.tsx';
import classes from './records.module.css';
import { useFormWorld, useRecordSetting, useSavedContext } from './use-record-setting.tsx';

const nothingWrong = () => [];

export function ReadRecord({ view, kind }: { readonly view: RecordView; readonly kind: Kind }) {
  const { t, say } = useWords();
  const [showsEmpty, setShowsEmpty] = useState(false);
  const [store] = useState(() => createFormStore({ content: view.content, check: nothingWrong }));
  const world = useFormWorld(useSavedContext(kind, view), view);
  const { entryActions, dialog } = useEntryActions(view, kind, world);
  const setting = useRecordSetting({ kind, view, store, world, readOnly: true, showsEmpty, entryActions });
  return (
    <FormFrame setting={setting} label={say(kind.label)}>
      <div className={classes.formGround}>
        <div className={classes.emptySwitch}>
          <Switch
            size="xs"
            label={t('records.showEmpty')}
            checked={showsEmpty}
            onChange={(event) => setShowsEmpty(event.currentTarget.checked)}
          />
        </div>
        <FormSections sections={kind.sections} />
      </div>
      {dialog}
    </FormFrame>
  );
}
