// Makes `app` a real scheme, before Electron is ready, as it demands.

import { protocol } from 'electron';
import { appScheme } from './scheme.ts';

/** With the rights of https: an origin with storage of its own, fetch of its own files, a secure context. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}
