// What the address of the settings says: which part of them is open.

export const settingsParts = ['personal', 'people', 'unit', 'calendar', 'backup', 'data'] as const;
export type SettingsPart = (typeof settingsParts)[number];

export type SettingsSearch = { readonly part?: SettingsPart };

export function parseSettingsSearch(raw: Readonly<Record<string, unknown>>): SettingsSearch {
  const part = settingsParts.find((name) => name === raw.part);
  return part === undefined ? {} : { part };
}
