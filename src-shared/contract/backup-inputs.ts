// Shapes of what the window may send about backups.

import { z } from 'zod';

/** A folder as a person names it; what is there is looked at by the service. */
export const folderPath = z.string().trim().min(1).max(1_000);

export const backupChoices = z.object({
  /** Hours between two backups while the desk is in use. */
  everyHours: z.int().min(1).max(168),
  /** Of how many days and weeks the last one is kept. */
  daily: z.int().min(1).max(60),
  weekly: z.int().min(0).max(60),
  /** Days without a good backup after which the desk warns. */
  staleDays: z.int().min(1).max(90),
});

/** The serial of a number as printed. */
export const serial = z.int().min(0).max(9_998);
