// Search as a page of its own.

import { PageHeader } from '../components/page-header.tsx';
import { useWords } from '../words/use-words.ts';
import { SearchPanel } from './search-panel.tsx';

function stay(): void {
  // The page gives way to the record by itself.
}

export function SearchPage() {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('search.label')} note={t('search.note')} />
      <SearchPanel onOpened={stay} isPage />
    </>
  );
}
