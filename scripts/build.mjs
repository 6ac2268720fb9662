// `npm run build`: brings out/ up to date.

import { buildStale } from './launch/build.mjs';
import { ensureInstalled } from './launch/install.mjs';

process.exitCode = await buildStale(await ensureInstalled());
