// The status bar's word on delivery. "All confirmed" stands there only when every change is confirmed.

import { Link } from '@tanstack/react-router';
import type { CentreView, DeliveryView } from '../../src-shared/contract/delivery-views.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';

const onTheWay = ['on_stick', 'sent', 'received', 'doubted', 'refused', 'set_aside'] as const;

export function DeliveryStatus() {
  const { queries } = useDesk();
  const { data } = useAsk(queries.delivery.counters.queryOptions());
  if (data === undefined) return null;
  const { centre, ...counters } = data;
  return (
    <Link to="/delivery" className={classes.bottomLink} data-delivery>
      <Counts counters={counters} /> · <Centre centre={centre} />
    </Link>
  );
}

function Counts({ counters }: { readonly counters: DeliveryView }) {
  const { t } = useWords();
  const { total, here, confirmed } = counters;
  if (total === confirmed) return t('delivery.allConfirmed', { count: total });
  const moving = onTheWay
    .filter((place) => counters[place] > 0)
    .map((place) => `${t(`delivery.place.${place}`)} ${counters[place]}`);
  return [
    t('frame.deliveryTotal', { count: total }),
    ...(here > 0 ? [t('frame.deliveryHere', { count: here })] : []),
    ...moving,
  ].join(' · ');
}

function Centre({ centre }: { readonly centre: CentreView }) {
  const { t } = useWords();
  if (centre.access === 'not_enrolled') return t('frame.noCentre');
  if (centre.access !== 'granted') return t(`delivery.access.${centre.access}`);
  const parts = [
    centre.problem === null ? t('frame.centreReached') : t('frame.centreNotReached'),
    ...(centre.toRead > 0 ? [t('delivery.toRead', { count: centre.toRead })] : []),
    ...(centre.clock?.doubtful === true ? [t('frame.clockDoubtful')] : []),
  ];
  return parts.join(' · ');
}
