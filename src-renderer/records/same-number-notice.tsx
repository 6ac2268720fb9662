// Says which other records have the very number of this one, and why, so that nobody mistakes one for the other.

import { Alert } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

export function SameNumberNotice({ view }: { readonly view: RecordView }) {
  const { t } = useWords();
  if (view.sameNumber.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="violet"
      mb="sm"
      icon={<IconCopy size={18} />}
      title={t('records.sameNumber', { number: view.number })}
      data-same-number
    >
      {view.sameNumber.map(({ id, title }) => (
        <div key={id}>
          <Link to="/records/$id" params={{ id }} className={classes.namedRecord}>
            {title}
          </Link>
        </div>
      ))}
      {t('records.sameNumberWhy')}
    </Alert>
  );
}
