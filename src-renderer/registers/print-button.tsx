// Prints the register shown; one that is too long for one paper volume by volume.

import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { type RegisterSearch, registerQueryOf } from './register-search.ts';

type Props = {
  readonly kind: string;
  readonly search: RegisterSearch;
  readonly disabled: boolean;
};

export function PrintButton({ kind, search, disabled }: Props) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const [volumes, setVolumes] = useState(1);
  const printing = useCall(
    async (volume: number) => {
      const page = await calls.registers.page({ ...registerQueryOf(kind, search), volume });
      await shell.print(page.html);
      return page.volumes;
    },
    (count) => setVolumes(count),
  );
  const button = (onClick?: () => void) => (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} />}
      loading={printing.isRunning}
      disabled={disabled}
      onClick={onClick}
    >
      {t('registers.print')}
    </Button>
  );
  if (printing.problem !== null) return <ProblemNotice problem={printing.problem} onRetry={printing.reset} />;
  if (volumes === 1) return button(() => void printing.run(1));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>{button()}</Menu.Target>
      <Menu.Dropdown>
        {Array.from({ length: volumes }, (_, at) => at + 1).map((number) => (
          <Menu.Item key={number} onClick={() => void printing.run(number)}>
            {t('registers.volume', { number, count: volumes })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
