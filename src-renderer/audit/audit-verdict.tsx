// What verifying the log has found, in words.

import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { AuditFault, AuditVerifiedView } from '../../src-shared/contract/audit-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useWords } from '../words/use-words.ts';

function useFaultWords(): (fault: AuditFault) => string {
  const { t } = useWords();
  return (fault) => {
    switch (fault.fault) {
      case 'missing':
        return t(fault.from === fault.to ? 'audit.fault.missingOne' : 'audit.fault.missing', fault);
      case 'does_not_follow':
        return t('audit.fault.does_not_follow', fault);
      case 'archive':
        return t(`audit.fault.archive.${fault.what}`, { line: fault.line });
      case 'cut_off': {
        const { last, to, at, noted } = fault;
        return t('audit.fault.cut_off', { last, to, at: shownMoment(at), noted: t(`audit.noted.${noted}`) });
      }
    }
  };
}

/** A fault's place, for telling them apart. */
function keyOf(fault: AuditFault): string {
  return JSON.stringify(fault);
}

export function AuditVerdict({ verified }: { readonly verified: AuditVerifiedView }) {
  const { t } = useWords();
  const faultWords = useFaultWords();
  const { lines, faults, vouchedTo, archivedTo } = verified;
  const sound = archivedTo === 0 ? t('audit.sound', { lines }) : t('audit.soundSince', { lines, from: archivedTo + 1 });
  if (faults.length > 0)
    return (
      <Alert color="orange" icon={<IconAlertTriangle />} title={t('audit.unsound', { lines, count: faults.length })}>
        <List size="sm">
          {faults.map((fault) => (
            <List.Item key={keyOf(fault)}>{faultWords(fault)}</List.Item>
          ))}
        </List>
      </Alert>
    );
  return (
    <Alert color="green" variant="light" icon={<IconShieldCheck />} role="status" title={sound}>
      <Text size="sm">{vouchedTo === null ? t('audit.notVouched') : t('audit.vouched', { line: vouchedTo })}</Text>
    </Alert>
  );
}
