// One call that changes something, as a button needs it: running or not, and the problem if it failed.

import { useMutation } from '@tanstack/react-query';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemOf } from './desk-problem.ts';

export type Call<Input, Output> = {
  /** Gives the output, or undefined when it failed; then `problem` says why. */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly reset: () => void;
};

export function useCall<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => unknown,
): Call<Input, Output> {
  const mutation = useMutation<Output, unknown, Input>({
    mutationFn: call,
    onSuccess: async (output, input) => {
      await onDone?.(output, input);
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    isRunning: mutation.isPending,
    problem: mutation.error === null ? null : problemOf(mutation.error),
    reset: mutation.reset,
  };
}
