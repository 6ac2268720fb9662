// How the three parts of the desk are built. Entries are taken from the files that exist; `DESK_BUILD_TARGETS` picks parts.

import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type MainViteConfig, type PreloadViteConfig, type RendererViteConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const mainOut = resolve(root, 'out/main');
const mainInputs = existing({
  electron: 'src-main/electron.ts',
  'desk-service': 'src-main/desk-service.ts',
  browser: 'src-main/browser.ts',
  cli: 'src-main/cli.ts',
});

/** The entries whose file is there, with absolute paths. */
function existing(entries: Readonly<Record<string, string>>): Record<string, string> {
  const absolute = Object.entries(entries).map(([name, path]) => [name, resolve(root, path)] as const);
  return Object.fromEntries(absolute.filter(([, path]) => existsSync(path)));
}

/**
 * Lets `new URL('./x.ts', import.meta.url)` mean the same thing in the sources and in the build: a program (worker, service)
 * becomes an entry of its own, any other file is found where it lies. Everything built for main lies in one folder.
 */
function urlsOfFiles(): Plugin {
  const pattern = /new URL\(\s*["'](\.{1,2}\/[^"']+)["']\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  const programs = new Set(Object.values(mainInputs));
  return {
    name: 'case-desk:urls-of-files',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import.meta.url')) return null;
      return code.replace(pattern, (_whole, path: string) => {
        const file = resolve(dirname(id), path);
        const slash = path.endsWith('/') ? '/' : '';
        if (!path.endsWith('.ts'))
          return `new URL('${relative(mainOut, file).split(sep).join('/')}${slash}', import.meta.url)`;
        const name = basename(file, '.ts');
        if (!programs.has(file)) this.emitFile({ type: 'chunk', id: file, fileName: `${name}.js` });
        programs.add(file);
        return `new URL('./${name}.js', import.meta.url)`;
      });
    },
  };
}

const main: MainViteConfig = {
  plugins: [urlsOfFiles()],
  build: {
    target: 'node24',
    outDir: mainOut,
    rolldownOptions: {
      input: mainInputs,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

const preload: PreloadViteConfig = {
  build: {
    target: 'node24',
    outDir: resolve(root, 'out/preload'),
    // A sandboxed preload can require nothing but Electron, so it carries what it needs.
    externalizeDeps: false,
    rolldownOptions: {
      input: { index: resolve(root, 'src-main/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

const renderer: RendererViteConfig = {
  root: resolve(root, 'src-renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome109',
    outDir: resolve(root, 'out/renderer'),
    minify: true,
    // Never a data: address for a font or picture: the content security policy refuses them.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
  },
};

const wanted = process.env.DESK_BUILD_TARGETS?.split(',') ?? ['main', 'preload', 'renderer'];

export default defineConfig({
  ...(wanted.includes('main') ? { main } : {}),
  ...(wanted.includes('preload') ? { preload } : {}),
  ...(wanted.includes('renderer') ? { renderer } : {}),
});
