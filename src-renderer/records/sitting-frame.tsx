// A form being filled in, whatever for: its head with save and leave, what is wrong on top, the form, and what stands
// beside it.

import type { ReactNode, Ref } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormSettingProvider } from '../forms/form-setting.ts';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import classes from './records.module.css';
import { SaveBar } from './save-bar.tsx';
import type { EditSession } from './use-edit-session.ts';

type Props = {
  readonly session: EditSession;
  readonly title: ReactNode;
  /** Name of the form, for those who hear the page. */
  readonly label: string;
  readonly saveWords?: string;
  readonly onSave: () => void;
  /** More buttons of the head. */
  readonly tools?: ReactNode;
  /** Above the form: an offer, a notice. */
  readonly banner?: ReactNode;
  /** At the left, beside the form. */
  readonly index?: ReactNode;
  /** At the right, beside the form. */
  readonly aside?: ReactNode;
  readonly scroller?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
};

export function SittingFrame({
  session,
  title,
  label,
  saveWords,
  onSave,
  tools,
  banner,
  index,
  aside,
  scroller,
  children,
}: Props) {
  const leave = () => void session.leave();
  return (
    <FormSettingProvider value={session.setting}>
      <SaveBar
        title={title}
        isSaving={session.isSaving}
        saveWords={saveWords}
        keptAt={session.draft.keptAt}
        onSave={onSave}
        onLeave={leave}
      >
        {tools}
      </SaveBar>
      <div
        className={classes.columns}
        data-editing={index === undefined ? undefined : true}
        data-stepping={aside === undefined ? undefined : true}
      >
        {index}
        <div className={classes.body} ref={scroller}>
          <FormFrame setting={session.setting} label={label} onSave={onSave} onLeave={leave}>
            {banner}
            {session.isOvertaken && <OvertakenNotice />}
            <ProblemNotice problem={session.problem} />
            <ProblemSummary />
            <div className={classes.formGround}>{children}</div>
          </FormFrame>
        </div>
        {aside}
      </div>
    </FormSettingProvider>
  );
}
