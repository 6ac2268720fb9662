// Where backups go: one of the disks that are plugged in, or a folder by its path.

import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MediumView } from '../../src-shared/contract/backup-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { useSavedNotice } from './use-saved-notice.ts';

function Media({
  media,
  path,
  onChoose,
}: Readonly<{ media: readonly MediumView[]; path: string; onChoose: (path: string) => void }>) {
  const { t } = useWords();
  if (media.length === 0) return <Text size="sm">{t('backups.noMedia')}</Text>;
  return (
    <Radio.Group label={t('backups.media')} value={path} onChange={onChoose}>
      <Stack gap={6} mt={6}>
        {media.map((medium) => (
          <Radio
            key={medium.path}
            value={medium.path}
            label={
              medium.free === null
                ? medium.path
                : `${medium.path} · ${t('backups.free', { size: shownSize(medium.free) })}`
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function BackupPlaceCard({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const saySaved = useSavedNotice();
  const [path, setPath] = useState('');
  const answer = useAsk(queries.backups.media.queryOptions());
  const choosing = useCall(calls.backups.choosePlace, async () => {
    await cache.invalidateQueries({ queryKey: queries.backups.key() });
    setPath('');
    saySaved();
  });
  if (!mayChange) return null;
  return (
    <Card title={t('backups.place')} note={t('backups.placeNote')}>
      <AnswerView answer={answer}>{(media) => <Media media={media} path={path} onChoose={setPath} />}</AnswerView>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void choosing.run({ path });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('backups.folder')}
            description={t('backups.folderHint')}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            maxLength={1_000}
            w={420}
          />
          <Button type="submit" variant="default" loading={choosing.isRunning} disabled={path.trim() === ''}>
            {t('backups.choose')}
          </Button>
        </Group>
      </form>
      <ProblemNotice problem={choosing.problem} />
    </Card>
  );
}
