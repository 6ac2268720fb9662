// Says to whoever can mend it that the three offices (三员) of the desk are not yet held by three people.

import { Alert, Group } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { separationOf } from '../../src-shared/contract/separation.ts';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { LinkButton } from './link-button.tsx';

/** @param hasLink points to the page of people, from another page */
export function SeparationNotice({ hasLink = false }: { readonly hasLink?: boolean }) {
  const { t } = useWords();
  const { people, person } = useOpenDesk();
  const mayAdd = useMay('people', 'add');
  const { missing, both } = separationOf(people);
  if (!(mayAdd || person.roles.includes('head')) || missing.length + both.length === 0) return null;
  const offices = missing.map((role) => t(`common.role.${role}`)).join(t('common.separator'));
  return (
    <Alert color="orange" variant="light" icon={<IconUsersGroup />} title={t('common.separation.title')}>
      {missing.length > 0 && t('common.separation.missing', { offices })}
      {both.length > 0 && t('common.separation.both', { names: both.join(t('common.separator')) })}
      {hasLink && (
        <Group mt={6}>
          <LinkButton to="/settings" search={{ part: 'people' }} variant="default" size="compact-sm">
            {t('common.separation.go')}
          </LinkButton>
        </Group>
      )}
    </Alert>
  );
}
