// Makes a failing script small: as long as the same promise stays broken, actions, desks and trouble are taken away.

import type { Outcome } from './run-script.ts';
import { runScript } from './run-script.ts';
import type { Script } from './script.ts';
import type { WorldOptions } from './sim/world.ts';

/** @param tries most runs to spend on it */
export function shrinkScript(script: Script, options: WorldOptions = {}, tries = 300): Script {
  const promise = brokenIn(runScript(script, options));
  if (promise === null) return script;
  let left = tries;
  const stillFails = (candidate: Script) => {
    left -= 1;
    return left >= 0 && brokenIn(runScript(candidate, options)) === promise;
  };
  let smallest = script;
  for (const simpler of simplerSettings(script))
    if (stillFails({ ...smallest, ...simpler })) smallest = { ...smallest, ...simpler };
  for (
    let size = Math.ceil(smallest.actions.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = 0; from < smallest.actions.length && left > 0; ) {
      const fewer = { ...smallest, actions: smallest.actions.toSpliced(from, size) };
      if (stillFails(fewer)) smallest = fewer;
      else from += size;
    }
  return smallest;
}

function brokenIn({ broken }: Outcome): string | null {
  return broken?.promise ?? null;
}

function simplerSettings({ desks }: Script): readonly Partial<Script>[] {
  return [
    { trouble: 0 },
    { cuts: 0 },
    { scopes: 1 },
    { desks: Math.max(1, Math.ceil(desks / 2)) },
    { desks: Math.max(1, desks - 1) },
  ];
}
