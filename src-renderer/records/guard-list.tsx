// The conditions of a step, each met or with what is missing; checked anew with every key where the window can tell, and
// by the service when the step is taken.

import { Button, Group } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconPaperclip, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { DocumentView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import { holds } from '../../src-shared/records/evaluate-condition.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { whatIsMissing } from '../../src-shared/records/what-is-missing.ts';
import type { Guard } from '../../src-shared/records/workflow.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { attachedRoles, printedKeys } from '../forms/conditions-within.ts';
import { useFormSetting } from '../forms/form-setting.ts';
import { useFormState } from '../forms/use-field.ts';
import { useWords } from '../words/use-words.ts';
import { useAddFiles } from './add-files.tsx';
import { type GoTo, MissingList } from './missing-list.tsx';
import classes from './records.module.css';

type Props = { readonly view: RecordView; readonly kind: Kind; readonly step: StepView; readonly goTo: GoTo };

export function GuardList({ view, kind, step, goTo }: Props) {
  const { t } = useWords();
  const guards = useMemo(() => kind.transitions.find(({ key }) => key === step.key)?.guards ?? [], [kind, step.key]);
  const lacking = useLacking(guards);
  const others = step.missing.filter((problem) => problem.code !== 'guard_failed');
  const met = guards.length - lacking.length;
  return (
    <>
      <h2 className={classes.sideHeading}>{t('records.conditions')}</h2>
      {others.length > 0 && <MissingList problems={others} goTo={goTo} />}
      <ul className={classes.guards}>
        {lacking.map(({ guard, missing }) => (
          <li key={guard.key} className={classes.guard} data-guard={guard.key}>
            <IconCircle size={16} className={classes.unmet} aria-hidden />
            <LackingGuard guard={guard} missing={missing} view={view} kind={kind} goTo={goTo} />
          </li>
        ))}
        {others.length === 0 && (
          <li className={classes.guard} data-met={met}>
            <IconCircleCheckFilled size={16} className={classes.met} aria-hidden />
            <span>{lacking.length === 0 ? t('records.allMet') : t('records.met', { count: met })}</span>
          </li>
        )}
      </ul>
    </>
  );
}

type Lacking = { readonly guard: Guard; readonly missing: readonly Problem[] };
type LackingProps = Lacking & { readonly view: RecordView; readonly kind: Kind; readonly goTo: GoTo };

function LackingGuard({ guard, missing, view, kind, goTo }: LackingProps) {
  const { say } = useWords();
  return (
    <div>
      <span>{say(guard.says)}</span>
      <MissingList problems={withoutEvidence(missing)} goTo={goTo} />
      <Evidence guard={guard} view={view} kind={kind} />
    </div>
  );
}

/** Files and papers have buttons of their own beneath. */
function withoutEvidence(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .filter(({ code }) => code !== 'not_attached' && code !== 'not_printed')
    .map((problem) => (problem.causes ? { ...problem, causes: withoutEvidence(problem.causes) } : problem));
}

/** The guards that do not hold with what is typed now, and what each lacks. */
function useLacking(guards: readonly Guard[]): readonly Lacking[] {
  const { world } = useFormSetting();
  const content = useFormState(useCallback((state) => state.content, []));
  return useMemo(() => {
    const context = world.contextOf(content);
    return guards
      .filter(({ when }) => !holds(when, context.place, context))
      .map((guard) => ({ guard, missing: whatIsMissing(guard.when, context.place, context) }));
  }, [guards, world, content]);
}

/** Attachments to give and papers to print, where the condition asks for them. */
function Evidence({ guard, view, kind }: { readonly guard: Guard; readonly view: RecordView; readonly kind: Kind }) {
  const { queries } = useDesk();
  const { say, t } = useWords();
  const { open, dialog } = useAddFiles(view, kind);
  const { data: documents = [] } = useAsk(queries.documents.list.queryOptions({ input: { id: view.id } }));
  const roles = attachedRoles(guard.when).filter(
    (role) => !view.attachments.some((attachment) => attachment.role === role),
  );
  const papers = printedKeys(guard.when).flatMap((key) => documents.filter((document) => document.key === key));
  if (roles.length === 0 && papers.length === 0) return null;
  return (
    <Group gap={6} mt={4}>
      {roles.map((role) => (
        <Button
          key={role}
          size="compact-xs"
          variant="default"
          leftSection={<IconPaperclip size={13} aria-hidden />}
          onClick={() => open(role)}
        >
          {t('records.give', { role: roleWords(kind, role, say) })}
        </Button>
      ))}
      {papers.map((paper) => (
        <PaperButton key={paper.key} paper={paper} record={view.id} />
      ))}
      {dialog}
    </Group>
  );
}

function PaperButton({ paper, record }: { readonly paper: DocumentView; readonly record: string }) {
  const { say, t } = useWords();
  const last = paper.entries?.at(-1)?.id;
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPrinter size={13} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/records/$id/papers/$document"
          params={{ id: record, document: paper.key }}
          search={last === undefined ? {} : { entry: last }}
        />
      )}
    >
      {t('records.printPaper', { paper: say(paper.label) })}
    </Button>
  );
}

function roleWords(kind: Kind, role: string, say: ReturnType<typeof useWords>['say']): string {
  const words = kind.attachmentRoles[role];
  return words ? say(words) : role;
}
