// The program as it is packed finds its own parts: service, preload, window, icon, print styles.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { projectFolder } from '../../support/project-files.ts';
import { buildProgram, newShellPlaces, startShell, until } from '../../support/started-shell.ts';
import { openTestDesk, taskContent, windowCalls } from '../../support/window-calls.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
beforeAll(buildProgram);

it('runs from its build: window, service, print styles, and a page printed', async () => {
  const { electron, window, page } = await startShell(newShellPlaces(), { isBuilt: true, isPackaged: true });
  expect(window.options.webPreferences?.preload).toBe(join(projectFolder, 'out', 'preload', 'index.cjs'));
  expect(existsSync(String(window.options.icon))).toBe(true);
  const style = await electron.sessions.usual.load('app://desk/print/print.css');
  expect(typeof style === 'string' ? style : style.status).toBe(200);

  const { calls } = await windowCalls(page);
  const account = await openTestDesk(calls);
  const { id } = await calls.records.add({ kind: 'handbook_task', content: taskContent(account, '更换楼道灯') });
  const pdf = await calls.documents.pdf({ id, document: 'handbook_page' });
  expect(await pdf.text()).toContain('更换楼道灯');
  window.close();
  await until('the end', () => electron.app.exitCode === 0);
});
