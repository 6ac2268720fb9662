// Looks for everything about one person, shows what would be given out, and gives it out.

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonDataView } from '../../src-shared/contract/privacy-views.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { GiveOut } from './give-out.tsx';
import { OwnRecord } from './own-record.tsx';

export type Sought = { readonly name: string; readonly idNumber: string; readonly phone: string };
const nobody: Sought = { name: '', idNumber: '', phone: '' };

type Found = { readonly sought: Sought; readonly data: PersonDataView };

export function PersonData() {
  const { t } = useWords();
  const { calls } = useDesk();
  const [sought, setSought] = useState(nobody);
  const [found, setFound] = useState<Found | null>(null);
  const [released, setReleased] = useState<readonly string[]>([]);
  const finding = useCall(calls.privacy.find, (data, asked) => {
    setReleased([]);
    setFound({ sought: { ...nobody, ...asked }, data });
  });
  const field = (name: keyof Sought) => ({
    label: t(`privacy.${name}`),
    value: sought[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setSought({ ...sought, [name]: event.currentTarget.value }),
  });
  const release = (key: string, isReleased: boolean) =>
    setReleased(isReleased ? [...released, key] : released.filter((one) => one !== key));
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void finding.run(sought);
        }}
      >
        <Group align="end" gap="sm">
          <TextInput {...field('name')} w={160} required />
          <TextInput {...field('idNumber')} w={230} />
          <TextInput {...field('phone')} w={170} />
          <Button type="submit" leftSection={<IconSearch size={16} />} loading={finding.isRunning}>
            {t('privacy.find')}
          </Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed">
        {t('privacy.findNote')}
      </Text>
      <ProblemNotice problem={finding.problem} />
      {found?.data.records.length === 0 && <EmptyState title={t('privacy.none')} body={t('privacy.noneBody')} />}
      {found !== null && found.data.records.length > 0 && (
        <>
          <GiveOut sought={found.sought} count={found.data.records.length} released={released} />
          {found.data.records.map((record) => (
            <OwnRecord key={record.id} record={record} released={released} onRelease={release} />
          ))}
        </>
      )}
    </Stack>
  );
}
