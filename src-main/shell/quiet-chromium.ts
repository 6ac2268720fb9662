// Chromium without a network and without errands of its own. The desk's only way out will be the desk service.

import { app } from 'electron';

/** Before Electron is ready. */
export function quietChromium(): void {
  // No name resolves, so that whatever might try to reach out finds nobody.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // The window keeps no secret and no cookie: no reason to ask a person for the password of their keyring.
  app.commandLine.appendSwitch('password-store', 'basic');
  app.commandLine.appendSwitch('use-mock-keychain');
  // Every page is sandboxed, also one that somebody forgets to ask it for. Root cannot have a sandbox on Linux; whoever
  // starts the desk as root says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
