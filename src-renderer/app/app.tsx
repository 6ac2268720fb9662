// The whole window: providers around it, and which of its three faces is shown (first run, sign-in, the open desk).

import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { PersonalSettings } from '../../src-shared/contract/views.ts';
import type { Desk } from '../desk/desk.ts';
import { useDeskEvents } from '../desk/events.ts';
import { pageNonce } from '../desk/nonce.ts';
import { useAsk } from '../desk/use-ask.ts';
import { DeskContext, useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Face } from './face.tsx';
import { theme } from './theme.ts';
import { surfaces } from './theme-surfaces.ts';
import { useApplyPersonal } from './use-apply-personal.ts';

const beforeSignIn: Pick<PersonalSettings, 'theme' | 'textSize'> = { theme: 'system', textSize: 'normal' };

function Look() {
  const { queries } = useDesk();
  const { language } = useWords();
  const answer = useAsk(queries.desk.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const personal = answer.data?.state === 'open' ? answer.data.personal : undefined;
  const system = useColorScheme();
  const wanted = (personal ?? beforeSignIn).theme;
  useApplyPersonal(personal);
  useDeskEvents();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={surfaces}
      getStyleNonce={() => pageNonce(document)}
      forceColorScheme={wanted === 'system' ? system : wanted}
    >
      <DatesProvider settings={{ locale: language === 'zh' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <ModalsProvider>
          <Notifications position="bottom-right" autoClose={6_000} />
          <ErrorBoundary>
            <Face answer={answer} />
          </ErrorBoundary>
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

export function App({ desk, words }: { readonly desk: Desk; readonly words: i18n }) {
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={desk.cache}>
        <DeskContext value={desk}>
          <Look />
        </DeskContext>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
