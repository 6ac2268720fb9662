// Adds a person or changes one: name, number, roles; for a new one the first password.

import { Button, Checkbox, Group, Modal, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PersonView, Role } from '../../src-shared/contract/views.ts';
import { isGoodPassword } from '../components/password-rules.ts';
import { PasswordRules } from '../components/password-rules.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { useSavedNotice } from './use-saved-notice.ts';

const roles = [
  'recorder',
  'reviewer',
  'head',
  'system_administrator',
  'security_administrator',
  'auditor',
] as const satisfies readonly Role[];

type Values = { name: string; staffNumber: string; residentId: string; roles: Role[]; password: string };

function valuesOf(person: PersonView | 'new'): Values {
  if (person === 'new') return { name: '', staffNumber: '', residentId: '', roles: ['recorder'], password: '' };
  return { name: person.name, staffNumber: person.staffNumber, residentId: '', roles: [...person.roles], password: '' };
}

function PersonForm({ person, onClose }: { readonly person: PersonView | 'new'; readonly onClose: () => void }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const saySaved = useSavedNotice();
  const isNew = person === 'new';
  const form = useForm<Values>({
    initialValues: valuesOf(person),
    validate: {
      name: (value) => (value.trim() === '' ? t('setup.needed') : null),
      roles: (value) => (value.length === 0 ? t('settings.roleNeeded') : null),
      password: (value, values) => (!isNew || isGoodPassword(value, values) ? null : t('setup.passwordNotYet')),
    },
  });
  const saving = useCall(
    async ({ password, residentId, ...values }: Values) => {
      if (person === 'new') return calls.people.add({ ...values, residentId, password });
      return calls.people.change({ ...values, id: person.id, ...(residentId === '' ? {} : { residentId }) });
    },
    async () => {
      await cache.invalidateQueries({ queryKey: queries.people.key() });
      await cache.invalidateQueries({ queryKey: queries.desk.state.key() });
      saySaved();
      onClose();
    },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void saving.run(values))}>
      <Stack gap="sm">
        <SimpleGrid cols={2}>
          <TextInput
            label={t('setup.personName')}
            required
            maxLength={50}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <TextInput label={t('setup.staffNumber')} maxLength={32} {...form.getInputProps('staffNumber')} />
        </SimpleGrid>
        <TextInput
          label={t('settings.residentId')}
          description={isNew ? t('settings.residentIdHint') : t('settings.residentIdKept')}
          maxLength={18}
          {...form.getInputProps('residentId')}
        />
        <Checkbox.Group label={t('settings.roles')} {...form.getInputProps('roles')}>
          <SimpleGrid cols={3} mt={6} spacing="xs">
            {roles.map((role) => (
              <Checkbox key={role} value={role} size="sm" label={t(`common.role.${role}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {isNew && (
          <SimpleGrid cols={2}>
            <PasswordInput
              label={t('settings.firstPassword')}
              description={t('settings.firstPasswordHint')}
              autoComplete="new-password"
              required
              {...form.getInputProps('password')}
            />
            <PasswordRules password={form.values.password} person={form.values} />
          </SimpleGrid>
        )}
        <ProblemNotice problem={saving.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving.isRunning}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: PersonView | 'new' | null;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const title =
    person === 'new' || person === null ? t('settings.addPerson') : t('settings.editPerson', { name: person.name });
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {person !== null && <PersonForm person={person} onClose={onClose} />}
    </Modal>
  );
}
