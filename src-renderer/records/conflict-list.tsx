// What two desks wrote differently, side by side with who, when and where, for a person to decide.

import { Button, Group } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ConflictView } from '../../src-shared/contract/conflict-views.ts';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { placeWords } from '../forms/problem-summary.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';
import { ThirdValue } from './third-value.tsx';
import { useSavedNotice } from './use-saved-notice.tsx';

type Props = { readonly view: RecordView; readonly kind: Kind; readonly onEdit: (path: string) => void };

export function ConflictList({ view, kind, onEdit }: Props) {
  return view.conflicts.map((conflict) => (
    <Conflict key={conflict.path + conflict.kind} conflict={conflict} view={view} kind={kind} onEdit={onEdit} />
  ));
}

function Conflict({ conflict, view, kind, onEdit }: Props & { readonly conflict: ConflictView }) {
  const { calls, cache, queries } = useDesk();
  const { t, say } = useWords();
  const notice = useSavedNotice();
  const [isThird, setThird] = useState(false);
  const field = storedFieldAt(kind.fields, conflict.path);
  const decide = useCall(calls.records.decide, async (saved) => {
    notice(saved, t('records.decided'));
    await cache.invalidateQueries({ queryKey: queries.records.key() });
  });
  const keep = (value: Scalar) => void decide.run({ id: view.id, heads: [...view.heads], path: conflict.path, value });
  const place = placeWords(kind.fields, conflict.path).map(say).join(' › ');
  return (
    <section className={classes.conflict} data-conflict={conflict.path}>
      <Group gap={8}>
        <IconGitMerge size={18} aria-hidden />
        <strong>{t('records.conflictAt', { place: place === '' ? conflict.path : place })}</strong>
      </Group>
      {conflict.says && <p className={classes.quiet}>{say(conflict.says)}</p>}
      {conflict.base !== undefined && (
        <p className={classes.quiet}>
          {t('records.conflictBase', { base: conflict.base === '' ? t('common.nothing') : conflict.base })}
        </p>
      )}
      {conflict.secondPerson && <p className={classes.quiet}>{t('records.secondPerson')}</p>}
      <ProblemNotice problem={decide.problem} />
      <Versions conflict={conflict} isDeciding={decide.isRunning} onKeep={keep} />
      <Group mt="xs" gap="sm">
        {conflict.kind === 'value' &&
          field !== null &&
          field.type !== 'group' &&
          field.type !== 'list' &&
          field.type !== 'choices' && (
            <Button size="compact-sm" variant="subtle" onClick={() => setThird(!isThird)}>
              {t('records.thirdValue')}
            </Button>
          )}
        {conflict.kind === 'guard' && (
          <Button size="compact-sm" variant="default" onClick={() => onEdit(conflict.path)}>
            {t('records.edit')}
          </Button>
        )}
      </Group>
      {isThird && field !== null && field.type !== 'group' && field.type !== 'list' && field.type !== 'choices' && (
        <ThirdValue view={view} kind={kind} path={conflict.path} field={field} onKeep={keep} />
      )}
    </section>
  );
}

type VersionsProps = {
  readonly conflict: ConflictView;
  readonly isDeciding: boolean;
  readonly onKeep: (value: Scalar) => void;
};

function Versions({ conflict, isDeciding, onKeep }: VersionsProps) {
  const { t } = useWords();
  const { people } = useOpenDesk();
  const nameOf = (account: string) => people.find((person) => person.id === account)?.name ?? account;
  return (
    <div className={classes.versions}>
      {conflict.versions.map((version) => (
        <div key={version.change} className={classes.version} data-version={version.shown}>
          <span className={classes.versionValue}>{version.shown === '' ? t('common.nothing') : version.shown}</span>
          <span className={classes.eventMeta}>
            {[
              shownMoment(version.at),
              nameOf(version.by),
              version.deviceName === '' ? t('records.thisDesk') : t('records.deskId', { id: version.deviceName }),
            ].join(' · ')}
          </span>
          {version.reason !== '' && (
            <span className={classes.eventMeta}>{t('records.because', { reason: version.reason })}</span>
          )}
          <Button
            size="compact-sm"
            variant="default"
            loading={isDeciding}
            disabled={!version.mayChoose}
            onClick={() => onKeep(version.value)}
          >
            {t(version.mayChoose ? keepWords(version.isMine, conflict) : 'records.waitsForOther')}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** "Ours" and "theirs" are clear only where there is one of each. */
function keepWords(isMine: boolean, { versions }: ConflictView) {
  const ours = versions.filter((version) => version.isMine).length;
  if (versions.length !== 2 || ours !== 1) return 'records.keepThis';
  return isMine ? 'records.keepMine' : 'records.keepTheirs';
}
