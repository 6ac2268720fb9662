// The peer of the sync benchmark, in a process of its own: PouchDB on leveldb beside express-pouchdb over loopback, with the
// same records. Prints seconds as JSON. Its packages are no part of the product: they lie in the folder given first.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, recordsFile] = process.argv.slice(2);
const need = createRequire(join(folder, 'package.json'));
const PouchDB = need('pouchdb');
const express = need('express');
const data = join(folder, 'data');
rmSync(data, { recursive: true, force: true });
mkdirSync(data, { recursive: true });
const Served = PouchDB.defaults({ prefix: join(data, 'centre-') });
const app = express();
app.use(need('express-pouchdb')(Served, { logPath: join(data, 'log'), configPath: join(data, 'config.json') }));
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const centre = `http://127.0.0.1:${server.address().port}/desk`;

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

const replicate = (from, to) => timed(() => PouchDB.replicate(from, to, { batch_size: 1_000 }));
const first = new PouchDB(join(data, 'first'));
const second = new PouchDB(join(data, 'second'));
const lines = readFileSync(recordsFile, 'utf8').split('\n').filter(Boolean);
for (let at = 0; at < lines.length; at += 1_000)
  await first.bulkDocs(lines.slice(at, at + 1_000).map((line) => JSON.parse(line)));
const push = await replicate(first, centre);
const pull = await replicate(centre, second);
const nothing = await replicate(first, centre);
const some = await first.allDocs({ include_docs: true, limit: 100 });
await first.bulkDocs(some.rows.map(({ doc }) => ({ ...doc, remark: '已改' })));
const hundred = await replicate(first, centre);
process.stdout.write(JSON.stringify({ push, pull, nothing, hundred }));
process.exit(0);
