import { expect, it } from 'vitest';
import { shownSize } from '../../../src-renderer/components/shown-size.ts';

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_024, '1 KB'],
  [853_606, '834 KB'],
  [1_048_400, '1.0 MB'],
  [2_516_582, '2.4 MB'],
  [1_073_741_824, '1.0 GB'],
  [12_884_901_888, '12.0 GB'],
  [2_199_023_255_552, '2048.0 GB'],
])('shows %i bytes as %s', (bytes, shown) => {
  expect(shownSize(bytes)).toBe(shown);
});
