// Who signed in here last, so that the next sign-in begins at the password. Only the account's id is kept.

const key = 'case-desk.person';

export function lastPerson(storage: Storage): string | null {
  return storage.getItem(key);
}

export function rememberPerson(storage: Storage, account: string): void {
  storage.setItem(key, account);
}
