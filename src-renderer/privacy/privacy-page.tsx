// 个人信息: what is held about one person, which records are past their time, for how long each kind is kept.

import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { PageHeader } from '../components/page-header.tsx';
import { useMay } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { ErasureOrders, OrdersTab } from './erasure-orders.tsx';
import { OutdatedList } from './outdated-list.tsx';
import { PersonData } from './person-data.tsx';
import { RetentionTable } from './retention-table.tsx';

export function PrivacyPage() {
  const { t } = useWords();
  const mayFind = useMay('privacy', 'find');
  const [tab, setTab] = useState<string | null>(mayFind ? 'person' : 'retention');
  return (
    <>
      <PageHeader title={t('frame.place./privacy')} note={t('privacy.note')} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="sm">
          {mayFind && <Tabs.Tab value="person">{t('privacy.person')}</Tabs.Tab>}
          {mayFind && <Tabs.Tab value="outdated">{t('privacy.outdated')}</Tabs.Tab>}
          {mayFind && <OrdersTab />}
          <Tabs.Tab value="retention">{t('privacy.retention')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="person">
          <PersonData />
        </Tabs.Panel>
        <Tabs.Panel value="outdated">
          <OutdatedList />
        </Tabs.Panel>
        <Tabs.Panel value="orders">
          <ErasureOrders />
        </Tabs.Panel>
        <Tabs.Panel value="retention">
          <RetentionTable />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
