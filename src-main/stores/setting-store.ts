// Settings of the desk and of each person, as JSON under a name.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const getSetting = statement<{ name: string }, { value: string }>('select value from setting where name = @name');
const putSetting = statement<{ name: string; value: string }>(
  'insert into setting (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value',
);
const getAccountSetting = statement<{ account: string; name: string }, { value: string }>(
  'select value from account_setting where account = @account and name = @name',
);
const putAccountSetting = statement<{ account: string; name: string; value: string }>(
  `insert into account_setting (account, name, value) values (@account, @name, @value)
   on conflict (account, name) do update set value = excluded.value`,
);
const deleteAccountSetting = statement<{ account: string; name: string }, never>(
  'delete from account_setting where account = @account and name = @name',
);

const allAccountSettings = statement<Record<never, never>, { account: string; name: string; value: string }>(
  'select account, name, value from account_setting',
);

/** Every setting of every person. */
export function accountSettings(reading: Reading) {
  return reading.all(allAccountSettings, {}).map(({ account, name, value }) => {
    const parsed: unknown = JSON.parse(value);
    return { account, name, value: parsed };
  });
}

/** The setting as it was stored; the caller parses it. Undefined when it was never set. */
export function readSetting(reading: Reading, name: string): unknown {
  return parse(reading.first(getSetting, { name }));
}

export function writeSetting(writing: Writing, name: string, value: object): void {
  writing.run(putSetting, { name, value: JSON.stringify(value) });
}

export function readAccountSetting(reading: Reading, account: string, name: string): unknown {
  return parse(reading.first(getAccountSetting, { account, name }));
}

export function writeAccountSetting(writing: Writing, account: string, name: string, value: object): void {
  writing.run(putAccountSetting, { account, name, value: JSON.stringify(value) });
}

export function dropAccountSetting(writing: Writing, account: string, name: string): void {
  writing.run(deleteAccountSetting, { account, name });
}

function parse(row: { readonly value: string } | undefined): unknown {
  return row === undefined ? undefined : JSON.parse(row.value);
}
