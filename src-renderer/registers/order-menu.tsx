// By which column the lines of a register stand, how its words are ordered, and which column makes groups.

import { Button, Popover, Radio, Select, Stack } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { RegisterOrder } from '../../src-shared/contract/register-inputs.ts';
import type { RegisterView } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import type { RegisterSearch } from './register-search.ts';

type Props = {
  readonly columns: RegisterView['columns'];
  readonly search: RegisterSearch;
  readonly onChange: (search: RegisterSearch) => void;
};

const ways = ['value', 'pinyin', 'strokes'] as const satisfies readonly RegisterOrder['as'][];
const directions = ['asc', 'desc'] as const satisfies readonly RegisterOrder['direction'][];

export function OrderMenu({ columns, search, onChange }: Props) {
  const { t, say } = useWords();
  const { order, group, ...filters } = search;
  const choices = columns.map(({ label }, at) => ({ value: String(at), label: say(label) }));
  const put = (next: Pick<RegisterSearch, 'order' | 'group'>) =>
    onChange({
      ...filters,
      ...(next.order === undefined ? {} : { order: next.order }),
      ...(next.group === undefined ? {} : { group: next.group }),
    });
  const named = (at: number | undefined) => (at === undefined ? undefined : choices[at]?.label);
  const parts = [named(order?.column), named(group)].filter((name) => name !== undefined);
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal width={280}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconArrowsSort size={16} />}>
          {parts.length === 0 ? t('registers.order') : parts.join(t('common.separator'))}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('registers.order')}>
        <Stack gap="sm">
          <Select
            label={t('registers.sortBy')}
            placeholder={t('registers.byTime')}
            data={choices}
            clearable
            comboboxProps={{ withinPortal: false }}
            value={order === undefined ? null : String(order.column)}
            onChange={(column) =>
              put({
                group,
                order:
                  column === null ? undefined : { as: 'value', direction: 'asc', ...order, column: Number(column) },
              })
            }
          />
          {order !== undefined && (
            <>
              <Radio.Group
                label={t('registers.sortAs')}
                value={order.as}
                onChange={(as) => put({ group, order: { ...order, as: ways.find((way) => way === as) ?? 'value' } })}
              >
                <Stack gap={6} mt={4}>
                  {ways.map((way) => (
                    <Radio key={way} size="sm" value={way} label={t(`registers.way.${way}`)} />
                  ))}
                </Stack>
              </Radio.Group>
              <Radio.Group
                label={t('registers.direction')}
                value={order.direction}
                onChange={(to) =>
                  put({ group, order: { ...order, direction: directions.find((each) => each === to) ?? 'asc' } })
                }
              >
                <Stack gap={6} mt={4}>
                  {directions.map((direction) => (
                    <Radio key={direction} size="sm" value={direction} label={t(`registers.to.${direction}`)} />
                  ))}
                </Stack>
              </Radio.Group>
            </>
          )}
          <Select
            label={t('registers.groupBy')}
            placeholder={t('registers.noGroups')}
            data={choices}
            clearable
            comboboxProps={{ withinPortal: false }}
            value={group === undefined ? null : String(group)}
            onChange={(column) => put({ order, group: column === null ? undefined : Number(column) })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
