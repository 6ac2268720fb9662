// The figures of a period: choose report and period, open any figure, print, publish.

import { Button, Group, Select } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { PeriodView } from '../../src-shared/contract/report-views.ts';
import { isIsoDate, isoDate } from '../../src-shared/records/dates/iso-date.ts';
import { figureRefText } from '../../src-shared/reports/figure-ref.ts';
import type { Indicator } from '../../src-shared/reports/indicator.ts';
import { type Period, parsePeriod, periodOf, periodText } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import { useConfirm } from '../components/confirm.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PeriodPicker } from '../components/period-picker.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import { lastYearOf, ReportBody } from './report-body.tsx';
import type { ReportSearch } from './report-search.ts';
import classes from './reports.module.css';

const route = getRouteApi('/reports');

function usePeriod(text: string | undefined): { readonly period: Period; readonly today: ReturnType<typeof isoDate> } {
  const now = useOpenDesk().now.slice(0, 10);
  const today = isIsoDate(now) ? now : isoDate('2000-01-01');
  const parsed = parsePeriod(text ?? '');
  return { period: parsed.ok ? parsed.value : periodOf('month', today), today };
}

/** The address of a period's figure; null when the address of its period cannot be read. */
function refIn(indicator: Indicator, { text }: PeriodView): string | null {
  const period = parsePeriod(text);
  return period.ok ? figureRefText({ of: 'indicator', indicator: indicator.key, period: period.value }) : null;
}

function PublishButton({
  report,
  period,
  label,
}: {
  readonly report: string;
  readonly period: Period;
  readonly label: string;
}) {
  const { t, say } = useWords();
  const { calls, queries, cache } = useDesk();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const publishing = useCall(
    () => calls.reports.publish({ report, period: periodText(period) }),
    async ({ id }) => {
      await cache.invalidateQueries({ queryKey: queries.reports.published.key() });
      await navigate({ to: '/reports/published/$id', params: { id } });
    },
  );
  const ask = async () => {
    const title = t('reports.publishAsk', { report: label, period: say(periodWords(period)) });
    if (await confirm({ title, body: t('reports.publishBody'), go: t('reports.publish') }))
      await publishing.run(undefined);
  };
  return (
    <>
      {publishing.problem !== null && <ProblemNotice problem={publishing.problem} />}
      <Button leftSection={<IconFileCertificate size={16} />} loading={publishing.isRunning} onClick={() => void ask()}>
        {t('reports.publish')}
      </Button>
    </>
  );
}

/** Asks again while records are still being counted after an update. */
const patience = 1_000;

export function ReportsPage() {
  const { t, say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { queries } = useDesk();
  const mayPublish = useMay('reports', 'publish');
  const { period, today } = usePeriod(search.period);
  const definitions = useAsk(queries.reports.definitions.queryOptions());
  const offered = definitions.data?.reports ?? [];
  const chosen = offered.find(({ key }) => key === search.report) ?? offered[0];
  const input = { report: chosen?.key ?? 'none', period: periodText(period) };
  const made = useAsk(queries.reports.make.queryOptions({ input, enabled: chosen !== undefined }));
  const [entering, setEntering] = useState<{ indicator: Indicator; period: PeriodView } | null>(null);
  const isPreparing = made.problem?.code === 'figures_not_ready';
  const { again } = made;
  useEffect(() => {
    if (!isPreparing) return undefined;
    const timer = setTimeout(again, patience);
    return () => clearTimeout(timer);
  }, [isPreparing, again]);
  const show = (next: ReportSearch) => void navigate({ to: '/reports', search: { ...search, ...next }, replace: true });
  const label = chosen === undefined ? '' : say(chosen.label);
  return (
    <div className={classes.page}>
      <PageHeader title={t('frame.place./reports')} note={t('reports.note')}>
        <LinkButton variant="subtle" to="/reports/published">
          {t('reports.published')}
        </LinkButton>
        {made.data !== undefined && <PaperButtons paper={input} />}
        {mayPublish && made.data !== undefined && <PublishButton report={input.report} period={period} label={label} />}
      </PageHeader>
      <Group justify="space-between" mb="sm">
        <Select
          aria-label={t('reports.choose')}
          data={offered.map((report) => ({ value: report.key, label: say(report.label) }))}
          value={chosen?.key ?? null}
          allowDeselect={false}
          w={300}
          onChange={(report) => show({ report: report ?? undefined })}
        />
        <PeriodPicker period={period} today={today} onChange={(next) => show({ period: periodText(next) })} />
      </Group>
      {definitions.problem !== null && <ProblemNotice problem={definitions.problem} onRetry={definitions.again} />}
      {made.problem !== null && <ProblemNotice problem={made.problem} onRetry={made.again} />}
      {made.isWaiting && <Waiting />}
      {made.data !== undefined && (
        <ReportBody
          view={made.data}
          refOf={refIn}
          refOfLabel={({ key }, { value }) => figureRefText({ of: 'label', breakdown: key, period, label: value })}
          onEnter={(indicator, of) => setEntering({ indicator, period: of })}
        />
      )}
      {entering !== null && made.data !== undefined && (
        <EnterDialog
          {...entering}
          lastYear={lastYearOf(made.data, entering.indicator)}
          onClose={() => setEntering(null)}
        />
      )}
    </div>
  );
}
