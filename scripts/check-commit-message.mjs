// Checks that a commit message is a Conventional Commit. Takes a file (from the hook) or `--range A..B` (from CI).

import { readFileSync } from 'node:fs';
import { run } from './launch/run.mjs';

const types = ['build', 'chore', 'ci', 'docs', 'feat', 'fix', 'perf', 'refactor', 'revert', 'style', 'test'];
const form = new RegExp(`^(${types.join('|')})(\\([a-z0-9-]+(, ?[a-z0-9-]+)*\\))?!?: \\S`);
const longest = 100;

/**
 * @param {string} subject the first line
 * @returns {string | null} what is wrong with it
 */
export function faultOf(subject) {
  if (/^(Merge|Revert|fixup!|squash!) ?/.test(subject)) return null;
  if (!form.test(subject)) return `say "type(scope): what changed", with a type of ${types.join(', ')}`;
  if (subject.length > longest) return `at most ${longest} characters, not ${subject.length}`;
  return null;
}

/** @returns {Promise<string[]>} the first lines to check */
async function subjects() {
  const [first, second] = process.argv.slice(2);
  if (first === '--range' && second) {
    const { code, output } = await run('git', ['log', '--no-merges', '--format=%s', second], { quiet: true });
    if (code !== 0) throw new Error(output);
    return output.split('\n').filter(Boolean);
  }
  if (!first) throw new Error('give a message file, or --range A..B');
  return [
    readFileSync(first, 'utf8')
      .split('\n')
      .find((line) => line !== '' && !line.startsWith('#')) ?? '',
  ];
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  for (const subject of await subjects()) {
    const fault = faultOf(subject);
    if (fault === null) continue;
    process.stderr.write(`commit message: ${fault}\n  ${subject}\n`);
    process.exitCode = 1;
  }
}
