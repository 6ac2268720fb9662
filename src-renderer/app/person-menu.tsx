// The person at the desk: change of person, lock, own settings.

import { Kbd, Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowsExchange,
  IconChevronDown,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconPower,
  IconSettings,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';

type Props = {
  readonly onSwitch: () => void;
  readonly onLock: () => void;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
};

export function PersonMenu({ onSwitch, onLock, onClose, onShortcuts }: Props) {
  const { t, language } = useWords();
  const { person } = useOpenDesk();
  const { calls, cache, queries } = useDesk();
  const navigate = useNavigate();
  const maySeeShifts = useMay('shifts', 'now');
  const setPersonal = useCall(calls.settings.setPersonal, () =>
    cache.invalidateQueries({ queryKey: queries.desk.state.key() }),
  );
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  const roles = person.roles.map((role) => t(`common.role.${role}`)).join(t('common.separator'));
  return (
    <Menu position="bottom-end" width={260} keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={classes.barButton} aria-label={t('frame.personMenu', { name: person.name })}>
          <IconUserCircle size={18} aria-hidden />
          <span>{person.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{roles}</Menu.Label>
        <Menu.Item
          leftSection={<IconUsers size={16} />}
          rightSection={<Kbd size="xs">Ctrl Shift U</Kbd>}
          onClick={onSwitch}
        >
          {t('frame.switchPerson')}
        </Menu.Item>
        {maySeeShifts && (
          <Menu.Item
            leftSection={<IconArrowsExchange size={16} />}
            rightSection={<Kbd size="xs">Ctrl Shift H</Kbd>}
            onClick={() => void navigate({ to: '/shift' })}
          >
            {t('frame.shift')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLock size={16} />}
          rightSection={<Kbd size="xs">Ctrl Shift L</Kbd>}
          onClick={onLock}
        >
          {t('frame.lock')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPower size={16} />}
          rightSection={<Kbd size="xs">Ctrl Shift X</Kbd>}
          onClick={onClose}
        >
          {t('frame.lockAndClose')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={16} />}
          onClick={() => void setPersonal.run({ language: otherLanguage })}
        >
          {t(`frame.language.${otherLanguage}`)}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<Kbd size="xs">F1</Kbd>}
          onClick={onShortcuts}
        >
          {t('frame.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate({ to: '/settings' })}>
          {t('frame.place./settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
