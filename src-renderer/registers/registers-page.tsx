// The registers of this desk, one per kind.

import { SimpleGrid } from '@mantine/core';
import { IconTableExport, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useMay } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import classes from './registers.module.css';

export function RegistersPage() {
  const { t, say } = useWords();
  const mayImport = useMay('imports', 'past');
  const kinds = useKindsInOrder().filter((kind) => kind.register.length > 0);
  return (
    <>
      <PageHeader title={t('frame.place./registers')} note={t('registers.note')}>
        {mayImport && (
          <LinkButton to="/registers/import" variant="default" leftSection={<IconTableImport size={16} />}>
            {t('imports.open')}
          </LinkButton>
        )}
        <LinkButton to="/registers/templates" variant="default" leftSection={<IconTableExport size={16} />}>
          {t('registers.toTemplates')}
        </LinkButton>
      </PageHeader>
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="sm">
        {kinds.map((kind) => (
          <Link key={kind.key} to="/registers/$kind" params={{ kind: kind.key }} className={classes.card}>
            <span className={classes.glyph} lang="zh-CN" aria-hidden>
              {kind.numberWord}
            </span>
            <span>
              <strong>{t('registers.title', { kind: say(kind.label) })}</strong>
              <span className={classes.columns}>
                {kind.register.map(({ label }) => say(label)).join(t('common.separator'))}
              </span>
            </span>
          </Link>
        ))}
      </SimpleGrid>
    </>
  );
}
