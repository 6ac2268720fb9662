// One record with what it holds about the person: theirs whole, others masked, free text withheld until it was looked at.

import { Badge, Checkbox, Group, Paper, Stack, Table, Text } from '@mantine/core';
import type { OwnRecordView } from '../../src-shared/contract/privacy-views.ts';
import type { OwnValue } from '../../src-shared/records/own-data.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly record: OwnRecordView;
  readonly released: readonly string[];
  readonly onRelease: (key: string, isReleased: boolean) => void;
};

function Value({
  value,
  name,
  isReleased,
  onRelease,
}: {
  readonly value: OwnValue;
  readonly name: string;
  readonly isReleased: boolean;
  readonly onRelease: (isReleased: boolean) => void;
}) {
  const { t } = useWords();
  if (value.state === 'withheld')
    return (
      <Checkbox
        size="xs"
        label={isReleased ? t('privacy.released') : t('privacy.withheld')}
        aria-label={t('privacy.release', { name })}
        checked={isReleased}
        onChange={(event) => onRelease(event.currentTarget.checked)}
      />
    );
  return (
    <Group gap={6}>
      <span>{value.value}</span>
      {value.state === 'former' && (
        <Badge size="xs" variant="default">
          {t('privacy.former')}
        </Badge>
      )}
      {value.state === 'masked' && (
        <Badge size="xs" variant="default">
          {t('privacy.masked')}
        </Badge>
      )}
    </Group>
  );
}

export function OwnRecord({ record, released, onRelease }: Props) {
  const { t, say } = useWords();
  const files = record.attachments.map(({ name, role }) => `${say(role)} ${name}`);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="sm">
            <Text fw={600}>
              {say(record.kindLabel)} {record.number}
            </Text>
            <Badge variant="light">{say(record.status)}</Badge>
          </Group>
          <LinkButton to="/records/$id" params={{ id: record.id }} variant="subtle" size="xs">
            {t('privacy.open')}
          </LinkButton>
        </Group>
        <Text size="sm" c="dimmed">
          {t('privacy.basisAndKept', { basis: say(record.basis), kept: say(record.kept) })}
        </Text>
        <Table withRowBorders verticalSpacing={4} layout="fixed">
          <Table.Tbody>
            {record.values.map((value) => {
              const key = `${record.id}:${value.path}`;
              return (
                <Table.Tr key={`${value.state} ${value.path} ${value.value}`}>
                  <Table.Th w={260} fw={400} c="dimmed">
                    {say(value.label)}
                  </Table.Th>
                  <Table.Td>
                    <Value
                      value={value}
                      name={say(value.label)}
                      isReleased={released.includes(key)}
                      onRelease={(isReleased) => onRelease(key, isReleased)}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Text size="sm">
          {files.length === 0 ? t('privacy.noFiles') : t('privacy.files', { files: files.join(t('common.separator')) })}
        </Text>
        <Text size="sm">
          {record.looks.length === 0 ? t('privacy.noLooks') : t('privacy.looks', { count: record.looks.length })}
        </Text>
      </Stack>
    </Paper>
  );
}
