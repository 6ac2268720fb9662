// Takes the log out of the desk: as a table, or as lines that an outsider can verify.

import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { AuditExport } from '../../src-shared/contract/audit-inputs.ts';
import { useWords } from '../words/use-words.ts';

type Props = { readonly isRunning: boolean; readonly onExport: (format: AuditExport['format']) => void };

export function ExportMenu({ isRunning, onExport }: Props) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={isRunning}>
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onExport('csv')}>{t('audit.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => onExport('ndjson')}>{t('audit.exportLines')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
