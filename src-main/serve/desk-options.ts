// What stands on the command line of the desk service and of the browser shell.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualDirectory } from './this-machine.ts';

export type DeskOptions = {
  /** Absolute. */
  readonly directory: string;
  /** Fill the desk with sample records when it is new. */
  readonly sample: boolean;
  /** 0 for any free port. */
  readonly port: number;
  /** Open a browser window. */
  readonly open: boolean;
};

/** Throws a TypeError that names the option which is not known or not right. */
export function readDeskOptions(args: readonly string[], cwd: string): DeskOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dir: { type: 'string' },
      sample: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
    },
    allowNegative: true,
    strict: true,
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`--port ${values.port}: 0 … 65535`);
  const usual = usualDirectory(values.sample ? 'sample desk' : 'desk', process.platform, process.env);
  return {
    directory: values.dir === undefined ? usual : resolve(cwd, values.dir),
    sample: values.sample,
    port,
    open: values.open,
  };
}
