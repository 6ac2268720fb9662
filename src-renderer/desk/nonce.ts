// The nonce of this page, which the shell that served it put into its head; styles made at run time must carry it.

export function pageNonce(page: Document): string {
  return page.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}
