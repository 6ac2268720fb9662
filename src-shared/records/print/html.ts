// HTML as a value that can only be built safely: a string put into a template is escaped, only `Html` is taken as it is.

export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Html | string | number | null | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML source; safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

function partToSource(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map(partToSource).join('');
  return escapeHtml(String(part));
}

/** html`<td>${text}</td>`: every interpolation is escaped unless it is `Html` or a list of it. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.reduce((source, piece, index) => source + piece + partToSource(parts[index] ?? null), ''));
}

/** Text with its line breaks kept. */
export function lines(text: string): Html {
  return new Html(escapeHtml(text).replace(/\n/g, '<br>'));
}
