// Says of an older record that it does not itself name the basis it rests on, and leads to where it is recorded.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';

type Props = { readonly view: RecordView; readonly onEdit: (path: string) => void };

export function BasisNotice({ view: { basis, mayEdit }, onEdit }: Props) {
  const { t, say } = useWords();
  const kinds = useKinds();
  if (basis === null || basis.isRecorded) return null;
  const name = kinds.codeWords('processing_basis', basis.code);
  return (
    <Alert variant="light" color="yellow" mb="sm" p="xs" icon={<IconScale size={18} />}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('records.basisMissing', { basis: name === undefined ? basis.code : say(name) })}</Text>
        {mayEdit && (
          <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => onEdit('basis')}>
            {t('records.recordBasis')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
