// A problem that says how many seconds to wait counts them down and goes away when they are over.

import { useEffect, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';

export function useCountdown(problem: Problem | null): Problem | null {
  const [left, setLeft] = useState(0);
  const seconds = typeof problem?.facts?.seconds === 'number' ? problem.facts.seconds : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem starts its own count
  useEffect(() => {
    if (seconds === null) return;
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000);
    return () => clearInterval(timer);
  }, [problem]);
  if (problem === null || seconds === null) return problem;
  return left === 0 ? null : { ...problem, facts: { ...problem.facts, seconds: left } };
}
