// One group of settings under its name.

import type { ReactNode } from 'react';
import { TitledCard } from '../components/titled-card.tsx';

type Props = { readonly title: string; readonly note?: string; readonly children: ReactNode };

export function Card(props: Props) {
  return <TitledCard maw={820} mb="sm" {...props} />;
}
