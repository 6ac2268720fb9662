// The line that names a list entry: its first few filled values.

import { useCallback } from 'react';
import type { Content } from '../../src-shared/records/content.ts';
import type { Fields, ListField } from '../../src-shared/records/field.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import { useWords } from '../words/use-words.ts';
import { isContent, isEmpty } from './content-paths.ts';
import { useFormSetting } from './form-setting.ts';

/** Most values in one line. */
const mostParts = 3;
const longestPart = 24;

/** Gives the line; with an index and nothing filled in, the entry's name and number. */
export function useEntrySummary(): (field: ListField, entry: Content, index?: number) => string {
  const { world, store } = useFormSetting();
  const { language, say } = useWords();
  return useCallback(
    (field, entry, index) => {
      const context = world.contextOf(store.state().content);
      const parts = filledParts(field.fields, entry, (inner, value) =>
        showValue(inner, value, { for: 'screen', language }, context),
      );
      if (parts.length > 0) return parts.slice(0, mostParts).map(shortened).join(' · ');
      return index === undefined ? '' : `${say(field.entry)} ${index + 1}`;
    },
    [world, store, language, say],
  );
}

type ShowPart = (field: Fields[string], value: Content[string]) => string;

/** The filled values in order; a bare yes or no says nothing without its question. */
export function filledParts(fields: Fields, content: Content, showPart: ShowPart): readonly string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = content[key];
    if (isEmpty(value)) return [];
    if (field.type === 'group') return isContent(value) ? filledParts(field.fields, value, showPart) : [];
    return field.type === 'list' || field.type === 'yesNo' ? [] : [showPart(field, value)];
  });
}

function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length > longestPart ? `${characters.slice(0, longestPart).join('')}…` : text;
}
