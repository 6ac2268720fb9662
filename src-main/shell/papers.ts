// Pages on their way to the printer, each at an origin of its own and only as long as it prints.

import { paperPolicy } from '../../src-shared/contract/content-policy.ts';
import { fileResponse, pageResponse, refusal } from './respond.ts';
import { paperOrigin } from './scheme.ts';

export type PaperPicture = { readonly name: string; readonly media: string; readonly bytes: Uint8Array };
export type Paper = { readonly html: string; readonly pictures: readonly PaperPicture[] };

export type Papers = {
  /** `address` shows the page until `remove` is called. */
  readonly add: (paper: Paper) => { readonly address: string; readonly remove: () => void };
  /** Answers `/` with the page and `/pictures/<name>` with its pictures. */
  readonly answer: (origin: string, pathname: string) => Response;
  readonly has: (origin: string) => boolean;
};

function pictureResponse(paper: Paper, name: string): Response {
  const found = paper.pictures.find((picture) => encodeURIComponent(picture.name) === name);
  return found === undefined ? refusal(404) : fileResponse(new Uint8Array(found.bytes), found.media);
}

/** @param newToken unguessable and used once: 32 hexadecimal digits */
export function createPapers(newToken: () => string): Papers {
  const papersByOrigin = new Map<string, Paper>();
  return {
    add(paper) {
      const origin = paperOrigin(newToken());
      papersByOrigin.set(origin, paper);
      return { address: `${origin}/`, remove: () => papersByOrigin.delete(origin) };
    },
    answer(origin, pathname) {
      const paper = papersByOrigin.get(origin);
      if (paper === undefined) return refusal(404);
      if (pathname === '/') return pageResponse(paper.html, paperPolicy);
      const pictures = '/pictures/';
      return pathname.startsWith(pictures) ? pictureResponse(paper, pathname.slice(pictures.length)) : refusal(404);
    },
    has: (origin) => papersByOrigin.has(origin),
  };
}
