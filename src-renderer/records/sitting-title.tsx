// What is being done to which record, in the head of its form.

import type { RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { StatusBadge } from '../components/status-badge.tsx';
import classes from './records.module.css';

type Props = { readonly view: RecordView; readonly kind: Kind; readonly doing: string };

export function SittingTitle({ view, kind, doing }: Props) {
  return (
    <>
      <h1 className={classes.title} id="page-title" tabIndex={-1} title={view.title}>
        {doing}
      </h1>
      <span className={classes.number} data-record-number>
        {view.number}
      </span>
      <span className={classes.sittingName}>{view.title}</span>
      <StatusBadge kind={kind.key} status={view.status} />
    </>
  );
}
