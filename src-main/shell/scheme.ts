// The shell's own addresses. `app://desk` is the window; each page that is only printed has an origin of its own for as
// long as it prints.

export const appScheme = 'app';
export const windowOrigin = `${appScheme}://desk`;

/** @param token 32 hexadecimal digits */
export function paperOrigin(token: string): string {
  return `${appScheme}://${token}.print`;
}
