// The content security policies of what the shells serve: nothing is allowed that is not named here, no exception for
// inline styles, no address but the shell's own.

/** What the served page carries where the nonce of this very response goes. */
export const noncePlace = '__CSP_NONCE__';

/** Policy of the window. Styles made at run time carry the nonce of the response. */
export function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Policy of a page that is only printed: it runs nothing and reaches nothing but its own styles, faces and pictures. */
export const paperPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
