// The time, refreshed often enough for a screen that shows minutes.

import { useEffect, useState } from 'react';

/** Milliseconds since 1970, renewed every `every` milliseconds. */
export function useNow(every = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
