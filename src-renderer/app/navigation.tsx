// The left navigation.

import { Badge } from '@mantine/core';
import {
  IconBook2,
  IconBuildingWarehouse,
  IconCalendarDue,
  IconChartBar,
  IconChecklist,
  IconGitMerge,
  IconListSearch,
  IconSearch,
  IconSend,
  IconSettings,
  IconUserShield,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormKinds } from '../desk/kind-order.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';
import { digitOf, type Place, placesInOrder } from './places.ts';

const icons: Readonly<Record<Exclude<Place['to'], '/list/$kind'>, ReactNode>> = {
  '/': <IconCalendarDue size={18} />,
  '/tasks': <IconChecklist size={18} />,
  '/search': <IconSearch size={18} />,
  '/custody': <IconBuildingWarehouse size={18} />,
  '/registers': <IconBook2 size={18} />,
  '/reports': <IconChartBar size={18} />,
  '/conflicts': <IconGitMerge size={18} />,
  '/delivery': <IconSend size={18} />,
  '/privacy': <IconUserShield size={18} />,
  '/audit': <IconListSearch size={18} />,
  '/settings': <IconSettings size={18} />,
};

/** How many things are overdue, beside 待办: the one red number of the frame. */
function OverdueCount() {
  const { queries } = useDesk();
  const { t } = useWords();
  const { data } = useAsk(queries.today.board.queryOptions());
  if (data === undefined || data.overdue.length === 0) return null;
  return (
    <Badge color="red" size="sm" variant="filled" aria-label={t('frame.overdueCount', { count: data.overdue.length })}>
      {data.overdue.length}
    </Badge>
  );
}

function ConflictCount() {
  const { queries } = useDesk();
  const { t } = useWords();
  const { data } = useAsk(queries.today.board.queryOptions());
  if (data === undefined || data.conflicts === 0) return null;
  return (
    <Badge color="orange" size="sm" variant="light" aria-label={t('frame.conflictCount', { count: data.conflicts })}>
      {data.conflicts}
    </Badge>
  );
}

function PlaceLink({ place, position }: { readonly place: Place; readonly position: number }) {
  const { t, say } = useWords();
  const digit = digitOf(position);
  const shortcut = digit === undefined ? undefined : `Alt+${digit}`;
  const key = (
    <span className={classes.key} aria-hidden>
      {digit}
    </span>
  );
  if (place.to === '/list/$kind') {
    return (
      <Link
        to="/list/$kind"
        params={{ kind: place.kind.key }}
        className={classes.link}
        aria-keyshortcuts={shortcut}
        activeOptions={{ includeSearch: false }}
      >
        <span className={classes.glyph} lang="zh-CN" aria-hidden>
          {place.kind.numberWord}
        </span>
        <span className={classes.linkText}>{say(place.kind.label)}</span>
        {key}
      </Link>
    );
  }
  return (
    <Link
      to={place.to}
      className={classes.link}
      aria-keyshortcuts={shortcut}
      activeOptions={{ exact: place.to === '/' }}
    >
      <span className={classes.icon} aria-hidden>
        {icons[place.to]}
      </span>
      <span className={classes.linkText}>{t(`frame.place.${place.to}`)}</span>
      {place.to === '/tasks' && <OverdueCount />}
      {place.to === '/conflicts' && <ConflictCount />}
      {key}
    </Link>
  );
}

export function Navigation() {
  const { t } = useWords();
  const places = placesInOrder(useFormKinds(), useOpenDesk().person.roles);
  const firstKind = places.findIndex((place) => place.kind !== undefined);
  const afterKinds = places.findIndex((place) => place.to === '/search');
  return (
    <nav className={classes.side} aria-label={t('frame.navigation')}>
      {places.map((place, position) => (
        <div key={place.kind?.key ?? place.to}>
          {position === firstKind && <div className={classes.group}>{t('frame.groupRecords')}</div>}
          {position === afterKinds && <div className={classes.group}>{t('frame.groupDesk')}</div>}
          <PlaceLink place={place} position={position} />
        </div>
      ))}
    </nav>
  );
}
