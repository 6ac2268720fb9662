// 清除指令: orders to erase that are not everywhere yet, why the centre refuses some, and what is to be done.

import { Badge, Button, Group, Stack, Table, Tabs, Text } from '@mantine/core';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ErasureOrdersView } from '../../src-shared/contract/privacy-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { TextLink } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Order = ErasureOrdersView[number];
const colors = { waiting: 'gray', received: 'blue', refused: 'orange' } as const;

function useOrders() {
  const { queries } = useDesk();
  return useAsk(queries.privacy.orders.queryOptions({ staleTime: 0 }));
}

function refusedIn(orders: ErasureOrdersView): number {
  return orders.filter(({ state }) => state === 'refused').reduce((sum, one) => sum + one.orders, 0);
}

/** Tells of refused ones before anybody opens it. */
export function OrdersTab() {
  const { t } = useWords();
  const count = refusedIn(useOrders().data ?? []);
  return <Tabs.Tab value="orders">{count === 0 ? t('privacy.orders') : t('privacy.ordersCount', { count })}</Tabs.Tab>;
}

function OrderRow({ order: { record, shown, state, reason, orders, since } }: { readonly order: Order }) {
  const { t, language } = useWords();
  return (
    <Table.Tr>
      <Table.Td>
        {record === null || shown === null ? (
          <Text size="sm" c="dimmed">
            {t('privacy.orderElsewhere')}
          </Text>
        ) : (
          <TextLink to="/records/$id" params={{ id: record }} size="sm">
            {`${shown.number} ${shown.title}`.trim()}
          </TextLink>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[state]}>
          {t(`privacy.orderState.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {reason !== null && (
          <Text size="sm" fw={600}>
            {problemWords(reason, language)}
          </Text>
        )}
        <Text size="sm">{t(`privacy.orderWhat.${state}`)}</Text>
      </Table.Td>
      <Table.Td>{orders}</Table.Td>
      <Table.Td>{shownMoment(since)}</Table.Td>
    </Table.Tr>
  );
}

export function ErasureOrders() {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const answer = useOrders();
  const retrying = useCall(calls.privacy.retryOrders, () =>
    cache.invalidateQueries({ queryKey: queries.privacy.key() }),
  );
  return (
    <AnswerView answer={answer}>
      {(orders) => {
        if (orders.length === 0) return <EmptyState title={t('privacy.noOrders')} body={t('privacy.noOrdersBody')} />;
        const count = refusedIn(orders);
        return (
          <Stack gap="sm">
            <Text size="sm">{t('privacy.ordersNote')}</Text>
            {count > 0 && (
              <Group>
                <Button loading={retrying.isRunning} onClick={() => void retrying.run(undefined)}>
                  {t('privacy.retryOrders', { count })}
                </Button>
              </Group>
            )}
            <ProblemNotice problem={retrying.problem} />
            <OrderTable orders={orders} />
          </Stack>
        );
      }}
    </AnswerView>
  );
}

function OrderTable({ orders }: { readonly orders: ErasureOrdersView }) {
  const { t } = useWords();
  return (
    <Table aria-label={t('privacy.orders')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t('privacy.orderRecord')}</Table.Th>
          <Table.Th>{t('privacy.orderStanding')}</Table.Th>
          <Table.Th>{t('privacy.orderDoing')}</Table.Th>
          <Table.Th>{t('privacy.orderCount')}</Table.Th>
          <Table.Th w={150}>{t('privacy.orderSince')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map((order) => (
          <OrderRow key={`${order.record} ${order.state} ${order.reason?.code}`} order={order} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
