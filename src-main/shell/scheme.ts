// The shell's own addresses. `app://desk` is the window; each page that is only printed has an origin of its own for as
// long as it prints. Registered before Electron is ready, as it demands.

import { protocol } from 'electron';

export const appScheme = 'app';
export const windowOrigin = `${appScheme}://desk`;

/** @param token 32 hexadecimal digits */
export function paperOrigin(token: string): string {
  return `${appScheme}://${token}.print`;
}

/** A real origin with the rights of https: its own storage, fetch of its own files, secure context. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}
