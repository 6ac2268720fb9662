// A value of one's own where two desks disagree.

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { RecordView } from '../../src-shared/contract/views.ts';
import type { ContentValue } from '../../src-shared/records/content.ts';
import type { LeafField } from '../../src-shared/records/field.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { checkTyped } from '../forms/check-typed.ts';
import { valueAt } from '../forms/content-paths.ts';
import { FieldCell } from '../forms/field-cell.tsx';
import formClasses from '../forms/form.module.css';
import { FormFrame } from '../forms/form-frame.tsx';
import { createFormStore } from '../forms/form-store.ts';
import { useWords } from '../words/use-words.ts';
import { useDeskClock } from './use-desk-clock.ts';
import { useFormWorld, useRecordSetting, useSavedContext } from './use-record-setting.tsx';

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly path: string;
  readonly field: LeafField;
  readonly onKeep: (value: Scalar) => void;
};

export function ThirdValue({ view, kind, path, field, onKeep }: Props) {
  const { t, say } = useWords();
  const now = useDeskClock();
  const [store] = useState(() =>
    createFormStore({
      content: view.content,
      check: (content) => checkTyped(kind.fields, content, now()).filter((problem) => problem.path === path),
    }),
  );
  const world = useFormWorld(useSavedContext(kind, view), view);
  const setting = useRecordSetting({ kind, view, store, world, readOnly: false });
  const keep = () => {
    const value = valueAt(store.kept(), path);
    if (store.attempt().length === 0 && isScalar(value)) onKeep(value ?? null);
  };
  return (
    <FormFrame setting={setting} label={say(field.label)}>
      <div className={formClasses.grid}>
        <FieldCell field={field} path={path} />
      </div>
      <Group mt="xs">
        <Button size="compact-sm" onClick={keep}>
          {t('records.keepThird')}
        </Button>
      </Group>
    </FormFrame>
  );
}

function isScalar(value: ContentValue): value is Scalar | undefined {
  return typeof value !== 'object' || value === null;
}
