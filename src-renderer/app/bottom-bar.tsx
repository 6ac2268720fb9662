// The bar at the bottom: where the desk's changes are, whether the service answers, what time it is.

import { localMoment } from '../components/shown-time.ts';
import { useNow } from '../components/use-now.ts';
import { useConnectionState } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { BackupStatus } from './backup-status.tsx';
import { DeliveryStatus } from './delivery-status.tsx';
import classes from './frame.module.css';
import { JobsStatus } from './jobs-status.tsx';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function Clock() {
  const { t } = useWords();
  const local = localMoment(useNow(5_000));
  const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return (
    <time dateTime={local}>
      {local.slice(0, 10)} {t(`frame.weekday.${weekdays[weekday] ?? 'sun'}`)} {local.slice(11, 16)}
    </time>
  );
}

export function BottomBar() {
  const { t } = useWords();
  const state = useConnectionState();
  return (
    <footer className={classes.bottom}>
      <div className={classes.bottomGroup}>
        {(state === 'lost' || state === 'refused') && (
          <span role="alert" className={classes.lost}>
            {t(state === 'lost' ? 'frame.connectionLost' : 'frame.connectionRefused')}
          </span>
        )}
        <DeliveryStatus />
        <BackupStatus />
        <JobsStatus />
      </div>
      <Clock />
    </footer>
  );
}
