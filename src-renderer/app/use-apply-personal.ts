// Puts the person's language and text size into effect on the page.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../src-shared/contract/views.ts';
import { rememberLanguage } from './remembered.ts';

export function useApplyPersonal(personal: PersonalSettings | undefined): void {
  const { i18n, t } = useTranslation();
  useEffect(() => {
    if (personal === undefined) return;
    rememberLanguage(window.localStorage, personal.language);
    void i18n.changeLanguage(personal.language);
  }, [personal, i18n]);
  useEffect(() => {
    document.documentElement.dataset.textSize = personal?.textSize ?? 'normal';
  }, [personal]);
  useEffect(() => {
    document.documentElement.lang = i18n.language === 'en' ? 'en' : 'zh-CN';
    document.title = t('frame.product');
  }, [i18n.language, t]);
}
