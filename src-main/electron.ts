// The Electron shell, in the order in which it starts. It shows the window and lends it dialogs and paper; the desk itself
// is the service, a process of its own, to which the window speaks directly.

import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { app, clipboard, session } from 'electron';
import type { WindowNews } from '../src-shared/contract/shell.ts';
import { afterTimeout } from './shell/after.ts';
import { createQuestions } from './shell/ask-person.ts';
import { connectWindow } from './shell/connect-window.ts';
import { deskArguments, serviceArguments } from './shell/desk-arguments.ts';
import { endAfterService, stopWithSession } from './shell/end-program.ts';
import { forgetCopied } from './shell/forget-copied.ts';
import { guardAllContents } from './shell/guard-contents.ts';
import { hardenSession } from './shell/harden-session.ts';
import { keepProfileIn } from './shell/keep-profile.ts';
import { endAfterFault, logFaults } from './shell/log-faults.ts';
import { lockWithMachine } from './shell/machine-lock.ts';
import { createMainWindow } from './shell/main-window.ts';
import { setMenu } from './shell/menu.ts';
import { createPapers } from './shell/papers.ts';
import { shellPlaces } from './shell/places.ts';
import { createPrinter } from './shell/printing.ts';
import { quietChromium } from './shell/quiet-chromium.ts';
import { registerAppScheme } from './shell/register-scheme.ts';
import { createRestartPlan } from './shell/restart-plan.ts';
import { answerPaper, answerWindow } from './shell/serve-app.ts';
import { serveShell } from './shell/serve-shell.ts';
import { ServiceHost } from './shell/service-host.ts';
import { questionAnswers, tellingAnswers } from './shell/shell-answers.ts';
import { createShellLog } from './shell/shell-log.ts';
import { shellLanguage, shellWords } from './shell/shell-words.ts';

const machineLocked: WindowNews = 'shell:machine-lock';
/** Milliseconds: for a page to load before it prints, for the service to be ready and to finish, for drafts to be put away, for copies to stay. */
const times = { paper: 60_000, ready: 180_000, stop: 20_000, lock: 2_000, look: 3_000, copied: 60_000 } as const;

const isDevelopment = !app.isPackaged;
const desk = deskArguments(process.argv.slice(1), process.cwd());
const places = shellPlaces(app.getPath('appData'), desk);
const echo = (line: string) => void (isDevelopment && process.stderr.write(line));
const log = createShellLog(places.log, () => new Date(), echo);

async function start(): Promise<void> {
  const language = shellLanguage(app.getPreferredSystemLanguages());
  const words = shellWords(language);
  const questions = createQuestions(language, words, places.log);

  const papers = createPapers(() => randomBytes(16).toString('hex'));
  const windowFiles = { folder: places.window, newNonce: () => randomBytes(16).toString('base64') };
  const window = { session: session.defaultSession, answer: answerWindow(windowFiles) };
  const paper = { session: session.fromPartition('paper'), answer: answerPaper(papers) };
  await hardenSession({ ...window, isDevelopment, log });
  await hardenSession({ ...paper, isDevelopment, log });

  const printer = createPrinter(papers, paper.session, times.paper);
  const host = new ServiceHost({
    program: { program: places.service, args: serviceArguments(desk) },
    plan: createRestartPlan(() => performance.now()),
    printer,
    log,
    after: afterTimeout,
    readyTimeoutMs: times.ready,
    stopTimeoutMs: times.stop,
    ask: questions,
    quit: () => app.quit(),
  });
  const copied = forgetCopied({ clipboard, after: afterTimeout, keepMs: times.copied });
  const main = createMainWindow({ places, session: window.session, isDevelopment, words }, log, questions);
  serveShell({
    window: main.current,
    questions: questionAnswers(words, printer),
    tellings: tellingAnswers((asking) => connectWindow(asking, host), copied),
    log,
  });
  lockWithMachine({
    tellWindow: () => main.current()?.webContents.send(machineLocked),
    lockService: () => host.lock(),
    closeService: () => host.sleep(),
    after: afterTimeout,
    graceMs: times.lock,
    // Linux tells of sleep but not of a locked screen.
    lookEveryMs: process.platform === 'linux' ? times.look : null,
  });
  endAfterService(host);
  app.on('second-instance', main.show);
  host.start();
  setMenu({ words, isDevelopment, window: main.current });
  stopWithSession(await main.open(), host);
}

app.setName('Case Desk');
// As in the installer: Windows joins windows, shortcuts and notices by it.
if (process.platform === 'win32') app.setAppUserModelId('cn.casedesk.desk');
keepProfileIn(places.profile);
registerAppScheme();
quietChromium();
logFaults(log);
guardAllContents(log);
// A second start only shows the window of the first. Nothing here is awaited: Electron is not ready before this file is done.
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(endAfterFault(log));
else app.exit(0);
