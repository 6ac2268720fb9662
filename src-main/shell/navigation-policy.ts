// Where frames may go and what a session may fetch: nothing but the shell's own. The window is one page whose places are
// fragments; the sheets it shows are written into frames, not loaded.

import { appScheme, windowOrigin } from './scheme.ts';

export type Navigation = { readonly address: string; readonly isMainFrame: boolean };

/** Reloading the window's own page is no way out; `about:srcdoc` is a sheet the page itself wrote. */
export function mayNavigate({ address, isMainFrame }: Navigation): boolean {
  if (!isMainFrame) return address === 'about:srcdoc' || address === 'about:blank';
  const [page] = address.split('#');
  return page === `${windowOrigin}/` || page === `${windowOrigin}/index.html`;
}

/** Whether a session may fetch an address at all. Chromium's own pages are there for the tools of developers. */
export function mayFetch(address: string, isDevelopment: boolean): boolean {
  if (address.startsWith(`${appScheme}://`) || address.startsWith(`blob:${windowOrigin}/`)) return true;
  if (address.startsWith('data:') || address === 'about:blank' || address === 'about:srcdoc') return true;
  return isDevelopment && /^(devtools|chrome-devtools):\/\//.test(address);
}
