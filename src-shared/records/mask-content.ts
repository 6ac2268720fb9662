// A content as one reader may see it: what is above their reach is masked, or left out where it has no mask.

import type { Content, ContentValue } from './content.ts';
import type { Field, Fields, Sensitivity } from './field.ts';
import type { Kind } from './kind.ts';
import { maskText } from './mask-text.ts';
import { type MaskProfile, maskProfiles } from './masks/mask-profiles.ts';
import { contentOf, entriesOf, isFilled } from './place.ts';
import { maySee, stricter } from './visit-leaves.ts';

export type Reader = {
  /** `internal`: a person of the unit; `public`: a notice on the wall; `sensitive`: everything. */
  readonly sees: Sensitivity;
  /** Stored paths this reader was shown for a reason that is logged. */
  readonly unmasked?: readonly string[];
  readonly masks?: MaskProfile;
};

export type MaskedContent = {
  readonly content: Content;
  /** Stored paths that are masked or left out though they are filled, sorted. */
  readonly masked: readonly string[];
};

export function maskContent(kind: Kind, content: Content, reader: Reader): MaskedContent {
  const masked: string[] = [];
  const seen = maskFields(kind.fields, content, { reader, masked }, '', 'public');
  return { content: seen, masked: masked.sort() };
}

type Masking = { readonly reader: Reader; readonly masked: string[] };

function maskFields(fields: Fields, content: Content, masking: Masking, base: string, around: Sensitivity): Content {
  const shown = Object.entries(content).map(([name, value]): [string, ContentValue] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, field ? maskField(field, value, { ...masking, beside: content }, base + name, around) : value];
  });
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

function maskField(
  field: Field,
  value: ContentValue,
  masking: Masking & { readonly beside: Content },
  path: string,
  around: Sensitivity,
): ContentValue {
  const sensitivity = stricter(around, field.sensitivity ?? 'public');
  if (field.type === 'group') return maskFields(field.fields, contentOf(value), masking, `${path}/`, sensitivity);
  if (field.type === 'list') {
    return entriesOf(value).map((entry) => ({
      ...maskFields(field.fields, entry, masking, `${path}/${entry.id}/`, sensitivity),
      id: entry.id,
    }));
  }
  const { sees, unmasked = [], masks = maskProfiles.screen } = masking.reader;
  if (!isFilled(value) || maySee(sees, sensitivity) || unmasked.includes(path)) return value;
  masking.masked.push(path);
  return field.mask && typeof value === 'string'
    ? maskText(value, field.mask, masking.beside.gender, masks)
    : undefined;
}
