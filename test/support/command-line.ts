// Runs `case-desk` as a person would: a process of its own for every command.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const program = join(import.meta.dirname, '../../src-main/cli.ts');

export const firstPerson = '陈晓岚';
export const password = 'Wallet-2340!';

export type Ran = {
  readonly code: number;
  readonly output: string;
  readonly said: string;
  readonly json: () => unknown;
};
export type Person = { readonly name: string; readonly roles: string };

/** A desk directory spoken to by commands only. */
export class CommandLine {
  readonly directory: string;
  constructor(directory: string) {
    this.directory = directory;
  }

  /** `person` signs in; `input` goes to standard input. */
  async run(args: readonly string[], { person = firstPerson, input = '', secret = password } = {}): Promise<Ran> {
    const all = [program, ...args, '--dir', this.directory, '--person', person];
    const child = spawn(process.execPath, all, { env: { ...process.env, CASE_DESK_PASSWORD: secret } });
    child.stdin.end(input);
    const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    const [output, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, output, said, json: () => JSON.parse(output) };
  }

  /** Runs a command that must succeed and gives its JSON. */
  async get<T>(
    args: readonly string[],
    options: { readonly person?: string; readonly input?: string } = {},
  ): Promise<T> {
    const ran = await this.run(args, options);
    if (ran.code !== 0) throw new Error(`case-desk ${args.join(' ')}: exit ${ran.code}\n${ran.said}\n${ran.output}`);
    return JSON.parse(ran.output);
  }

  async setUp(kind: 'police' | 'community', others: readonly Person[]): Promise<void> {
    const unit = ['--unit-name', '永康市公安局方岩派出所', '--unit-code', '330784000001', '--unit-short', '方岩所'];
    await this.get(['init', ...unit, '--kind', kind]);
    const secret = join(this.directory, '..', 'new-password');
    writeFileSync(secret, `${password}\n`);
    for (const { name, roles } of others)
      await this.get(['add-person', name, '--roles', roles, '--new-password-file', secret]);
  }
}
