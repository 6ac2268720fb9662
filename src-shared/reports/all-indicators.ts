// Every indicator this version knows, by key.

import type { Indicator } from './indicator.ts';
import { communityIndicators } from './indicators/community-indicators.ts';
import { enteredIndicators } from './indicators/entered-indicators.ts';
import { enteredRates } from './indicators/entered-rates.ts';
import { policeIndicators } from './indicators/police-indicators.ts';

export const allIndicators: readonly Indicator[] = [
  ...policeIndicators,
  ...communityIndicators,
  ...enteredIndicators,
  ...enteredRates,
];

export const indicatorsByKey: ReadonlyMap<string, Indicator> = new Map(
  allIndicators.map((indicator) => [indicator.key, indicator]),
);
