// Says that a setting was saved, shortly, at the edge of the window.

import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';

export function useSavedNotice(): () => void {
  const { t } = useWords();
  return useCallback(() => {
    notifications.show({ message: t('settings.saved'), color: 'green', withCloseButton: false, autoClose: 2_500 });
  }, [t]);
}
