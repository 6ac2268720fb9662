// Paper: through the system's print dialog for the window, as PDF for the desk service.

import type { PrintToPDFOptions, Session, WebContents, WebContentsPrintOptions } from 'electron';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { withPaperWindow } from './paper-window.ts';
import type { Paper, Papers } from './papers.ts';

export type Printer = {
  /** False when the person cancelled. Problem: `print_failed`. */
  readonly print: (paper: Paper) => Promise<Result<boolean, Problem>>;
  /** Rejects when the page cannot be loaded or printed. */
  readonly pdf: (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>;
};

/** The sheet decides its size (A4) and margins; tagged text, so that the PDF can be searched and read aloud. */
const pdfOptions: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
};

/** Any other kind of margin than the default one makes Chromium put aside the margins that the sheet itself declares. */
const printOptions: WebContentsPrintOptions = {
  silent: false,
  printBackground: true,
  margins: { marginType: 'default' },
  pageSize: 'A4',
};

function throughDialog(contents: WebContents): Promise<Result<boolean, Problem>> {
  return new Promise((resolve) => {
    // A copy, since Electron writes into what it is given.
    contents.print({ ...printOptions }, (success, failureReason) => {
      if (success) resolve(ok(true));
      else if (/cancel/i.test(failureReason)) resolve(ok(false));
      else resolve(err({ code: 'print_failed', facts: { exit: failureReason.slice(0, 120) } }));
    });
  });
}

/** @param timeoutMs for loading one page with its faces */
export function createPrinter(papers: Papers, session: Session, timeoutMs: number): Printer {
  const setting = { papers, session, timeoutMs };
  return {
    async print(paper) {
      try {
        return await withPaperWindow(setting, paper, throughDialog);
      } catch (error) {
        const exit = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
        return err({ code: 'print_failed', facts: { exit } });
      }
    },
    pdf: (paper) =>
      withPaperWindow(setting, paper, async (contents) => new Uint8Array(await contents.printToPDF(pdfOptions))),
  };
}
