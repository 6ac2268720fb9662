// The id of the record that holds a figure entered by hand: the same on every desk of the unit.

import { hash } from 'node:crypto';

export function enteredFigureId(unitCode: string, indicator: string, period: string): string {
  return `figure_${hash('sha256', JSON.stringify(['case-desk entered figure 1', unitCode, indicator, period])).slice(0, 40)}`;
}
