// The checksum of a register: whoever has its lines can work it out again, whatever kind of file they came in.

import { createHash } from 'node:crypto';

export type RegisterChecksum = {
  readonly add: (texts: readonly string[]) => void;
  /** The first sixteen hexadecimal digits of the SHA-256. */
  readonly digits: () => string;
};

/**
 * Over UTF-8: for every line its texts as the register writes them (序号 left out, `—` for what is empty, blanks and line
 * breaks within a text as one blank), with a tab between them and a line feed at the end.
 */
export function registerChecksum(): RegisterChecksum {
  const sha = createHash('sha256');
  return {
    add: (texts) => void sha.update(`${texts.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).join('\t')}\n`),
    digits: () => sha.copy().digest('hex').slice(0, 16),
  };
}
