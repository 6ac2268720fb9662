// The centre's command line, on an embedded database in a directory of its own.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskClient } from '../support/desk-client.ts';
import { runServerCommand as run } from '../support/server-command.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('case-desk-server', () => {
  it('adds scopes, invites a desk that then enrols, and revokes it', async () => {
    const directory = join(temporaryDirectory(), 'centre');
    await run(directory, 'scopes', '--add', 'chengguan', '--name', '城关所');
    const below = await run(directory, 'scopes', '--add', 'shequ-1', '--parent', 'chengguan');
    expect(below.lines).toEqual(['chengguan\t-\t城关所', 'shequ-1\tchengguan\tshequ-1']);
    const { lines } = await run(directory, 'invite', '--scope', 'chengguan', '--qr');
    expect(lines[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(lines.slice(2).join('\n')).toContain('▀');
    const served = await run(directory, 'serve', '--port', '0');
    const url = /http:\S+/.exec(served.lines[0] ?? '')?.[0] ?? '';
    const desk = new DeskClient(url, 'desk-1');
    await desk.enter(lines[0] ?? '');
    const stats = JSON.parse((await run(directory, 'stats')).lines.join('\n'));
    expect(stats.devices).toEqual({ known: 1, revoked: 0 });
    expect(await run(directory, 'revoke', 'desk-1', '--reason', '遗失')).toEqual({
      lines: ['desk-1 revoked'],
      complaints: [],
      failed: false,
    });
    await expect(desk.signIn()).rejects.toThrow();
    expect((await run(directory, 'verify')).lines[0]).toBe('chengguan: 0 entries, 0 changes, 0 faults');
  });

  it('says in words what cannot be done, and fails', async () => {
    const directory = join(temporaryDirectory(), 'centre');
    await run(directory, 'scopes');
    expect(await run(directory, 'invite', '--scope', 'nowhere')).toEqual({
      lines: [],
      complaints: ['There is no scope nowhere'],
      failed: true,
    });
    expect((await run(directory, 'revoke', 'nobody', '--reason', 'x')).complaints).toEqual([
      'There is no device nobody',
    ]);
    expect((await run(directory, '--database', 'mysql://x', 'stats')).complaints).toEqual([
      'The setting DATABASE_URL is wrong: …',
    ]);
    await run(directory, 'scopes', '--add', 'chengguan');
    expect((await run(directory, 'scopes', '--add', 'chengguan')).complaints).toEqual([
      'The scope chengguan already exists',
    ]);
    expect(existsSync(join(directory, 'centre.db'))).toBe(true);
  });

  it('begins a new epoch when it is told to', async () => {
    const directory = join(temporaryDirectory(), 'centre');
    const epochOf = async () => JSON.parse((await run(directory, 'stats')).lines.join('\n')).epoch;
    const before = await epochOf();
    expect(await epochOf()).toBe(before);
    const [begun] = (await run(directory, 'new-epoch')).lines;
    expect([await epochOf(), begun === before]).toEqual([begun, false]);
  });
});
