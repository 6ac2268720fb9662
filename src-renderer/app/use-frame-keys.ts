// Keys that work on every page. Written with the key's position on a Chinese or English keyboard in mind: no key that a
// input method needs.

import { useNavigate } from '@tanstack/react-router';
import { type KeyAct, useKeys } from '../components/use-keys.ts';
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
    return digit === undefined ? [] : [[`alt+${digit}`, () => go(place)] satisfies KeyAct];
  });
  useKeys(
    [
      ...digits,
      ['mod+K', onSearch],
      ['mod+shift+U', onSwitch],
      ['mod+shift+H', () => navigate({ to: '/shift' })],
      ['mod+shift+L', onLock],
      ['mod+shift+X', onClose],
      ['F1', onShortcuts],
    ],
    { alsoInFields: true },
  );
  useKeys([['shift+?', onShortcuts]]);
}
