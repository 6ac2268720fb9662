// Keeps every page of the program where it is: no other address, no second window, no page inside a page.

import { app, type WebContents } from 'electron';
import { mayNavigate } from './navigation-policy.ts';
import type { ShellLog } from './shell-log.ts';

/** For every page that will ever be made, whoever makes it. */
export function guardAllContents(log: ShellLog): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

function guardContents(contents: WebContents, log: ShellLog): void {
  const refuse = (event: { readonly preventDefault: () => void }, what: string) => {
    event.preventDefault();
    log(`refused ${what.slice(0, 200)}`);
  };
  contents.on('will-frame-navigate', (details) => {
    if (!mayNavigate({ address: details.url, isMainFrame: details.isMainFrame }))
      refuse(details, `to go to ${details.url}`);
  });
  contents.on('will-navigate', (details) => {
    if (!mayNavigate({ address: details.url, isMainFrame: true })) refuse(details, `to go to ${details.url}`);
  });
  contents.on('will-redirect', (details) => refuse(details, `to be sent on to ${details.url}`));
  contents.on('will-attach-webview', (event) => refuse(event, 'a page inside the page'));
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused a window for ${url.slice(0, 200)}`);
    return { action: 'deny' };
  });
}
