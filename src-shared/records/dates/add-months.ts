// Months and years on the calendar: the corresponding day, or the month's last day where there is none.

import { daysInMonth } from './civil-days.ts';
import { civilToIso, type IsoDate, isoToCivil } from './iso-date.ts';

/** Civil Code (民法典) art. 202: the corresponding day of the month that is reached; without one, that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = isoToCivil(date);
  const count = year * 12 + (month - 1) + months;
  const reached = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return civilToIso({ ...reached, day: Math.min(day, daysInMonth(reached.year, reached.month)) });
}

export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}

/** Completed years of age on a day; someone born on 29 February completes a year on 28 February of other years. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = isoToCivil(day).year - isoToCivil(birthDate).year;
  return addYears(birthDate, years) <= day ? years : years - 1;
}
