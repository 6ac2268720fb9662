// Height of a table's row in pixels, following the person's text size.

import { useOpenDesk } from '../desk/session.ts';

const heights = { normal: 38, large: 42, larger: 47 } as const;

export function useRowHeight(): number {
  return heights[useOpenDesk().personal.textSize];
}
