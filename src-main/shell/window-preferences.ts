// Every switch of a page's environment that bears on safety, spelled out: what is safe by default today is asserted
// tomorrow.

import type { Session, WebPreferences } from 'electron';

const closed = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  webgl: false,
  enableWebSQL: false,
  spellcheck: false,
  // The page speaks through its own dialogs; a page that floods the screen with the system's is stopped here.
  disableDialogs: true,
  autoplayPolicy: 'document-user-activation-required',
  disableBlinkFeatures: 'Auxclick',
} as const satisfies WebPreferences;

/**
 * @param preload absolute path of the built preload
 * @param isDevelopment whether the tools of developers may be opened
 */
export function windowPreferences(preload: string, session: Session, isDevelopment: boolean): WebPreferences {
  return {
    ...closed,
    session,
    preload,
    devTools: isDevelopment,
    // A window behind another one still has to lock in time.
    backgroundThrottling: false,
  };
}

/** Of a page that is only printed. Its policy lets it run nothing; the shell itself asks whether its faces are there. */
export function paperPreferences(session: Session): WebPreferences {
  return { ...closed, session, devTools: false, backgroundThrottling: false };
}
