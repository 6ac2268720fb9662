// Where a stick is: one of those the system lists, or a folder that somebody names.

import { ActionIcon, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useId } from 'react';
import type { DriveView } from '../../src-shared/contract/bundle-views.ts';
import { shownSize } from '../components/shown-size.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (place: string) => void;
  /** A stick that cannot be written to cannot be chosen. */
  readonly isWritten: boolean;
};

export function PlaceChooser({ label, value, onChange, isWritten }: Props) {
  const { t } = useWords();
  const { queries } = useDesk();
  const drives = useAsk(queries.bundles.drives.queryOptions());
  return (
    <Stack gap="xs">
      {drives.data !== undefined && drives.data.length > 0 && (
        <Drives label={label} value={value} onChange={onChange} isWritten={isWritten} drives={drives.data} />
      )}
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={drives.data?.length === 0 ? label : t('bundles.folder')}
          description={t('bundles.folderHint')}
          value={value}
          maxLength={4000}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('bundles.lookAgain')}
          title={t('bundles.lookAgain')}
          onClick={drives.again}
        >
          <IconRefresh size={16} />
        </ActionIcon>
      </Group>
    </Stack>
  );
}

function Drives({ label, value, onChange, isWritten, drives }: Props & { readonly drives: readonly DriveView[] }) {
  const { t } = useWords();
  const name = useId();
  return (
    <Radio.Group name={name} label={label} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {drives.map((drive) => (
          <Radio
            key={drive.path}
            value={drive.path}
            disabled={isWritten && !drive.isWritable}
            label={t('bundles.drive', { name: drive.name, free: shownSize(drive.free) })}
            description={drive.isWritable ? drive.path : `${drive.path} · ${t('bundles.readOnly')}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
