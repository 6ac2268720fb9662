// The people of this desk: who they are, what they may do, whether they may sign in. Nobody is removed: what they did
// keeps their name.

import { Badge, Button, Group, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { useConfirm } from '../components/confirm.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { SeparationNotice } from '../components/separation-notice.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { PersonDialog } from './person-dialog.tsx';
import classes from './settings.module.css';

function PersonRow({
  person,
  mayChange,
  onEdit,
}: {
  readonly person: PersonView;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
}) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const confirm = useConfirm();
  const changing = useCall(calls.people.change, () => cache.invalidateQueries({ queryKey: queries.people.key() }));
  const toggle = async () => {
    const isSure =
      !person.enabled ||
      (await confirm({
        title: t('settings.disableTitle', { name: person.name }),
        body: t('settings.disableBody'),
        go: t('settings.disable'),
      }));
    if (isSure) await changing.run({ id: person.id, enabled: !person.enabled });
  };
  return (
    <Table.Tr>
      <Table.Td fw={500} className={classes.name}>
        {person.name}
        <ProblemNotice problem={changing.problem} />
      </Table.Td>
      <Table.Td>{person.staffNumber === '' ? t('common.nothing') : person.staffNumber}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          {person.roles.map((role) => (
            <Badge key={role} variant="light" color="gray">
              {t(`common.role.${role}`)}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{person.enabled ? t('settings.enabled') : t('settings.disabled')}</Table.Td>
      <Table.Td>
        {mayChange && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onEdit}
              aria-label={t('settings.editPerson', { name: person.name })}
            >
              {t('settings.edit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={changing.isRunning}
              onClick={() => void toggle()}
            >
              {person.enabled ? t('settings.disable') : t('settings.enable')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function PeopleSettings() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.people.list.queryOptions());
  const mayChange = useMay('people', 'change');
  const [editing, setEditing] = useState<PersonView | 'new' | null>(null);
  return (
    <Card
      title={t('settings.part.people')}
      note={mayChange ? t('settings.peopleNote') : t('settings.onlyKeepersPeople')}
    >
      <SeparationNotice />
      <AnswerView answer={answer}>
        {(people) => (
          <Table aria-label={t('settings.part.people')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('setup.personName')}</Table.Th>
                <Table.Th className={classes.name}>{t('setup.staffNumber')}</Table.Th>
                <Table.Th>{t('settings.roles')}</Table.Th>
                <Table.Th>{t('lists.column.status')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('settings.edit')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people
                .filter(({ isOfThisDesk }) => isOfThisDesk)
                .map((person) => (
                  <PersonRow key={person.id} person={person} mayChange={mayChange} onEdit={() => setEditing(person)} />
                ))}
            </Table.Tbody>
          </Table>
        )}
      </AnswerView>
      {mayChange && (
        <Group>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {t('settings.addPerson')}
          </Button>
        </Group>
      )}
      <PersonDialog person={editing} onClose={() => setEditing(null)} />
    </Card>
  );
}
