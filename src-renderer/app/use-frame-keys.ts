// Keys that work on every page. Written with the key's position on a Chinese or English keyboard in mind: no key that a
// input method needs.

import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useFormKinds } from '../desk/kind-order.ts';
import { useOpenDesk } from '../desk/session.ts';
import { digitOf, type Place, placesInOrder } from './places.ts';

type Keys = {
  readonly onSearch: () => void;
  readonly onSwitch: () => void;
  readonly onLock: () => Promise<void>;
  readonly onClose: () => Promise<void>;
  readonly onShortcuts: () => void;
};

export function useFrameKeys({ onSearch, onSwitch, onLock, onClose, onShortcuts }: Keys): void {
  const navigate = useNavigate();
  const places = placesInOrder(useFormKinds(), useOpenDesk().person.roles);
  const go = (place: Place) => {
    void (place.to === '/list/$kind'
      ? navigate({ to: '/list/$kind', params: { kind: place.kind.key } })
      : navigate({ to: place.to }));
  };
  const digits = places.flatMap((place, position) => {
    const digit = digitOf(position);
    return digit === undefined ? [] : [[`alt+${digit}`, () => go(place)] as [string, () => void]];
  });
  useHotkeys(
    [
      ...digits,
      ['mod+K', onSearch],
      ['mod+shift+U', onSwitch],
      ['mod+shift+H', () => void navigate({ to: '/shift' })],
      ['mod+shift+L', () => void onLock()],
      ['mod+shift+X', () => void onClose()],
      ['F1', onShortcuts],
    ],
    [],
  );
  useHotkeys([['shift+?', onShortcuts]]);
}
