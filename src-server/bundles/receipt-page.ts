// The receipt on paper: what the centre has taken in of one bundle, and the code that is typed in at the desk, as text and as
// a picture that a scanner reads. One A4 page that needs no other file and no network.

import { renderSVG } from 'uqr';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { type ReceiptWords, receiptWords } from './receipt-words.ts';

export type Language = 'zh' | 'en';

/** Lines for a terminal or a text file. */
export function receiptText(facts: ReceiptFacts, language: Language): readonly string[] {
  const words = receiptWords[language];
  const rows = rowsOf(facts, words).map(([label, value]) => `${label}: ${value}`);
  const exceptions = exceptionsOf(facts, words, language).map((line) => `  ${line}`);
  return [words.title, '', ...rows, ...exceptions, '', codeLine(facts, words), words.howTo, ''];
}

/** A whole page of HTML. */
export function receiptHtml(facts: ReceiptFacts, language: Language): string {
  const words = receiptWords[language];
  const rows = rowsOf(facts, words).map(
    ([label, value]) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`,
  );
  const exceptions = exceptionsOf(facts, words, language).map((line) => `<li>${escaped(line)}</li>`);
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(words.title)} ${facts.number}</title>`,
    `<style>${styles}</style><main>`,
    `<h1>${escaped(words.title)}</h1>`,
    `<table>${rows.join('')}</table>`,
    exceptions.length === 0 ? '' : `<h2>${escaped(words.notTaken)}</h2><ul>${exceptions.join('')}</ul>`,
    codeHtml(facts, words),
    `<p class="how">${escaped(words.howTo)}</p>`,
    `<footer>${words.signatures.map((signature) => `<span>${escaped(signature)}</span>`).join('')}</footer>`,
    '</main></html>\n',
  ].join('\n');
}

type Row = readonly [label: string, value: string];

function rowsOf(facts: ReceiptFacts, words: ReceiptWords): readonly Row[] {
  const { changes, files, exceptions } = facts;
  const missing = (what: 'change' | 'file') => exceptions.filter((exception) => exception.what === what).length;
  return [
    [words.desk, `${facts.deskName} (${facts.device.slice(0, 8)})`],
    [words.stick, words.stickNumber(facts.number)],
    [words.made, momentText(facts.madeAt)],
    [words.taken, momentText(facts.takenAt)],
    [words.changes, words.takenOf(changes - missing('change'), changes)],
    [words.files, words.takenOf(files - missing('file'), files)],
    [words.tail, tailOf(facts.manifest)],
    [words.centre, facts.centre],
  ];
}

/** As the sheet says it that went with the stick. */
function tailOf(manifest: string): string {
  return manifest.slice(-12).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** Minutes are enough on paper. */
function momentText(ms: number): string {
  return epochMsToLocal(ms).slice(0, 16).replace('T', ' ');
}

function exceptionsOf({ exceptions }: ReceiptFacts, words: ReceiptWords, language: Language): readonly string[] {
  return exceptions.map(({ place, what, reason }) => words.exception(place, what, problemWords(reason, language)));
}

function codeLine({ code }: ReceiptFacts, words: ReceiptWords): string {
  return code === null ? words.noCode : `${words.code}: ${code}`;
}

function codeHtml({ code }: ReceiptFacts, words: ReceiptWords): string {
  if (code === null) return `<p class="none">${escaped(words.noCode)}</p>`;
  const [letters = '', places] = code.split('/');
  const rest = places === undefined ? '' : `<span class="places">/${escaped(places)}</span>`;
  return [
    `<section><div class="picture">${renderSVG(code, { ecc: 'M', border: 2 })}</div>`,
    `<div><p class="label">${escaped(words.code)}</p><p class="code">${escaped(letters)}${rest}</p></div></section>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const styles = `
@page { size: A4; margin: 20mm }
body { margin: 0; color: #000; font: 11pt/1.6 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", SimSun, sans-serif }
main { max-width: 170mm; margin: 0 auto }
h1 { font-size: 20pt; text-align: center; margin: 0 0 8mm }
:lang(zh) h1 { letter-spacing: .2em }
h2 { font-size: 12pt; margin: 6mm 0 1mm }
table { border-collapse: collapse; width: 100% }
th, td { border: .3mm solid #000; padding: 1.5mm 3mm; text-align: left; font-weight: normal }
th { width: 42mm; background: #f2f2f2 }
ul { margin: 0; padding-left: 6mm }
section { display: flex; gap: 8mm; align-items: center; margin: 8mm 0 4mm; break-inside: avoid }
.picture { width: 42mm; flex: none } .picture svg { width: 100%; display: block }
.label { margin: 0 } .code { margin: 0; font: bold 21pt/1.3 "DejaVu Sans Mono", Consolas, monospace }
.places { font-size: 13pt; overflow-wrap: anywhere } .none { border: .5mm solid #000; padding: 3mm }
footer { display: flex; justify-content: space-between; margin-top: 16mm }
footer span { width: 50mm; border-top: .3mm solid #000; padding-top: 1mm }
`;
