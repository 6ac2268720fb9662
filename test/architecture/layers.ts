// The one table of who may import whom. The lint (.dependency-cruiser.mjs), the tests beside this file and the table in
// docs/architecture.md all follow it; a source file that fits no row fails the tests.

export type Layer = {
  /** A folder, one file, or `src-renderer/*` for every feature folder that has no row of its own. */
  readonly path: string;
  /** Paths of other rows that it may import; its own files it always may. */
  readonly imports: readonly string[];
  /** npm packages it may import, by name. */
  readonly packages: readonly string[];
};

const base = 'src-shared/base';
const kernel = [base, 'src-shared/records', 'src-shared/history'];
const reports = 'src-shared/reports';
const node = ['src-node/trust', 'src-node/files'];
const service = [
  ...kernel,
  reports,
  'src-shared/contract',
  ...node,
  'src-main/database',
  'src-main/stores',
  'src-main/trust',
];
const centre = [...kernel, 'src-shared/sync', ...node, 'src-server/database', 'src-server/stores'];
const carrying = ['src-shared/bundles', 'src-node/bundles'];
const windowParts = [
  ...kernel,
  reports,
  'src-shared/imports',
  'src-shared/contract',
  'src-renderer/desk',
  'src-renderer/components',
  'src-renderer/words',
];
const react = ['react', 'react-dom', 'react-i18next'];
const mantine = ['@mantine/core', '@mantine/hooks', '@mantine/dates', '@mantine/form', '@mantine/modals'];
const look = [...react, ...mantine, '@mantine/notifications', '@mantine/dropzone', '@tabler/icons-react'];
const routing = ['@tanstack/react-query', '@tanstack/react-router', '@tanstack/react-virtual'];

