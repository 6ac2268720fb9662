// `npm run audit:packages`: asks the registry for known faults of the locked packages and holds each against
// docs/audit-findings.json, where it is explained until a day. Exit code 0: none, or all explained; 1: one is not explained, or
// no longer; 3: the registry did not answer, so that nothing is known, which is no good news.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './launch/places.mjs';
import { runNpm } from './launch/run.mjs';
import { say } from './launch/say.mjs';

/** @typedef {{ package: string, advisory: string, severity: string, title: string }} Finding */
/** @typedef {{ package: string, advisory: string, why: string, until: string }} Explained `until`: the last day, YYYY-MM-DD */

const { values } = parseArgs({ options: { in: { type: 'string', default: root } } });
const project = resolve(values.in);
const { output } = await runNpm(['audit', '--json', '--package-lock-only'], { quiet: true, cwd: project });
const findings = findingsIn(output);
if (findings === null) sayNothingKnown(output);
else judge(findings, explainedIn(join(project, 'docs', 'audit-findings.json')));

/**
 * Each advisory of each package once; null where the answer is no audit.
 * @param {string} text
 * @returns {readonly Finding[] | null}
 */
function findingsIn(text) {
  const answer = parsed(text);
  if (answer?.auditReportVersion !== 2 || typeof answer.vulnerabilities !== 'object') return null;
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const { via } of Object.values(answer.vulnerabilities))
    for (const cause of via) {
      // A name alone is another package of this list that is the cause.
      if (typeof cause === 'string') continue;
      const advisory = String(cause.url ?? cause.source).replace(/^.*\//, '');
      found.set(`${cause.name} ${advisory}`, {
        package: cause.name,
        advisory,
        severity: cause.severity,
        title: cause.title,
      });
    }
  return [...found.values()];
}

/**
 * What npm printed, from the first brace on: its complaints stand around it.
 * @param {string} text
 */
function parsed(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @returns {readonly Explained[]}
 */
function explainedIn(file) {
  /** @type {readonly Explained[]} */
  const all = JSON.parse(readFileSync(file, 'utf8'));
  for (const one of all) {
    const isWhole = one.package && one.advisory && one.why?.trim() && /^\d{4}-\d{2}-\d{2}$/.test(one.until ?? '');
    if (!isWhole)
      throw new Error(`${file}: ${JSON.stringify(one)} needs package, advisory, why and until (YYYY-MM-DD)`);
  }
  return all;
}

/**
 * @param {readonly Finding[]} found
 * @param {readonly Explained[]} explained
 */
function judge(found, explained) {
  const today = new Date().toISOString().slice(0, 10);
  const wordOn = (/** @type {Finding} */ finding) =>
    explained.find((one) => one.package === finding.package && one.advisory === finding.advisory);
  const open = found.filter((finding) => (wordOn(finding)?.until ?? '') < today);
  for (const finding of found) {
    const word = wordOn(finding);
    const isOver = word !== undefined && word.until < today;
    const judged = isOver ? `EXPLAINED ONLY UNTIL ${word.until}` : (word?.why ?? 'NOT EXPLAINED');
    process.stdout.write(
      `${finding.package} ${finding.advisory} (${finding.severity}): ${finding.title}\n  ${judged}\n`,
    );
  }
  for (const one of explained)
    if (!found.some((finding) => wordOn(finding) === one))
      process.stdout.write(`${one.package} ${one.advisory}: explained, but found no more; take it out of the list\n`);
  process.exitCode = open.length > 0 ? 1 : 0;
  say(
    `已知漏洞 ${found.length} 项，未作说明 ${open.length} 项`,
    `${found.length} known faults of packages, ${open.length} of them not explained`,
  );
}

/** @param {string} text */
function sayNothingKnown(text) {
  process.stdout.write(`${text.trim().split('\n').slice(0, 3).join('\n')}\n`);
  say('未检查：软件源不回答审计请求，漏洞情况未知', 'NOT AUDITED: the registry answered no audit; nothing is known');
  process.exitCode = 3;
}
