// A session that reaches nothing but the shell's own addresses and is granted nothing: no network, no device, no
// permission, no download, no dictionary fetched behind anybody's back.

import type { Session } from 'electron';
import { mayFetch } from './navigation-policy.ts';
import { appScheme } from './scheme.ts';
import type { Answer } from './serve-app.ts';
import type { ShellLog } from './shell-log.ts';

export type HardenedSession = {
  readonly session: Session;
  readonly answer: Answer;
  readonly isDevelopment: boolean;
  readonly log: ShellLog;
};

/** Resolves once the session goes to no proxy; until then nothing is loaded in it. */
export async function hardenSession({ session, answer, isDevelopment, log }: HardenedSession): Promise<void> {
  session.protocol.handle(appScheme, answer);
  denyPermissions(session);
  session.webRequest.onBeforeRequest((details, callback) => {
    const isAllowed = mayFetch(details.url, isDevelopment);
    if (!isAllowed) log(`refused to fetch ${details.url.slice(0, 200)}`);
    callback({ cancel: !isAllowed });
  });
  // The window saves through its bridge; a download would go past the person.
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // Nothing is ever asked of this address: it takes the place of the public one, which would tell what is typed where.
  session.setSpellCheckerDictionaryDownloadURL(`${appScheme}://nowhere/`);
  session.allowNTLMCredentialsForDomains('');
  await session.setProxy({ mode: 'direct' });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
}
