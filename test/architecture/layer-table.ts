// The table of layers as docs/architecture.md shows it.

import { layers } from './layers.ts';

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Markdown, without a newline at its end. */
export function layerTable(): string {
  const rows = layers.map(({ path, imports, packages }) => `| \`${path}\` | ${code(imports)} | ${code(packages)} |`);
  return ['| part | may import | packages |', '| --- | --- | --- |', ...rows].join('\n');
}
