// The rules of a new password, ticked off while it is typed. The service has the last word.

import { Group, List, Text } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { metPasswordRules, passwordRules } from './password-rules.ts';

type Props = { readonly password: string; readonly person: { readonly name: string; readonly staffNumber: string } };

export function PasswordRules({ password, person }: Props) {
  const { t } = useWords();
  const met = metPasswordRules(password, person);
  return (
    <List listStyleType="none" size="sm" spacing={2} aria-label={t('common.passwordRules')}>
      {passwordRules.map((rule) => (
        <List.Item key={rule}>
          <Group gap={6} wrap="nowrap" data-met={met.has(rule)}>
            {met.has(rule) ? (
              <IconCheck size={16} color="var(--mantine-color-green-7)" aria-hidden />
            ) : (
              <IconCircle size={16} opacity={0.4} aria-hidden />
            )}
            <Text size="sm" c={met.has(rule) ? undefined : 'dimmed'}>
              {t(`common.passwordRule.${rule}`)}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
