// Hands the desk to the next person in a few keys: Ctrl+Shift+U, a digit, PIN, Enter; or initials, Enter, password, Enter.
// The page stays where it is; what the person before had typed is kept as their draft.

import { Modal, Text } from '@mantine/core';
import { useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { SignInForm } from './sign-in-form.tsx';

function Others({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { people, person } = useOpenDesk();
  const { queries } = useDesk();
  const pins = useAsk(queries.session.pins.queryOptions({ staleTime: 0 }));
  const others = people.filter(({ id, enabled, isOfThisDesk }) => enabled && isOfThisDesk && id !== person.id);
  if (others.length === 0) return t('signIn.nobodyElse');
  if (pins.isWaiting && pins.data === undefined) return null;
  const ready = pins.data?.ready ?? [];
  // Who comes with a PIN stands first, so that their digits stay low.
  const inOrder = [...others].sort((left, right) => Number(ready.includes(right.id)) - Number(ready.includes(left.id)));
  return (
    <>
      {ready.length > 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('signIn.switchKeys')}
        </Text>
      )}
      <SignInForm people={inOrder} first={null} withPin={ready} onDone={onClose} />
    </>
  );
}

export function SwitchDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  const { person } = useOpenDesk();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('signIn.switchTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Others onClose={onClose} />}
    </Modal>
  );
}
