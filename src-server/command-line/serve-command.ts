// `serve`: until it is told to stop, and then not before what is under way has ended.

import type { Command } from 'commander';
import { serve } from '../main.ts';
import type { CommandLine } from './program.ts';

export function registerServe(program: Command, { world, config, report, noteNewKey }: CommandLine): void {
  program
    .command('serve', { isDefault: true })
    .description('serve desks (default)')
    .option('--host <address>', 'address to listen on (CASE_DESK_HOST)')
    .option('--port <number>', 'port, 0 for any free one (CASE_DESK_PORT)')
    .action(async (options: { host?: string; port?: string }) => {
      const base = config();
      if (!base.ok) return report(base.problem);
      const given = { ...base.value, ...(options.host === undefined ? {} : { host: options.host }) };
      const port = options.port === undefined ? given.port : Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        return report({ code: 'server_bad_setting', facts: { name: '--port', value: options.port ?? '' } });
      const serving = await serve({ ...given, port });
      if (!serving.ok) return report(serving.problem);
      noteNewKey(serving.value.centre);
      world.print(`中心已启动 / The centre is up: ${serving.value.url}`);
      world.onStop(serving.value.stop);
    });
}
