// Choosing a person without the mouse: arrow keys, the first letters of the name in pinyin, or the name itself.

import { Kbd, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import classes from './sign-in.module.css';
import { createTypeahead } from './typeahead.ts';
import { useNameKeys } from './use-name-keys.ts';

export type Person = { readonly id: string; readonly name: string };

type Props = {
  readonly people: readonly Person[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Enter or a click: go on to the password. */
  readonly onSettled: () => void;
  /** Digits 1 to 9 choose and go on at once. */
  readonly isNumbered?: boolean;
  /** Somebody was chosen: the keyboard is needed elsewhere. */
  readonly isSettled: boolean;
};

export function PersonPicker({ people, chosen, onChoose, onSettled, isNumbered = false, isSettled }: Props) {
  const { t } = useWords();
  const keys = useNameKeys(people);
  const typeahead = useRef(createTypeahead());
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNumbered) list.current?.focus();
  }, [isNumbered]);
  const position = people.findIndex(({ id }) => id === chosen);

  const chooseAt = (next: number) => {
    const person = people[(next + people.length) % people.length];
    if (person !== undefined) onChoose(person.id);
  };
  const digits = people.slice(0, isNumbered ? 9 : 0).map(({ id }, index) => {
    const choose = () => {
      onChoose(id);
      onSettled();
    };
    return [String(index + 1), choose] as const;
  });
  const moves: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(digits),
    ArrowDown: () => chooseAt(position + 1),
    ArrowUp: () => chooseAt(position < 0 ? -1 : position - 1),
    Home: () => chooseAt(0),
    End: () => chooseAt(-1),
    Enter: onSettled,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moves[event.key];
    if (move !== undefined) move();
    else if (event.key.length === 1) {
      const found = typeahead.current.type(event.key, event.timeStamp, people, keys);
      if (found !== undefined) onChoose(found.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      data-autofocus={(isNumbered && !isSettled) || undefined}
      aria-label={t('signIn.people')}
      aria-activedescendant={chosen === null ? undefined : `person-${chosen}`}
      className={classes.people}
      onKeyDown={onKeyDown}
    >
      {people.map((person, index) => (
        <UnstyledButton
          key={person.id}
          id={`person-${person.id}`}
          role="option"
          aria-selected={person.id === chosen}
          tabIndex={-1}
          className={classes.person}
          onClick={() => {
            onChoose(person.id);
            onSettled();
          }}
        >
          <span className={classes.face} aria-hidden>
            {Array.from(person.name)[0]}
          </span>
          <span>{person.name}</span>
          {isNumbered && index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
          <span className={classes.initials}>{keys.get(person.id)?.[0]?.toUpperCase()}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
