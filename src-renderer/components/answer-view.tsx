// Shows a question's answer, or that it is waited for, or why there is none.

import type { ReactNode } from 'react';
import type { Answer } from '../desk/use-ask.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Waiting } from './waiting.tsx';

type Props<Data> = {
  readonly answer: Answer<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly waitingWords?: string;
};

export function AnswerView<Data>({ answer, children, waitingWords }: Props<Data>) {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.problem !== null) return <ProblemNotice problem={answer.problem} onRetry={answer.again} />;
  return <Waiting words={waitingWords} />;
}
