// A stand-in for the `electron` module under Node: as much of it as the shell uses, typed from Electron's own types, with
// Electron's rules about order. What the shell does with it is written down; what people and pages do is played by tests.

import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  Clipboard,
  Display,
  MenuItemConstructorOptions,
  PowerMonitor,
  Rectangle,
} from 'electron';
import { type AppSetting, StandInApp } from './app.ts';
import { StandInWindow, type WindowWorld } from './browser-window.ts';
import { StandInDialogs } from './dialogs.ts';
import { StandInIpc } from './ipc.ts';
import { assertNotReady, assertReady, createJournal } from './journal.ts';
import { StandInChannelMain } from './message-ports.ts';
import { createNotifications } from './notifications.ts';
import { createSessions } from './sessions.ts';
import { createUtility } from './utility-process.ts';
import type { Printing, PrintOutcome } from './web-contents.ts';

/** Names of Electron's module, so that nothing is offered that Electron does not have. */
type Offered = { readonly [Name in keyof typeof import('electron')]?: unknown };

export type StandInOptions = Pick<AppSetting, 'folders'> &
  Partial<Pick<AppSetting, 'isPackaged' | 'isFirst' | 'switches' | 'languages'>> & {
    readonly screens?: readonly Rectangle[];
  };

const usualScreen: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };

class StandInPowerMonitor extends EventEmitter implements Pick<PowerMonitor, 'getSystemIdleState'> {
  idleState: ReturnType<PowerMonitor['getSystemIdleState']> = 'active';

  getSystemIdleState(): ReturnType<PowerMonitor['getSystemIdleState']> {
    return this.idleState;
  }
}

class StandInClipboard implements Pick<Clipboard, 'readText' | 'clear'> {
  text = '';
  /** How often the shell looked. */
  looks = 0;

  readText(): Promise<string> {
    this.looks += 1;
    return Promise.resolve(this.text);
  }

  clear(): Promise<void> {
    this.text = '';
    return Promise.resolve();
  }
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>;

export function createElectronStandIn(options: StandInOptions) {
  const journal = createJournal();
  const readiness = { isReady: false };
  const windows = new Set<StandInWindow>();
  const dialogs = new StandInDialogs();
  const ipc = new StandInIpc();
  const menus: MenuItemConstructorOptions[][] = [];
  const privileged: object[] = [];
  const powerMonitor = new StandInPowerMonitor();
  const outcomes: PrintOutcome[] = [];
  const printed: Printing['printed'] = [];
  const pdfs: Printing['pdfs'] = [];
  const app = new StandInApp({
    isPackaged: false,
    isFirst: true,
    switches: [],
    languages: ['zh-CN'],
    ...options,
    journal,
    readiness,
    windows,
  });
  const sessions = createSessions(readiness, journal);
  const utility = createUtility(readiness, journal);
  const notifications = createNotifications();
  const displays = (options.screens ?? [usualScreen]).map((workArea) => ({ workArea }) satisfies Partial<Display>);
  const printing = () => ({ outcome: outcomes.shift() ?? { success: true, failureReason: '' }, printed, pdfs });
  const world: WindowWorld = { app, ipc, journal, readiness, printing, windows };
  const clipboard = new StandInClipboard();
  let lastContents = 0;

  const module = {
    app,
    clipboard,
    BrowserWindow: class extends StandInWindow {
      constructor(constructorOptions: BrowserWindowConstructorOptions = {}) {
        lastContents += 1;
        super(world, lastContents, constructorOptions);
      }
    },
    dialog: dialogs,
    ipcMain: ipc,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => menus.push(menu),
    },
    MessageChannelMain: StandInChannelMain,
    Notification: notifications.module,
    powerMonitor,
    protocol: {
      registerSchemesAsPrivileged: (schemes: object[]) => {
        assertNotReady(readiness, 'registerSchemesAsPrivileged');
        if (privileged.length > 0) throw new Error('registerSchemesAsPrivileged can be called once');
        journal.note('scheme');
        privileged.push(...schemes);
      },
    },
    screen: {
      getPrimaryDisplay: () => {
        assertReady(readiness, 'screen');
        return displays[0];
      },
      getAllDisplays: () => displays,
    },
    session: sessions.module,
    utilityProcess: utility.module,
  } satisfies Offered;

  return {
    /** What stands in the place of the module. */
    module,
    app,
    journal,
    clipboard,
    dialogs,
    ipc,
    menus,
    privileged,
    powerMonitor,
    notifications,
    sessions,
    services: utility.processes,
    windows,
    /** How the next prints end, in order; they succeed when nothing is said. */
    printOutcomes: outcomes,
    printed,
    pdfs,
  };
}
