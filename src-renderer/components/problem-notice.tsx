// Tells a problem in words: what is wrong, where, and what to do; never a code alone.

import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Problem } from '../../src-shared/base/problem.ts';
import { innermostProblems, problemWords } from '../../src-shared/base/problem-words.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly problem: Problem | null;
  /** Words for a path, when the page knows what is there. */
  readonly placeWords?: (path: string) => string | undefined;
  readonly onRetry?: () => void;
};

export function ProblemNotice({ problem, placeWords, onRetry }: Props) {
  const { t, language } = useWords();
  if (problem === null) return null;
  const causes = problem.causes === undefined || problem.causes.length === 0 ? [] : innermostProblems(problem);
  const sentence = (cause: Problem) => {
    const what = problemWords(cause, language);
    const where = cause.path === undefined ? undefined : placeWords?.(cause.path);
    return where === undefined ? what : t('common.problemAt', { where, what });
  };
  return (
    <Alert role="alert" color="orange" variant="light" icon={<IconAlertCircle />} data-problem={problem.code}>
      <Text fw={500}>{sentence(problem)}</Text>
      {causes.length > 0 && (
        <List mt="xs" size="sm">
          {causes.map((cause) => (
            <List.Item key={`${cause.code}:${cause.path ?? ''}`}>{sentence(cause)}</List.Item>
          ))}
        </List>
      )}
      {onRetry !== undefined && (
        <Group mt="sm">
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
