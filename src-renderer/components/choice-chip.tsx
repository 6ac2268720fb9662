// One filter chip: what is filtered, by what, and a list to change it.

import { Checkbox, Popover, Radio, ScrollArea, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import classes from './filter.module.css';

export type Choice<Value> = { readonly value: Value; readonly label: string };

type Props<Value> = {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  readonly isSingle?: boolean;
  readonly onChange: (chosen: readonly Value[]) => void;
};

export function ChoiceChip<Value extends string | boolean>({
  label,
  choices,
  chosen,
  isSingle = false,
  onChange,
}: Props<Value>) {
  const { t } = useWords();
  const named = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  const text = named.length === 0 ? label : `${label}${t('lists.colon')}${named.join(t('common.separator'))}`;
  const toggle = (value: Value) => {
    if (isSingle) onChange(chosen.includes(value) ? [] : [value]);
    else onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  const Box = isSingle ? Radio : Checkbox;
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.chip} data-active={named.length > 0 || undefined} title={text}>
          <span className={classes.chipText}>{text}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} p="sm">
        <ScrollArea.Autosize mah={320} type="auto">
          <Stack gap={8} role="group" aria-label={label}>
            {choices.map((choice) => (
              <Box
                key={String(choice.value)}
                size="sm"
                label={choice.label}
                checked={chosen.includes(choice.value)}
                onChange={() => toggle(choice.value)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
