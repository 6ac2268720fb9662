// The whole paper of a kind to fill in, with its contents at the side.

import { type ReactNode, useRef } from 'react';
import type { Kind } from '../../src-shared/records/kind.ts';
import { FormSections, SectionIndex } from '../forms/form-sections.tsx';
import { useWords } from '../words/use-words.ts';
import { SittingFrame } from './sitting-frame.tsx';
import type { EditSession } from './use-edit-session.ts';
import { useFirstFocus } from './use-first-focus.ts';

type Props = {
  readonly kind: Kind;
  readonly session: EditSession;
  readonly title: ReactNode;
  readonly banner?: ReactNode;
  /** Field the person came for; the first one without it. */
  readonly focus: string | null;
};

export function WholeForm({ kind, session, title, banner, focus }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { say } = useWords();
  useFirstFocus(focus, kind);
  return (
    <SittingFrame
      session={session}
      title={title}
      label={say(kind.label)}
      onSave={() => void session.save()}
      banner={banner}
      index={<SectionIndex sections={kind.sections} scroller={scroller} />}
      scroller={scroller}
    >
      <FormSections sections={kind.sections} />
    </SittingFrame>
  );
}
