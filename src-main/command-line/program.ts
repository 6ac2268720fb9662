// The command line as a whole: its options and its groups of commands.

import { Command } from 'commander';
import { registerAuditCommands } from './audit-commands.ts';
import { registerBackupCommands } from './backup-commands.ts';
import { registerBundleCommands } from './bundle-commands.ts';
import { registerConflictCommands } from './conflict-commands.ts';
import { registerCustodyCommands } from './custody-commands.ts';
import { registerDeskCommands } from './desk-commands.ts';
import { registerDoctorCommand } from './doctor-command.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { registerImportCommands } from './import-commands.ts';
import { registerPeopleCommands } from './people-commands.ts';
import { registerPrivacyCommands } from './privacy-commands.ts';
import { registerQueryCommands } from './query-commands.ts';
import { registerRecordCommands } from './record-commands.ts';
import { registerRegisterCommands } from './register-commands.ts';
import { registerReportCommands } from './report-commands.ts';
import { registerShiftCommands } from './shift-commands.ts';
import { registerSyncCommands } from './sync-commands.ts';
import { registerTemplateCommands } from './template-commands.ts';
import type { World } from './world.ts';

export function createProgram(world: World): Command {
  // Set first: commands made from it take it over.
  const program = new Command('case-desk')
    .exitOverride()
    .description(
      'Case Desk (基层案台): a desk’s records from the command line. JSON in, JSON out; words on standard error.',
    )
    .option('--dir <directory>', 'the desk’s directory (or CASE_DESK_DIR)')
    .option('--person <name>', 'who signs in, by name or id; may be left out when there is only one')
    .option('--password-file <file>', 'a file whose first line is the password (or CASE_DESK_PASSWORD)')
    .option('--language <zh|en>', 'language of messages', 'zh')
    .addHelpText('after', exitCodeHelp)
    .showHelpAfterError('(case-desk --help tells the commands)');
  registerDeskCommands(program, world);
  registerPeopleCommands(program, world);
  registerRecordCommands(program, world);
  registerQueryCommands(program, world);
  registerImportCommands(program, world);
  registerRegisterCommands(program, world);
  registerTemplateCommands(program, world);
  registerReportCommands(program, world);
  registerSyncCommands(program, world);
  registerBundleCommands(program, world);
  registerCustodyCommands(program, world);
  registerConflictCommands(program, world);
  registerShiftCommands(program, world);
  registerAuditCommands(program, world);
  registerPrivacyCommands(program, world);
  registerBackupCommands(program, world);
  registerDoctorCommand(program, world);
  return program;
}
