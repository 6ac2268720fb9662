// The bar at the top: whose desk this is, search, who is at it.

import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';
import icon from './icon.svg';
import { PersonMenu } from './person-menu.tsx';

type Props = {
  readonly onSearch: () => void;
  readonly onSwitch: () => void;
  readonly onLock: () => void;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
};

export function TopBar({ onSearch, ...menu }: Props) {
  const { t } = useWords();
  const { unit } = useOpenDesk();
  const mayFind = useMay('records', 'find');
  return (
    <header className={classes.top}>
      <div className={classes.unit} title={unit.name}>
        <img src={icon} alt="" className={classes.mark} />
        <span className={classes.unitName}>{unit.name}</span>
      </div>
      {mayFind && (
        <UnstyledButton className={classes.searchButton} onClick={onSearch} aria-keyshortcuts="Control+K">
          <IconSearch size={16} aria-hidden />
          <span className={classes.linkText}>{t('frame.search')}</span>
          <span className={classes.barKey}>Ctrl K</span>
        </UnstyledButton>
      )}
      <PersonMenu {...menu} />
    </header>
  );
}
