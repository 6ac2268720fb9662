import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createKeyring, type Keyring, keyringPath, openKeyring } from '../../../src-main/trust/keyring.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const deskKey = new Uint8Array(randomBytes(32));
const first = { id: 'p-li', name: '黎女士' };
const second = { id: 'p-shu', name: '舒某' };
const password = 'Fangyan-2025';

async function desk() {
  const directory = temporaryDirectory();
  const clock = { now: 1_700_000_000_000 };
  const tools = {
    random: (count: number) => new Uint8Array(randomBytes(count)),
    now: () => clock.now,
    cost: { memory: 64, passes: 1, lanes: 1 },
  };
  const halves = okValue(
    await createKeyring(directory, { unitName: '方岩派出所', person: first, password, deskKey }, tools),
  );
  const reopen = (): Keyring => okValue(openKeyring(directory, tools));
  return { directory, clock, halves, reopen, keyring: reopen() };
}

describe('the keyring', () => {
  it('gives each person the one desk key for their own password', async () => {
    const { keyring, reopen } = await desk();
    okValue(await keyring.setPassword(second, 'Other-2025', deskKey));
    const again = reopen();
    expect(okValue(await again.signIn(first.id, password))).toEqual(deskKey);
    expect(okValue(await again.signIn(second.id, 'Other-2025'))).toEqual(deskKey);
    expect(again.people()).toEqual([first, second]);
  });

  it('never seals a key that was overwritten while it worked: a desk that closes just then locks nobody out', async () => {
    const { keyring, reopen } = await desk();
    const given = Uint8Array.from(deskKey);
    const setting = keyring.setPassword(second, 'Other-2025', given);
    const disabling = keyring.setEnabled(first.id, false, given);
    const enabling = keyring.setEnabled(first.id, true, given);
    given.fill(0);
    for (const done of [setting, disabling, enabling]) okValue(await done);
    const again = reopen();
    expect(okValue(await again.signIn(second.id, 'Other-2025'))).toEqual(deskKey);
    expect(okValue(await again.signIn(first.id, password))).toEqual(deskKey);
  });

  it('takes full-width letters of an input method for plain ones', async () => {
    const { keyring } = await desk();
    expect(okValue(await keyring.signIn(first.id, 'Ｆangyan－２０２５'))).toEqual(deskKey);
  });

  it('never holds the desk key or a password in the clear, and is for its owner only', async () => {
    const { directory } = await desk();
    const text = readFileSync(keyringPath(directory), 'utf8');
    expect(text).not.toContain(Buffer.from(deskKey).toString('base64'));
    expect(text).not.toContain(Buffer.from(deskKey).toString('hex'));
    expect(text).not.toContain(password);
    expect(statSync(keyringPath(directory)).mode & 0o077).toBe(0);
  });

  it('does not say whether the person or the password was wrong', async () => {
    const { keyring } = await desk();
    const wrongPassword = problemOf(await keyring.signIn(first.id, 'Wrong-2025'));
    const wrongPerson = problemOf(await keyring.signIn('p-nobody', 'Wrong-2025'));
    expect([wrongPassword, wrongPerson]).toEqual([{ code: 'sign_in_refused' }, { code: 'sign_in_refused' }]);
  });

  it('makes wrong passwords wait longer each time and locks out after the fifth, over restarts', async () => {
    const { keyring, clock, reopen } = await desk();
    for (const wait of [1, 2, 4, 8]) {
      expect(problemOf(await keyring.signIn(first.id, 'Wrong-2025'))).toEqual({ code: 'sign_in_refused' });
      expect(problemOf(await keyring.signIn(first.id, password))).toEqual({
        code: 'sign_in_wait',
        facts: { seconds: wait },
      });
      clock.now += wait * 1_000;
    }
    expect(problemOf(await keyring.signIn(first.id, 'Wrong-2025'))).toEqual({
      code: 'sign_in_locked_out',
      facts: { minutes: 10 },
    });
    const restarted = reopen();
    expect(problemOf(await restarted.signIn(first.id, password))).toEqual({
      code: 'sign_in_locked_out',
      facts: { minutes: 10 },
    });
    clock.now += 10 * 60_000;
    expect(okValue(await restarted.signIn(first.id, password))).toEqual(deskKey);
  });

  it('counts attempts made at once one after the other', async () => {
    const { keyring } = await desk();
    const answers = await Promise.all(Array.from({ length: 4 }, () => keyring.signIn(first.id, 'Wrong-2025')));
    expect(answers.map((answer) => problemOf(answer).code)).toEqual([
      'sign_in_refused',
      'sign_in_wait',
      'sign_in_wait',
      'sign_in_wait',
    ]);
  });

  it('is no more patient than the lock-out when the clock was set back', async () => {
    const { keyring, clock } = await desk();
    await keyring.signIn(first.id, 'Wrong-2025');
    clock.now -= 365 * 86_400_000;
    expect(problemOf(await keyring.signIn(first.id, password))).toEqual({
      code: 'sign_in_wait',
      facts: { seconds: 600 },
    });
  });

  it('keeps refused sign-ins until the log has them', async () => {
    const { keyring, clock, reopen } = await desk();
    await keyring.signIn(first.id, 'Wrong-2025');
    const restarted = reopen();
    expect(restarted.refusals()).toEqual([{ account: first.id, at: clock.now }]);
    okValue(await restarted.forgetRefusals(1));
    expect(reopen().refusals()).toEqual([]);
  });

  it('lets a disabled person in no more, and again with the same password once enabled', async () => {
    const { keyring, clock } = await desk();
    okValue(await keyring.setPassword(second, 'Other-2025', deskKey));
    okValue(await keyring.setEnabled(second.id, false, deskKey));
    expect(keyring.people()).toEqual([first]);
    expect(problemOf(await keyring.signIn(second.id, 'Other-2025'))).toEqual({ code: 'sign_in_refused' });
    clock.now += 1_000;
    okValue(await keyring.setEnabled(second.id, true, deskKey));
    expect(okValue(await keyring.signIn(second.id, 'Other-2025'))).toEqual(deskKey);
  });

  it('says in words when the file is not a keyring', async () => {
    const { directory } = await desk();
    writeFileSync(keyringPath(directory), '{"format":"case-desk keyring"');
    const tools = {
      random: (count: number) => new Uint8Array(randomBytes(count)),
      now: () => 0,
      cost: { memory: 64, passes: 1, lanes: 1 },
    };
    expect(problemOf(openKeyring(directory, tools))).toEqual({ code: 'desk_keyring_damaged' });
  });
});