export const layers: readonly Layer[] = [
  { path: base, imports: [], packages: [] },
  { path: 'src-shared/records', imports: [base], packages: ['zod', 'pinyin-pro', 'uqr'] },
  { path: reports, imports: [base, 'src-shared/records'], packages: [] },
  { path: 'src-shared/history', imports: [base, 'src-shared/records'], packages: [] },
  { path: 'src-shared/imports', imports: [base, 'src-shared/records'], packages: [] },
  { path: 'src-shared/sync', imports: kernel, packages: ['zod'] },
  { path: 'src-shared/bundles', imports: [...kernel, 'src-shared/sync'], packages: ['zod'] },
  {
    path: 'src-shared/contract',
    imports: [...kernel, reports, 'src-shared/imports', 'src-shared/sync', 'src-shared/bundles'],
    packages: ['@orpc/client', '@orpc/contract', 'zod'],
  },

  { path: 'src-node/trust', imports: [base, 'src-shared/history', 'src-shared/bundles'], packages: [] },
  { path: 'src-node/files', imports: [], packages: [] },
  {
    path: 'src-node/bundles',
    imports: [...kernel, 'src-shared/sync', 'src-shared/bundles'],
    packages: ['@noble/ciphers', 'age-encryption', 'yauzl', 'yazl'],
  },

  { path: 'src-main/database', imports: [base], packages: ['better-sqlite3', 'kysely'] },
  { path: 'src-main/trust', imports: [...kernel, ...node], packages: ['@node-rs/argon2', 'zod'] },
  {
    path: 'src-main/stores',
    imports: [...kernel, 'src-shared/sync', 'src-main/database'],
    packages: ['kysely', 'zod'],
  },
  { path: 'src-main/records', imports: [...service, 'src-shared/sync'], packages: ['file-type', 'zod'] },
  {
    path: 'src-main/sync',
    imports: [...service, 'src-main/records', 'src-shared/sync'],
    packages: ['@orpc/client', '@orpc/contract', '@orpc/openapi-client', 'tus-js-client', 'zod'],
  },
  {
    path: 'src-main/bundles',
    imports: [...service, 'src-main/records', 'src-main/sync', 'src-shared/sync', ...carrying],
    packages: ['zod'],
  },
  {
    path: 'src-main/backups',
    imports: [...service, 'src-main/records', 'src-main/sync', 'src-shared/sync'],
    packages: ['zod'],
  },
  { path: 'src-main/privacy', imports: [...service, 'src-main/records', 'src-main/audit'], packages: ['zod'] },
  { path: 'src-main/audit', imports: [...service, 'src-main/records'], packages: ['csv-stringify', 'zod'] },
  {
    path: 'src-main/repair',
    imports: [...service, 'src-main/records', 'src-main/sync', 'src-main/backups', 'src-shared/sync'],
    packages: [],
  },
  {
    path: 'src-main/imports',
    imports: [...service, 'src-shared/imports', 'src-main/records'],
    packages: ['csv-parse', 'csv-stringify', 'hucre', 'yauzl', 'zod'],
  },
  {
    path: 'src-main/registers',
    imports: [...service, 'src-main/records'],
    packages: ['csv-stringify', 'iconv-lite', 'yazl', 'zod'],
  },
  {
    path: 'src-main/templates',
    imports: [
      ...service,
      'src-shared/reports',
      'src-main/records',
      'src-main/registers',
      'src-main/imports',
      'src-main/reports',
    ],
    packages: ['hucre', 'yauzl', 'yazl', 'zod'],
  },
  { path: 'src-main/shift', imports: [...service, 'src-main/records'], packages: [] },
  { path: 'src-main/custody', imports: [...service, 'src-main/records'], packages: [] },
  { path: 'src-main/reports', imports: [...service, 'src-main/records'], packages: ['zod'] },
  { path: 'src-main/print', imports: kernel, packages: ['@sparticuz/chromium'] },
  {
    path: 'src-main/serve',
    imports: [
      ...service,
      'src-main/records',
      'src-main/audit',
      'src-main/privacy',
      'src-main/custody',
      'src-main/sync',
      'src-main/bundles',
      'src-main/backups',
      'src-main/repair',
      'src-main/registers',
      'src-main/imports',
      'src-main/reports',
      'src-main/shift',
      'src-main/templates',
      'src-main/print',
      'src-shared/imports',
      'src-shared/sync',
      ...carrying,
    ],
    packages: ['@orpc/contract', '@orpc/server', 'ws', 'zod'],
  },
  { path: 'src-main/shell', imports: [base, 'src-shared/contract', 'src-main/print'], packages: ['electron', 'zod'] },
  { path: 'src-main/electron.ts', imports: [base, 'src-shared/contract', 'src-main/shell'], packages: ['electron'] },
  { path: 'src-main/preload.ts', imports: ['src-shared/contract'], packages: ['electron'] },
  {
    path: 'src-main/desk-service.ts',
    imports: [...service, 'src-main/records', 'src-main/print', 'src-main/serve'],
    packages: [],
  },
  {
    path: 'src-main/browser.ts',
    imports: [...service, 'src-main/records', 'src-main/print', 'src-main/serve'],
    packages: [],
  },
  {
    path: 'src-main/command-line',
    imports: [
      ...service,
      'src-shared/imports',
      'src-main/records',
      'src-main/backups',
      'src-main/repair',
      'src-main/registers',
      'src-main/reports',
      'src-main/print',
      'src-main/serve',
    ],
    packages: ['@orpc/client', '@orpc/contract', '@orpc/server', 'commander', 'zod'],
  },
  { path: 'src-main/cli.ts', imports: [base, 'src-main/command-line', 'src-main/serve'], packages: ['commander'] },

  { path: 'src-server/config.ts', imports: [base], packages: ['zod'] },
  { path: 'src-server/database', imports: [base, 'src-shared/history'], packages: ['better-sqlite3', 'kysely', 'pg'] },
  { path: 'src-server/trust', imports: [...kernel, ...node], packages: [] },
  {
    path: 'src-server/stores',
    imports: [...kernel, 'src-shared/sync', 'src-server/database'],
    packages: ['kysely', 'zod'],
  },
  { path: 'src-server/sync', imports: [...centre, 'src-server/trust'], packages: ['zod'] },
  {
    path: 'src-server/accounts',
    imports: [...centre, 'src-server/trust', 'src-server/sync'],
    packages: ['jose', 'zod'],
  },
  {
    path: 'src-server/blobs',
    imports: [...centre, 'src-server/config.ts', 'src-server/sync'],
    packages: ['@tus/file-store', '@tus/s3-store', '@tus/server', 'zod'],
  },
  {
    path: 'src-server/bundles',
    imports: [...centre, 'src-server/trust', 'src-server/sync', 'src-server/accounts', 'src-server/blobs', ...carrying],
    packages: ['uqr', 'zod'],
  },
  {
    path: 'src-server/http',
    imports: [
      ...centre,
      'src-shared/contract',
      'src-server/config.ts',
      'src-server/sync',
      'src-server/accounts',
      'src-server/blobs',
      'src-server/bundles',
    ],
    packages: ['@orpc/openapi', '@orpc/server', '@orpc/zod', 'fastify'],
  },
  {
    path: 'src-server/main.ts',
    imports: [
      ...centre,
      'src-server/config.ts',
      'src-server/trust',
      'src-server/sync',
      'src-server/accounts',
      'src-server/blobs',
      'src-server/bundles',
      'src-server/http',
    ],
    packages: ['fastify'],
  },
  {
    path: 'src-server/command-line',
    imports: [
      ...centre,
      'src-server/config.ts',
      'src-server/sync',
      'src-server/accounts',
      'src-server/blobs',
      'src-server/bundles',
      'src-server/main.ts',
      ...carrying,
    ],
    packages: ['commander', 'uqr'],
  },
  { path: 'src-server/cli.ts', imports: [base, 'src-server/command-line'], packages: ['commander'] },

  {
    path: 'src-renderer/words',
    imports: [base, 'src-shared/records'],
    packages: ['i18next', 'react-i18next', 'react'],
  },
  {
    path: 'src-renderer/desk',
    imports: [...kernel, reports, 'src-shared/contract'],
    packages: ['@orpc/client', '@orpc/contract', '@orpc/tanstack-query', '@tanstack/react-query', 'react'],
  },
  {
    path: 'src-renderer/components',
    imports: [...kernel, reports, 'src-shared/contract', 'src-renderer/desk', 'src-renderer/words'],
    packages: [...look, ...routing, 'dayjs', 'zod'],
  },
  { path: 'src-renderer/forms', imports: windowParts, packages: [...look, ...routing, 'dayjs'] },
  {
    path: 'src-renderer/*',
    imports: [...windowParts, 'src-renderer/forms'],
    packages: [...look, ...routing, '@mantine/spotlight', '@mantine/charts', 'recharts', 'dayjs', 'zod'],
  },
  {
    path: 'src-renderer/app',
    imports: [...windowParts, 'src-renderer/forms', 'src-renderer/*'],
    packages: [...look, ...routing, '@mantine/spotlight', 'dayjs', 'get-nonce', 'i18next', 'zod'],
  },
  {
    path: 'src-renderer/main.tsx',
    imports: [...windowParts, 'src-renderer/app'],
    packages: [
      ...look,
      '@fontsource-variable/noto-sans-sc',
      '@mantine/spotlight',
      'dayjs',
      'get-nonce',
      'i18next',
      'zod',
    ],
  },
];
