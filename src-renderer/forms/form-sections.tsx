// The sections of the paper, numbered, each with its fields; and the index beside them.

import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { Fields } from '../../src-shared/records/field.ts';
import type { Section } from '../../src-shared/records/kind.ts';
import { useWords } from '../words/use-words.ts';
import { hidesSomething, isEmpty } from './content-paths.ts';
import { FieldBlock } from './field-block.tsx';
import { focusField, sectionId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import type { FormState } from './form-store.ts';
import { useFormState } from './use-field.ts';

/** 一、 as official papers number their parts; 1. in English. */
function useSectionNumber(): (index: number) => string {
  const { t, language } = useWords();
  const ordinals = t('forms.ordinals').split(' ');
  const gap = language === 'en' ? ' ' : '';
  return (index) => (ordinals[index] ?? `${index + 1}.`) + gap;
}

/** Sections that have something to show now, in the paper's order. */
function useShownSections(sections: readonly Section[]): readonly Section[] {
  const { fields, world, readOnly, showsEmpty, masked } = useFormSetting();
  const shown = useFormState(
    useCallback(
      (state: FormState) => {
        const isAsked = (key: string) => {
          const shownWhen = fields[key]?.shown;
          return shownWhen === undefined || world.holds(shownWhen, '', state.content);
        };
        const isFilled = (key: string) =>
          fields[key]?.derived !== undefined || !isEmpty(state.content[key]) || hidesSomething(masked, key);
        const isThere = (key: string) => isAsked(key) && (!readOnly || showsEmpty || isFilled(key));
        return sections
          .filter((section) => section.fields.some(isThere))
          .map((section) => section.key)
          .join(' ');
      },
      [sections, fields, world, readOnly, showsEmpty, masked],
    ),
  );
  const keys = new Set(shown.split(' '));
  return sections.filter((section) => keys.has(section.key));
}

export function FormSections({ sections }: { readonly sections: readonly Section[] }) {
  const { fields, readOnly, store } = useFormSetting();
  const { say, t } = useWords();
  const numberOf = useSectionNumber();
  const [start] = useState(() => store.state().content);
  return useShownSections(sections).map((section, index) => (
    <details
      key={section.key}
      id={sectionId(section.key)}
      className={classes.section}
      open={readOnly || isWanted(section, fields, start)}
    >
      <summary className={classes.sectionName} tabIndex={readOnly ? -1 : undefined}>
        <h2>
          {numberOf(index)}
          {say(section.label)}
        </h2>
        <span className={classes.later}>{t('forms.later')}</span>
      </summary>
      <div className={classes.grid}>
        {section.fields.map((key) => {
          const field = fields[key];
          return field ? <FieldBlock key={key} field={field} path={key} /> : null;
        })}
      </div>
    </details>
  ));
}

/** A section stands open from the start when something in it must be given at some time, or is given already. */
function isWanted(section: Section, fields: Fields, content: FormState['content']): boolean {
  return section.fields.some((key) => fields[key]?.required !== undefined || !isEmpty(content[key]));
}

/** Names of the sections at the side; the one in view is marked, and one with problems says so. */
export function SectionIndex({
  sections,
  scroller,
}: {
  readonly sections: readonly Section[];
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const { say, t } = useWords();
  const numberOf = useSectionNumber();
  const shown = useShownSections(sections);
  const current = useCurrentSection(shown, scroller);
  const wrong = useFormState(useCallback((state: FormState) => wrongSections(sections, state), [sections]));
  const go = (section: Section) => {
    section.fields.some((key) => focusField(key));
    document.getElementById(sectionId(section.key))?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav className={classes.index} aria-label={t('forms.index')}>
      {shown.map((section, index) => (
        <button
          key={section.key}
          type="button"
          className={classes.indexLink}
          data-current={section.key === current || undefined}
          onClick={() => go(section)}
        >
          <span>{numberOf(index)}</span>
          <span>{say(section.label)}</span>
          {wrong.split(' ').includes(section.key) && (
            <span className={classes.indexWrong} title={t('forms.sectionWrong')}>
              !
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}

function wrongSections(sections: readonly Section[], state: FormState): string {
  const roots = new Set([...state.problems.keys()].map((path) => path.split('/')[0]));
  return sections
    .filter((section) => section.fields.some((key) => roots.has(key)))
    .map((section) => section.key)
    .join(' ');
}

function useCurrentSection(sections: readonly Section[], scroller: RefObject<HTMLElement | null>): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.key);
  const keys = sections.map((section) => section.key).join(' ');
  useEffect(() => {
    const visible = new Set<string>();
    const order = keys.split(' ');
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) visible.add(target.id);
          else visible.delete(target.id);
        }
        setCurrent(order.find((key) => visible.has(sectionId(key))));
      },
      { root: scroller.current, rootMargin: '-10% 0px -55% 0px' },
    );
    for (const key of order) {
      const element = document.getElementById(sectionId(key));
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [keys, scroller]);
  return current;
}
