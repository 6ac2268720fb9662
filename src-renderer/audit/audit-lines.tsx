// The lines of the log: when, who, what in words, and the way to the record where the reader may see it.

import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { AuditLineView } from '../../src-shared/contract/audit-views.ts';
import { TextLink } from '../components/link-button.tsx';
import { localMoment } from '../components/shown-time.ts';
import { useWords } from '../words/use-words.ts';
import classes from './audit.module.css';

type About = NonNullable<AuditLineView['record']>;

function Record({ about, onOnly }: { readonly about: About; readonly onOnly: (id: string) => void }) {
  const { t } = useWords();
  const { id, shown } = about;
  const name = shown === null ? id : `${shown.number} ${shown.title}`.trim();
  return (
    <Group gap={4} wrap="nowrap">
      {shown?.isCasework === true ? (
        <TextLink to="/records/$id" params={{ id }} size="sm" truncate>
          {name}
        </TextLink>
      ) : (
        <Text size="sm" c={shown === null ? 'dimmed' : undefined} truncate>
          {shown === null ? t('audit.hidden') : name}
        </Text>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('audit.onlyThis', { what: name })}
        onClick={() => onOnly(id)}
      >
        <IconFilter size={14} />
      </ActionIcon>
    </Group>
  );
}

export function AuditLines({
  lines,
  onOnly,
}: {
  readonly lines: readonly AuditLineView[];
  readonly onOnly: (record: string) => void;
}) {
  const { t, say } = useWords();
  return (
    <Table stickyHeader aria-label={t('frame.place./audit')} className={classes.lines} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={80}>{t('audit.line')}</Table.Th>
          <Table.Th w={170}>{t('audit.at')}</Table.Th>
          <Table.Th w={130}>{t('audit.person')}</Table.Th>
          <Table.Th>{t('audit.said')}</Table.Th>
          <Table.Th w="30%">{t('audit.about')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.seq}>
            <Table.Td className={classes.number}>{line.seq}</Table.Td>
            <Table.Td className={classes.number}>{localMoment(line.at).replace('T', ' ')}</Table.Td>
            <Table.Td>{say(line.by)}</Table.Td>
            <Table.Td className={classes.said}>{say(line.said)}</Table.Td>
            <Table.Td>{line.record !== null && <Record about={line.record} onOnly={onOnly} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
