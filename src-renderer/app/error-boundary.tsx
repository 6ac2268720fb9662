// When a page breaks, says so in words and offers a way on; the desk service and everything saved are untouched.

import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

function Broken({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const { t } = useWords();
  return (
    <Stack p="xl" gap="sm" role="alert" maw={720}>
      <Title order={1} size="h3">
        {t('frame.broken')}
      </Title>
      <Text size="sm">{t('frame.brokenBody')}</Text>
      <Code block>{error.message}</Code>
      <Group>
        <Button onClick={onAgain}>{t('frame.brokenAgain')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('frame.brokenReload')}
        </Button>
      </Group>
    </Stack>
  );
}

type State = { readonly error: Error | null };

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Broken error={this.state.error} onAgain={() => this.setState({ error: null })} />;
  }
}
