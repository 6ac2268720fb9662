// Hands the desk to the next person in a few keys: Ctrl+Shift+U, initials, Enter, password, Enter. The page stays where
// it is; what the person before had typed is kept as their draft.

import { Modal } from '@mantine/core';
import { useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SwitchDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  const { people, person } = useOpenDesk();
  const others = people.filter(({ id, enabled }) => enabled && id !== person.id);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('signIn.switchTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {others.length === 0 ? t('signIn.nobodyElse') : <SignInForm people={others} first={null} onDone={onClose} />}
    </Modal>
  );
}
