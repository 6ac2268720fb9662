// An open desk: everything the work on records needs, put together once when the desk is opened.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { DeskEvent } from '../../src-shared/contract/views.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import type { Cryptography, Signer } from '../../src-shared/history/cryptography.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Database } from '../database/database.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { People } from './people.ts';

/** Where the desk's time, chance and hashes come from. */
export type DeskTools = {
  /** ms since 1970. */
  readonly now: () => number;
  readonly crypto: Cryptography;
};

export type DeviceIdentity = {
  readonly signer: Signer;
  readonly publicKey: Uint8Array;
  /** The chain this device writes now, from its beginning; another one when a twin has gone on with it. */
  readonly chain: { current: ChainTip };
};

export type DeskKinds = {
  /** The kinds of casework this desk offers. */
  readonly offered: readonly Kind[];
  readonly codeLists: CodeLists;
  /** Any kind, the internal one included. Problem `kind_unknown`. */
  readonly get: (key: string) => Result<Kind, Problem>;
};

export type Desk = {
  readonly database: Database;
  readonly attachments: Database;
  readonly kinds: DeskKinds;
  readonly tools: DeskTools;
  readonly device: DeviceIdentity;
  /** Read anew whenever they are changed; never stale within the process, since no other process writes. */
  readonly settings: { current: DeskSettings };
  readonly people: { current: People };
  readonly notify: (event: DeskEvent) => void;
};
