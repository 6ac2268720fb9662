// Pages for an address that leads nowhere and for a page that could not be drawn.

import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useWords } from '../words/use-words.ts';

export function MissingPage() {
  const { t } = useWords();
  return (
    <EmptyState
      isPage
      title={t('frame.missing')}
      body={t('frame.missingBody')}
      action={<LinkButton to="/">{t('frame.toToday')}</LinkButton>}
    />
  );
}

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  return (
    <EmptyState
      isPage
      title={t('frame.broken')}
      body={t('frame.brokenBody')}
      action={<ProblemNotice problem={problemOf(error)} onRetry={reset} />}
    />
  );
}
