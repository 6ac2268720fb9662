// Takes the register shown out of the desk: kind of file, for whose eyes, and then the work with its file.

import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type RegisterFormat,
  type RegisterProfile,
  registerFormat,
  registerProfile,
} from '../../src-shared/contract/register-inputs.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { type RegisterSearch, registerQueryOf } from './register-search.ts';

type Props = { readonly kind: string; readonly search: RegisterSearch; readonly onClose: () => void };

/** What came of it, in words: how many lines, their checksum, what was escaped or left out. */
function Outcome({ facts }: { readonly facts: Readonly<Record<string, string | number>> }) {
  const { t } = useWords();
  const { rows = 0, checksum = '', escaped, leftOut } = facts;
  return (
    <Stack gap={2}>
      <Text size="sm">{t('registers.made', { rows, checksum })}</Text>
      {Number(escaped) > 0 && <Text size="sm">{t('registers.escaped', { count: Number(escaped) })}</Text>}
      {Number(leftOut) > 0 && <Text size="sm">{t('registers.leftOut', { count: Number(leftOut) })}</Text>}
    </Stack>
  );
}

function ExportForm({ kind, search, onClose }: Props) {
  const { t } = useWords();
  const { calls } = useDesk();
  const [format, setFormat] = useState<RegisterFormat>('xlsx');
  const [encoding, setEncoding] = useState<'utf-8' | 'gb18030'>('utf-8');
  const [profile, setProfile] = useState<RegisterProfile>('superior');
  const [reason, setReason] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const view = useJob(job);
  const needsReason = profile === 'internal';
  const starting = useCall(
    () =>
      calls.registers.export({
        ...registerQueryOf(kind, search),
        format,
        encoding,
        profile,
        ...(needsReason && reason.trim() !== '' ? { reason } : {}),
      }),
    (begun) => setJob(begun.job),
  );
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('registers.format')}
        value={format}
        onChange={(chosen) => setFormat(registerFormat.options.find((each) => each === chosen) ?? 'xlsx')}
      >
        <Stack gap={6} mt={4}>
          {registerFormat.options.map((each) => (
            <Radio key={each} value={each} label={t(`registers.formatOf.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {format === 'csv' && (
        <Radio.Group
          label={t('registers.encoding')}
          description={t('registers.encodingNote')}
          value={encoding}
          onChange={(chosen) => setEncoding(chosen === 'gb18030' ? 'gb18030' : 'utf-8')}
        >
          <Group mt={6}>
            <Radio value="utf-8" label="UTF-8" />
            <Radio value="gb18030" label="GB18030" />
          </Group>
        </Radio.Group>
      )}
      <Radio.Group
        label={t('registers.profile')}
        value={profile}
        onChange={(chosen) => setProfile(registerProfile.options.find((each) => each === chosen) ?? 'superior')}
      >
        <Stack gap={6} mt={4}>
          {(['superior', 'public', 'internal'] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`registers.profileOf.${each}`)}
              description={t(`registers.profileNote.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {needsReason && (
        <TextInput
          label={t('registers.reason')}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <ProblemNotice problem={starting.problem} />
      {view !== undefined && <JobProgress job={view} />}
      {view?.state === 'done' && <Outcome facts={view.facts} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button
          leftSection={<IconFileExport size={16} />}
          loading={starting.isRunning || view?.state === 'running'}
          disabled={needsReason && reason.trim().length < 2}
          onClick={() => void starting.run(undefined)}
        >
          {t('registers.exportNow')}
        </Button>
      </Group>
    </Stack>
  );
}

export function ExportDialog(props: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={t('registers.export')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ExportForm {...props} />
    </Modal>
  );
}
