// What a cell is filled with, said in few words.

import type { TemplateSource } from '../../src-shared/contract/template-inputs.ts';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';
import { useIndicators } from './use-indicators.ts';

export function useSourceWords(): (source: TemplateSource) => string {
  const { t, say } = useWords();
  const kinds = useKinds();
  const indicators = useIndicators();
  const kindName = (key: string) => {
    const kind = kinds.byKey(key);
    return kind === undefined ? key : say(kind.label);
  };
  return (source) => {
    switch (source.of) {
      case 'indicator': {
        const indicator = indicators.find(({ key }) => key === source.indicator);
        return t('templates.is.indicator', { name: indicator ? say(indicator.label) : source.indicator });
      }
      case 'count':
        return t('templates.is.count', { kind: kindName(source.kind) });
      case 'sum':
        return t('templates.is.sum', { kind: kindName(source.kind), column: source.column });
      case 'column':
        return t('templates.is.column', { kind: kindName(source.kind), column: source.column });
      case 'fact':
        return t(`templates.fact.${source.fact}`);
      case 'manual':
        return t('templates.is.manual', { label: source.label });
    }
  };
}
