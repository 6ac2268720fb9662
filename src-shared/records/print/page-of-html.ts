// A whole HTML page around printed papers; its styles come from the product's own print folder, nothing is inline.

import { Html, html } from './html.ts';

/** `draft` puts 草稿 across every page. */
export function pageOfHtml(title: string, papers: readonly Html[], draft: boolean): string {
  const page = html`<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/print/print.css"></head><body class="${draft ? 'draft' : ''}">${papers}</body></html>`;
  return new Html(`<!doctype html>${page.source}`).source;
}
