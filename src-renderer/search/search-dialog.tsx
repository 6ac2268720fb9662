// Search from anywhere (Ctrl+K).

import { Modal } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './search.module.css';
import { SearchPanel } from './search-panel.tsx';

export function SearchDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      // At once, and with the focus in the field: the next key typed is already part of what is searched.
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      withCloseButton={false}
      size={720}
      centered={false}
      yOffset={64}
      padding="sm"
      title={t('search.label')}
      classNames={{ header: classes.hiddenHeader, body: classes.body }}
    >
      <SearchPanel onOpened={onClose} />
    </Modal>
  );
}
