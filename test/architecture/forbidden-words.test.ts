// Words that have no place in the project: machines, registries, promises instead of features, tests that do not run.

import { expect, it } from 'vitest';
import { projectFiles, projectText } from '../support/project-files.ts';

const textFiles = ['.ts', '.tsx', '.mjs', '.md', '.json', '.jsonc', '.css', '.html', '.yml', '.yaml', '.sh', '/run'];

/** Written in pieces, so that this file does not break its own rule. */
const forbidden: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: new RegExp(['(^|[\\s\'"`(])/wo', 'rk/'].join(''), 'm'), why: 'a path of one machine' },
  {
    pattern: new RegExp(['\\.\\./sha', 'red/(?!base)[a-z]+\\.(md|json)'].join('')),
    why: 'a folder outside the project',
  },
  {
    pattern: new RegExp(['registry\\.', 'npm|npm', 'mirror|unp', 'kg\\.com|jsde', 'livr'].join('')),
    why: 'a host of packages',
  },
  { pattern: new RegExp(['\\b(TO', 'DO|FIX', 'ME|HA', 'CK)\\b'].join('')), why: 'a promise instead of the thing' },
  {
    pattern: new RegExp(['\\b(it|test|describe)\\.(sk', 'ip|on', 'ly|to', 'do)\\b'].join('')),
    why: 'a test that does not run',
  },
  { pattern: new RegExp(['\\bissue', 's? #?\\d+\\b'].join(''), 'i'), why: 'the mechanics of a tracker' },
  {
    pattern: new RegExp(['\\b(Chat', 'GPT|Cla', 'ude|Co', 'pilot|LL', 'M)\\b'].join('')),
    why: 'a tool of one developer',
  },
];

it('finds none of the forbidden words in any file of the project', () => {
  const files = projectFiles('.', textFiles).filter((path) => path !== 'package-lock.json');
  const found = files.flatMap((path) => {
    const text = projectText(path);
    return forbidden.filter(({ pattern }) => pattern.test(text)).map(({ why }) => `${path}: ${why}`);
  });
  expect(found).toEqual([]);
});
