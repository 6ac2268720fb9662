// Ranges of local dates that people ask for by name.

export const rangeNames = ['today', 'week', 'month', 'quarter', 'year'] as const;
export type RangeName = (typeof rangeNames)[number];
export type DateRange = { readonly from: string; readonly to: string };

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** @param today local date `YYYY-MM-DD`; a week is the last seven days, the others begin with the calendar's */
export function namedRange(name: RangeName, today: string): DateRange {
  const [year = '', month = ''] = today.split('-');
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: isoOf(Date.parse(today) - 6 * 86_400_000), to: today };
    case 'month':
      return { from: `${year}-${month}-01`, to: today };
    case 'quarter': {
      const first = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
      return { from: `${year}-${first}-01`, to: today };
    }
    case 'year':
      return { from: `${year}-01-01`, to: today };
  }
}
