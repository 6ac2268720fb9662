// Settings: what is one's own, and what belongs to the desk.

import { Tabs } from '@mantine/core';
import {
  IconBuilding,
  IconCalendar,
  IconDatabaseExport,
  IconShieldCheck,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeader } from '../components/page-header.tsx';
import { useWords } from '../words/use-words.ts';
import { BackupSettings } from './backup-settings.tsx';
import { CalendarSettings } from './calendar-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { ExamineCard } from './examine-card.tsx';
import { PeopleSettings } from './people-settings.tsx';
import { PersonalSettingsForm } from './personal-settings.tsx';
import { PinForm } from './pin-form.tsx';
import { RecoverySettings } from './recovery-settings.tsx';
import classes from './settings.module.css';
import { parseSettingsSearch, settingsParts } from './settings-search.ts';
import { UnitSettings } from './unit-settings.tsx';

const icons = {
  personal: <IconUser size={16} />,
  people: <IconUsers size={16} />,
  unit: <IconBuilding size={16} />,
  calendar: <IconCalendar size={16} />,
  backup: <IconDatabaseExport size={16} />,
  data: <IconShieldCheck size={16} />,
} as const;

export function SettingsPage() {
  const { t } = useWords();
  const { part = 'personal' } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const open = (name: string | null) =>
    void navigate({ to: '/settings', search: parseSettingsSearch({ part: name }), replace: true });
  return (
    <>
      <PageHeader title={t('frame.place./settings')} />
      <Tabs value={part} onChange={open} orientation="vertical" keepMounted={false}>
        <Tabs.List w={170} mr="lg" className={classes.parts} aria-label={t('frame.place./settings')}>
          {settingsParts.map((name) => (
            <Tabs.Tab key={name} value={name} leftSection={icons[name]}>
              {t(`settings.part.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="personal">
          <PersonalSettingsForm />
          <PinForm />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleSettings />
          <RecoverySettings />
        </Tabs.Panel>
        <Tabs.Panel value="unit">
          <UnitSettings />
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          <CalendarSettings />
        </Tabs.Panel>
        <Tabs.Panel value="backup">
          <BackupSettings />
        </Tabs.Panel>
        <Tabs.Panel value="data">
          <DataSettings />
          <ExamineCard />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
