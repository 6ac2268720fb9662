// Into which register a ledger goes, and the imports there were.

import { SimpleGrid, Stack } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useFormKinds } from '../desk/kind-order.ts';
import { useMay } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { PastImports } from './past-imports.tsx';

export function ImportsPage() {
  const { t, say } = useWords();
  const mayImport = useMay('imports', 'run');
  const kinds = useFormKinds().filter(() => mayImport);
  return (
    <Stack gap="sm">
      <PageHeader title={t('imports.all')} note={t('imports.allNote')} />
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="sm">
        {kinds.map((kind) => (
          <LinkButton
            key={kind.key}
            to="/registers/import/$kind"
            params={{ kind: kind.key }}
            variant="default"
            leftSection={<IconTableImport size={16} />}
          >
            {t('imports.title', { kind: say(kind.label) })}
          </LinkButton>
        ))}
      </SimpleGrid>
      <PastImports />
    </Stack>
  );
}
