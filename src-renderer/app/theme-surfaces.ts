// Surfaces and text colours beyond the component library's own. Every pair of text and ground keeps a contrast of 4.5 or
// more (WCAG 2.1, 1.4.3); mistakes in a form are amber, because red is kept for what is overdue.

import type { CSSVariablesResolver } from '@mantine/core';

const light = {
  '--desk-ground': '#f3f5f8',
  '--desk-line': '#dde2e9',
  '--desk-bar': '#1d4577',
  '--desk-bar-text': '#ffffff',
  '--desk-hover': '#eaf0f7',
  '--desk-chosen': '#d9e6f4',
  '--mantine-color-dimmed': '#566070',
  '--mantine-color-placeholder': '#6b7482',
  '--mantine-color-error': '#a04100',
  '--input-asterisk-color': '#566070',
  '--mantine-color-green-light-color': '#17602a',
  '--mantine-color-yellow-light-color': '#704600',
  '--mantine-color-orange-light-color': '#8a3600',
  '--mantine-color-blue-light-color': '#0f4c86',
  '--mantine-color-violet-light-color': '#4a2fae',
};

const dark = {
  '--desk-ground': '#14171b',
  '--desk-line': '#343a42',
  '--desk-bar': '#16263a',
  '--desk-bar-text': '#e8eef6',
  '--desk-hover': '#242b34',
  '--desk-chosen': '#27374a',
  '--mantine-color-dimmed': '#a3adba',
  '--mantine-color-placeholder': '#8e98a5',
  '--mantine-color-anchor': '#8ab0dc',
  '--mantine-color-error': '#f2a65a',
  '--input-asterisk-color': '#a3adba',
  '--mantine-color-orange-light': 'rgba(232, 122, 30, 0.16)',
  '--mantine-color-orange-light-color': '#f6b57a',
};

export const surfaces: CSSVariablesResolver = () => ({ variables: {}, light, dark });
