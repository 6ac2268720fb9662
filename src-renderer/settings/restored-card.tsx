// A restored desk: from which backup, what the check against receipts found, and where its official numbers go on.

import { Alert, Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import type { NumbersView, RestoredView } from '../../src-shared/contract/backup-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';

function colour(isBad: boolean, receipts: number): string {
  if (isBad) return 'orange';
  return receipts === 0 ? 'gray' : 'green';
}

function Receipts({ check }: { readonly check: NonNullable<RestoredView['check']> }) {
  const { t } = useWords();
  const { receipts, covered, missing, wrong, undelivered } = check;
  const isBad = missing.length + wrong > 0;
  const good = receipts === 0 ? t('backups.receiptsNone') : t('backups.receiptsGood', { receipts, covered });
  const found = isBad ? t('backups.receiptsBad', { missing: missing.length, wrong }) : good;
  return (
    <Alert color={colour(isBad, receipts)} variant="light" role={isBad ? 'alert' : 'status'}>
      <Text size="sm">{found}</Text>
      {undelivered > 0 && <Text size="sm">{t('backups.undelivered', { count: undelivered })}</Text>}
    </Alert>
  );
}

function NumbersForm({ kind, label, highest }: NumbersView) {
  const { t, language } = useWords();
  const { calls, cache, queries } = useDesk();
  const [last, setLast] = useState<number | string>('');
  const going = useCall(calls.backups.continueNumbers, () =>
    cache.invalidateQueries({ queryKey: queries.backups.key() }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof last === 'number') void going.run({ kind, last });
      }}
    >
      <Group align="flex-end">
        <NumberInput
          label={t('backups.lastOnPaper', { kind: label[language] })}
          description={t('backups.numbersHint', { highest })}
          min={highest}
          max={9_998}
          allowDecimal={false}
          allowNegative={false}
          value={last}
          onChange={setLast}
          w={300}
        />
        <Button type="submit" variant="default" loading={going.isRunning} disabled={typeof last !== 'number'}>
          {t('backups.goOn')}
        </Button>
      </Group>
      <ProblemNotice problem={going.problem} />
    </form>
  );
}

export function RestoredCard({ restored, mayChange }: Readonly<{ restored: RestoredView; mayChange: boolean }>) {
  const { t } = useWords();
  const at = shownMoment(restored.at);
  const { backup: name, madeAt, check, numbers } = restored;
  const from =
    madeAt === null
      ? t('backups.restoredByHand', { at })
      : t('backups.restoredFrom', { at, made: shownMoment(madeAt), name });
  return (
    <>
      <Card title={t('backups.restored')} note={from}>
        <Text size="sm">
          {restored.isTakenOver
            ? t('backups.takenOver', {
                saved: check?.saved ?? 0,
                files: check?.savedFiles ?? 0,
                drafts: check?.savedDrafts ?? 0,
              })
            : t('backups.restoredGap')}
        </Text>
        {check !== null && <Receipts check={check} />}
      </Card>
      {numbers.length > 0 && (
        <Card title={t('backups.numbers')} note={t('backups.numbersNote')}>
          {mayChange ? (
            numbers.map((one) => <NumbersForm key={one.kind} {...one} />)
          ) : (
            <Text size="sm">{t('settings.onlyMaintainers')}</Text>
          )}
        </Card>
      )}
    </>
  );
}
