// Entering one figure by hand (手工填报), with a check of it against a percentage that somebody else has published.

import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PeriodView } from '../../src-shared/contract/report-views.ts';
import type { Amount } from '../../src-shared/reports/amount.ts';
import { impliedBase } from '../../src-shared/reports/implied-base.ts';
import type { Indicator } from '../../src-shared/reports/indicator.ts';
import { parseEntered } from '../../src-shared/reports/parse-entered.ts';
import { showAmount } from '../../src-shared/reports/show-figure.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly indicator: Indicator;
  readonly period: PeriodView;
  /** The same figure a year before, where it is known. */
  readonly lastYear: Amount | null;
  readonly onClose: () => void;
};

export function EnterDialog({ indicator, period, lastYear, onClose }: Props) {
  const { t, say } = useWords();
  const { calls, queries, cache } = useDesk();
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState('');
  const saving = useCall(
    () => calls.reports.enter({ indicator: indicator.key, period: period.text, value, note }),
    async () => {
      await cache.invalidateQueries({ queryKey: queries.reports.key() });
      onClose();
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reports.enterTitle', { indicator: say(indicator.label) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() !== '') void saving.run(undefined);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('reports.enterPeriod', { period: say(period.label) })}</Text>
          <Before indicator={indicator} period={period} />
          <TextInput
            label={`${t('reports.value')}${say(indicator.unit) === '' ? '' : ` (${say(indicator.unit)})`}`}
            description={t(indicator.money ? 'reports.moneyHint' : 'reports.valueHint')}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            inputMode="decimal"
            maxLength={40}
            required
            data-autofocus
          />
          <TextInput
            label={t('reports.checkPercent')}
            value={percent}
            onChange={(event) => setPercent(event.currentTarget.value)}
            maxLength={12}
          />
          <Check {...{ indicator, value, percent, lastYear }} />
          <Textarea
            label={t('reports.from')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
          />
          <ProblemNotice problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={saving.isRunning} disabled={value.trim() === ''}>
              {t('reports.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What was entered before, by whom; two desks that differ are told. */
function Before({ indicator, period }: Pick<Props, 'indicator' | 'period'>) {
  const { t, language } = useWords();
  const { queries } = useDesk();
  const { data } = useAsk(queries.reports.entered.queryOptions());
  const before = data?.find((one) => one.indicator === indicator.key && one.period === period.text);
  if (before === undefined) return null;
  return (
    <Alert color={before.conflict ? 'orange' : 'ink'} variant="light" p="xs">
      <Text size="sm">
        {showAmount(indicator, before.amount, language)}　
        {t('reports.enteredBy', { name: before.byName, time: shownMoment(before.at) })}
        {before.note !== '' && `　${before.note}`}
      </Text>
      <Text size="xs">{t(before.conflict ? 'reports.enteredApart' : 'reports.history')}</Text>
    </Alert>
  );
}

/** 同比反推: which figure of the year before a published percentage needs. */
function Check({
  indicator,
  value,
  percent,
  lastYear,
}: Pick<Props, 'indicator' | 'lastYear'> & { readonly value: string; readonly percent: string }) {
  const { t, language } = useWords();
  const entered = parseEntered(indicator, value);
  if (percent.trim() === '' || !entered.ok || entered.value.value < 1) return null;
  const base = impliedBase(entered.value.value, percent.trim().replace(/%$/, ''));
  if (base === null) return <Text size="sm">{t('reports.impliedNone')}</Text>;
  const shown = (amount: number) => showAmount(indicator, { value: amount, parts: 1, approximate: false }, language);
  const range = { least: shown(base.least), most: shown(base.most) };
  const agrees = lastYear !== null && lastYear.value >= base.least && lastYear.value <= base.most;
  return (
    <Text size="sm">
      {t(base.least === base.most ? 'reports.impliedBase' : 'reports.impliedBases', range)}
      {lastYear !== null &&
        `（${t(agrees ? 'reports.impliedAgrees' : 'reports.impliedDiffers', { base: shown(lastYear.value) })}）`}
    </Text>
  );
}
