// A way to the centre that breaks, for one test.

import { onTestFinished } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from './open-cutting-proxy.ts';

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const proxy = await openCuttingProxy(target);
  onTestFinished(() => proxy.close());
  return proxy;
}
