// What follows a saved setting of the desk: the window asks anew how the desk stands, and says that it was saved.

import { useDesk } from '../desk/use-desk.ts';
import { useSavedNotice } from './use-saved-notice.ts';

export function useDeskChanged(): () => Promise<void> {
  const { cache, queries } = useDesk();
  const saySaved = useSavedNotice();
  return async () => {
    await cache.invalidateQueries({ queryKey: queries.desk.state.key() });
    saySaved();
  };
}
