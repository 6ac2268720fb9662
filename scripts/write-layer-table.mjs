// Writes the table of layers into docs/architecture.md, after test/architecture/layers.ts was changed. Needs Node 24.

import { readFileSync, writeFileSync } from 'node:fs';
import { layerTable } from '../test/architecture/layer-table.ts';
import { inRoot } from './launch/places.mjs';

const page = inRoot('docs', 'architecture.md');
const table = /\| part \| may import[\s\S]*?(?=\n\n|\n?$)/;

writeFileSync(page, readFileSync(page, 'utf8').replace(table, layerTable));
