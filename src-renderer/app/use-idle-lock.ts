// Locks the desk when nobody has touched it for the set minutes, and when the machine itself locks.

import { useEffect } from 'react';
import { useDesk } from '../desk/use-desk.ts';

/** How often the idle time is looked at; a sleeping machine catches up at the next look. */
const lookEvery = 5_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** @param minutes idle minutes after which the desk locks */
export function useIdleLock(minutes: number, lock: () => Promise<void>): void {
  const { shell } = useDesk();
  useEffect(() => {
    let lastSign = Date.now();
    const noteSign = () => {
      lastSign = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, noteSign, { passive: true, capture: true });
    const timer = setInterval(() => {
      if (Date.now() - lastSign < minutes * 60_000) return;
      noteSign();
      void lock();
    }, lookEvery);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, noteSign, { capture: true });
    };
  }, [minutes, lock]);
  useEffect(() => shell.onMachineLock(() => void lock()), [shell, lock]);
}
