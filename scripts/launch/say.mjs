// What the launchers say to a person: one line, Chinese first, English after it.

/**
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  process.stderr.write(`${zh} · ${en}\n`);
}
