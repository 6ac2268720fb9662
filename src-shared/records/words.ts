// Words a person reads, in both languages of the product. Chinese is the form's own wording; English is complete.

export type Language = 'zh' | 'en';
export type Words = { readonly zh: string; readonly en: string };

export function words(zh: string, en: string): Words {
  return { zh, en };
}
