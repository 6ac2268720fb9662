// The status bar's word on backups: when the last good one was, and a warning when there is none, an old one, or no place.

import { Link } from '@tanstack/react-router';
import type { BackupStatusView } from '../../src-shared/contract/backup-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';

/** ms between two looks whether the place is still there and the last backup still young. */
const looking = 5 * 60_000;

function useStatusWords({ last, stale, problem }: BackupStatusView): string {
  const { t } = useWords();
  if (last === null) return t('backups.barNone');
  const when = shownMoment(last.at).slice(5);
  if (stale) return t('backups.barStale', { when });
  return problem === null ? t('backups.bar', { when }) : t('backups.barAway', { when });
}

function Words({ status }: { readonly status: BackupStatusView }) {
  const words = useStatusWords(status);
  return (
    <Link
      to="/settings"
      search={{ part: 'backup' }}
      className={status.stale ? `${classes.bottomLink} ${classes.lost}` : classes.bottomLink}
      data-backup
    >
      {words}
    </Link>
  );
}

export function BackupStatus() {
  const { queries } = useDesk();
  const { data } = useAsk(queries.backups.status.queryOptions({ refetchInterval: looking }));
  return data === undefined ? null : <Words status={data} />;
}
