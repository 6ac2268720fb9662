// Unpacks the packaged browser into this thread's TMPDIR and tells whether there was one.

import { parentPort } from 'node:worker_threads';

async function unpack(): Promise<boolean> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return false;
    throw error;
  }
}

parentPort?.postMessage(await unpack());
