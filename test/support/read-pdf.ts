// The text of a PDF, as an outside reader sees it.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One string per page, without blanks: how a browser spaces glyphs says nothing about the form. */
export async function readPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await loading.destroy();
  return pages;
}
