// The list of keys (F1).

import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

const keys = [
  ['search', 'Ctrl', 'K'],
  ['places', 'Alt', '1 … 9'],
  ['new', 'N'],
  ['rows', '↑', '↓'],
  ['openRow', 'Enter'],
  ['save', 'Ctrl', 'S'],
  ['print', 'Ctrl', 'P'],
  ['switchPerson', 'Ctrl', 'Shift', 'U'],
  ['shift', 'Ctrl', 'Shift', 'H'],
  ['lock', 'Ctrl', 'Shift', 'L'],
  ['lockAndClose', 'Ctrl', 'Shift', 'X'],
  ['help', 'F1'],
  ['close', 'Esc'],
] as const;

export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('frame.shortcuts')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table>
        <Table.Tbody>
          {keys.map(([name, ...combination]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {t(`frame.key.${name}`)}
              </Table.Th>
              <Table.Td>
                <Group gap={4} justify="flex-end">
                  {combination.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
