// The frame around every page of the open desk, and the keys that work everywhere.

import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useCloseDesk, useLock, useMay, useOpenDesk } from '../desk/session.ts';
import { SearchDialog } from '../search/search-dialog.tsx';
import { SwitchDialog } from '../sign-in/switch-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { BottomBar } from './bottom-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { usePageFocus } from './use-page-focus.ts';
import { useSearching } from './use-searching.ts';

export function Frame() {
  const { t } = useWords();
  const { lockAfterMinutes } = useOpenDesk();
  const lock = useLock();
  const close = useCloseDesk();
  const mayFind = useMay('records', 'find');
  const searching = useSearching();
  const [isSwitching, switching] = useDisclosure();
  const [isHelping, helping] = useDisclosure();
  useIdleLock(lockAfterMinutes, lock);
  useFrameKeys({
    onSearch: searching.open,
    onSwitch: switching.open,
    onLock: lock,
    onClose: close,
    onShortcuts: helping.open,
  });
  usePageFocus();
  return (
    <div className={classes.frame}>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {t('frame.skip')}
      </button>
      <TopBar
        onSearch={searching.open}
        onSwitch={switching.open}
        onLock={() => void lock()}
        onClose={() => void close()}
        onShortcuts={helping.open}
      />
      <Navigation />
      <main id="main" className={classes.main} tabIndex={-1}>
        <ErrorBoundary>
          <Outlet />
        </ErrorBoundary>
      </main>
      <BottomBar />
      <SearchDialog isOpen={mayFind && searching.isOpen} onClose={searching.close} />
      <SwitchDialog isOpen={isSwitching} onClose={switching.close} />
      <ShortcutsDialog isOpen={isHelping} onClose={helping.close} />
    </div>
  );
}
