// Child processes without surprises: output as it comes, signals passed on, the exit code as it was.

import { spawn } from 'node:child_process';
import { root } from './places.mjs';

const exitCodeOfSignal = { SIGHUP: 129, SIGINT: 130, SIGABRT: 134, SIGTRAP: 133, SIGSEGV: 139, SIGTERM: 143 };
const passedOn = /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM']);

/** @param {NodeJS.Signals} signal */
function codeAfter(signal) {
  return Object.entries(exitCodeOfSignal).find(([name]) => name === signal)?.[1] ?? 1;
}

/**
 * Passes signals on to the child until it ends. A Ctrl-C at a terminal reaches the whole group by itself, so it is passed
 * on only when no terminal sent it.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  const handlers = passedOn.map((signal) => {
    const handler = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  const stopWatching = endWithParent(child);
  return () => {
    stopWatching();
    for (const stop of handlers) stop();
  };
}

/**
 * npm starts us through a shell that does not pass a signal on: when that shell is gone, so is the person who started us.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
  return () => clearInterval(watch);
}

/**
 * Runs a program to its end and gives its exit code (128 + number after a signal). Rejects when it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is what a quiet run printed
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout: options.timeoutMs,
      windowsHide: false,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const stopPassing = passSignalsTo(child);
    child.once('error', (error) => {
      stopPassing();
      reject(error);
    });
    child.once('close', (code, signal) => {
      stopPassing();
      resolve({ code: code ?? (signal ? codeAfter(signal) : 1), output });
    });
  });
}

/**
 * Runs npm itself, the one that started us where there is one.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string }} [options]
 */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  const windows = process.platform === 'win32';
  return windows ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options);
}
