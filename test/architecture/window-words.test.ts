// What the window says stands in src-renderer/words, in both languages; a Chinese literal elsewhere would never be translated.

import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { projectFiles, projectText } from '../support/project-files.ts';

const han = /\p{Script=Han}/u;

/** The texts of literals, templates and JSX that hold Chinese; comments are not texts. */
function chineseTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(chineseTexts);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === 'Literal' || type === 'JSXText')
    return typeof value === 'string' && han.test(value) ? [value.trim()] : [];
  if (type === 'TemplateElement') {
    const { cooked } = value as { cooked?: string };
    return cooked !== undefined && han.test(cooked) ? [cooked] : [];
  }
  return Object.values(node).flatMap(chineseTexts);
}

function chineseIn(path: string, text: string): string[] {
  return chineseTexts(parseSync(path, text).program);
}

it('finds Chinese in strings, templates and elements, not in comments', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text, not a template
  const text = "// 注释\nconst a = <p title='标题'>正文{`模板${'x'}`}</p>; /* 说明 */\n";
  expect(chineseIn('a.tsx', text)).toEqual(['标题', '正文', '模板']);
});

it('has no Chinese text in the window outside its words', () => {
  const files = projectFiles('src-renderer', ['.ts', '.tsx']).filter((path) => !path.startsWith('src-renderer/words/'));
  const found = files.flatMap((path) => chineseIn(path, projectText(path)).map((text) => `${path}: ${text}`));
  expect(found).toEqual([]);
});