describe('the recovery code', () => {
  it('gives the desk key for both halves, in either order, however they are typed', async () => {
    const { keyring, halves } = await desk();
    expect(okValue(await keyring.recover(halves))).toEqual(deskKey);
    const typed = [
      halves[1].toLowerCase().replaceAll('-', ' '),
      halves[0].replaceAll('0', 'O').replaceAll('1', 'l'),
    ] as const;
    expect(okValue(await keyring.recover(typed))).toEqual(deskKey);
  });

  it('is two halves of seven groups of four', async () => {
    const { halves } = await desk();
    expect(halves.every((half) => /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(half))).toBe(true);
  });

  it('names the half that is mistyped', async () => {
    const { keyring, halves } = await desk();
    const wrong = halves[1].startsWith('1') ? `2${halves[1].slice(1)}` : `1${halves[1].slice(1)}`;
    expect(problemOf(await keyring.recover([halves[0], wrong]))).toEqual({
      code: 'recovery_half_mistyped',
      facts: { half: 2 },
    });
  });

  it('needs two different halves of this desk', async () => {
    const { keyring, halves } = await desk();
    expect(problemOf(await keyring.recover([halves[0], halves[0]]))).toEqual({ code: 'recovery_refused' });
    const other = await desk();
    expect(problemOf(await keyring.recover([halves[0], other.halves[1]]))).toEqual({ code: 'recovery_refused' });
  });
});
