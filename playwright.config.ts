// Tests in a real browser (test/e2e) and in Electron (test/electron). The browser is the one `findTestBrowser` finds.

import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { testBrowserLaunchOptions } from './test/support/find-test-browser.ts';

// Desks and commands that tests start by the dozen compile their modules once.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'test-results/compiled');

export default defineConfig({
  outputDir: 'test-results/playwright',
  // A failing test is a finding, never weather.
  retries: 0,
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  // Patience only: a crowded machine takes its time, and what hangs is ended all the same.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // A trace of every test takes a quarter of its time; what was on the screen is kept in words and as a picture.
    trace: process.env.DESK_TRACES === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'e2e', testDir: 'test/e2e', use: { launchOptions: await testBrowserLaunchOptions() } },
    { name: 'electron', testDir: 'test/electron' },
  ],
});
