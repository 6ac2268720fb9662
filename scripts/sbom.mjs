// `npm run sbom [-- --out FILE]`: what the product is made of, as a CycloneDX bill of materials, from package-lock.json
// alone: no network, nothing installed needed. It names tools of the build, too: the window is made of packages that are
// bundled into it, which npm cannot tell from tools (and leaving tools out, npm 11 forgets shipped packages they share).

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from './launch/places.mjs';
import { runNpm } from './launch/run.mjs';
import { say } from './launch/say.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: inRoot('dist', 'sbom.cdx.json') } } });
const { code, output } = await runNpm(
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { quiet: true },
);
if (code === 0) write(JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)));
else {
  process.stderr.write(output);
  process.exitCode = code;
}

/** @param {{ metadata: { component: { name: string } }, components: readonly unknown[] }} bill */
function write(bill) {
  // npm names the bill after the folder it stands in.
  bill.metadata.component.name = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).name;
  const file = resolve(values.out);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  const count = bill.components.length;
  say(`物料清单（${count} 个组件）：${file}`, `Bill of materials (${count} components): ${file}`);
}
