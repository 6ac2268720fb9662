// Says on the locked page what goes on behind it, so that nobody takes a closed desk for one that delivers; and closes it.

import { Anchor, Group, Text } from '@mantine/core';
import { IconCloudUp, IconHourglass, IconPower } from '@tabler/icons-react';
import type { ClosedState } from '../../src-shared/contract/views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './sign-in.module.css';

const icons = {
  open: <IconCloudUp size={16} aria-hidden />,
  closing: <IconHourglass size={16} aria-hidden />,
  closed: <IconPower size={16} aria-hidden />,
} as const;

export function ServiceNote({ service }: { readonly service: ClosedState }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const closing = useCall(calls.desk.close, () => cache.invalidateQueries({ queryKey: queries.desk.state.key() }));
  return (
    <div className={classes.service} role="status">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <span className={classes.serviceIcon}>{icons[service]}</span>
        <Text size="sm">{t(`signIn.service.${service}`)}</Text>
      </Group>
      {service === 'open' && (
        <Anchor component="button" type="button" size="sm" onClick={() => void closing.run(undefined)}>
          {t('signIn.closeDesk')}
        </Anchor>
      )}
      <ProblemNotice problem={closing.problem} />
    </div>
  );
}
