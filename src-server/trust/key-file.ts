// The file with the key under which the centre seals its secrets. It is made once, readable by its owner alone, and never
// made anew where secrets are sealed already: a new key would open none of them.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeDurably } from '../../src-node/files/write-durably.ts';
import { bytesToHex, hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { sealingKeyBytes } from './wrap-secret.ts';

export type KeyFile = {
  readonly path: string;
  /** Null where there is no file. */
  read(): Result<Uint8Array | null, Problem>;
  /** Durable when it returns. */
  write(key: Uint8Array): Result<null, Problem>;
};

const shape = new RegExp(`^case-desk-centre-key-1 ([0-9a-f]{${sealingKeyBytes * 2}})$`, 'm');

function textOf(key: Uint8Array): string {
  return `# 基层案台中心的密钥文件。请另行备份，勿与数据库放在一起；没有它，中心不能启动。
# The key file of a Case Desk centre. Back it up apart from the database; without it the centre cannot start.
case-desk-centre-key-1 ${bytesToHex(key)}
`;
}

export function createKeyFile(given: string): KeyFile {
  const path = resolve(given);
  return {
    path,
    read() {
      try {
        const found = shape.exec(readFileSync(path, 'utf8'))?.[1];
        return found === undefined ? err({ code: 'server_key_unreadable', facts: { path } }) : ok(hexToBytes(found));
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return isMissing ? ok(null) : err({ code: 'server_key_unreadable', facts: { path } });
      }
    },
    write(key) {
      try {
        writeDurably(path, textOf(key));
        return ok(null);
      } catch {
        return err({ code: 'server_directory_not_writable', facts: { path } });
      }
    },
  };
}
