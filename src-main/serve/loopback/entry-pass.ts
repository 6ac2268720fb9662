// Who may use the loopback server: whoever came through the one-time link the shell printed, and has its cookie since.
// Other programs and pages on the same PC have neither.

import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../../trust/random.ts';

export type EntryPass = {
  /** A new one-time link's path: `/enter?k=…`. The one before it stops working. */
  readonly newLink: () => string;
  /** The cookie to set for a key, once; null for a wrong or used key. */
  readonly enter: (key: string) => string | null;
  readonly isAdmitted: (cookies: string | undefined) => boolean;
};

/** `port` is part of the cookie's name, since cookies are shared by all ports of a host. */
export function createEntryPass(port: number, random: Random): EntryPass {
  const name = `case_desk_${port}`;
  const pass = secret(random);
  let key: string | null = null;
  return {
    newLink() {
      key = secret(random);
      return `/enter?k=${key}`;
    },
    enter(given) {
      if (key === null || !same(given, key)) return null;
      key = null;
      return `${name}=${pass}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isAdmitted: (cookies = '') => cookies.split(';').some((cookie) => isPass(cookie.trim(), name, pass)),
  };
}

function isPass(cookie: string, name: string, pass: string): boolean {
  return cookie.startsWith(`${name}=`) && same(cookie.slice(name.length + 1), pass);
}

/** 256 bits. */
function secret(random: Random): string {
  return Buffer.from(random(32)).toString('base64url');
}

function same(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
