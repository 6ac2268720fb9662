import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src-shared/records/content.ts';
import { maskContent } from '../../../src-shared/records/mask-content.ts';
import { searchTerms } from '../../../src-shared/records/search-terms.ts';
import { parcel } from '../../support/parcel-kind.ts';

const content: Content = {
  place: '夜市',
  secret: '内袋绣有名字',
  remark: '雨天',
  owner: {
    name: '黎某某',
    id_no: '11010119000101009X',
    birth_date: '1900-01-01',
    phone: '13800138000',
    account: '6222020000000000000',
    address: '河西街道八一社区3号',
  },
  things: [{ id: 'bag', order: 1, name: '布袋', serial: 'SN-12345678' }],
};

describe('masked content', () => {
  it('hides from a person of the unit only what is sensitive', () => {
    expect(maskContent(parcel, content, { sees: 'internal' })).toEqual({
      content: {
        place: '夜市',
        remark: '雨天',
        owner: {
          name: '黎某某',
          id_no: '110***********009X',
          phone: '138****8000',
          account: '6222 **** **** 0000',
          address: '河西街道八一社区3号',
        },
        things: [{ id: 'bag', order: 1, name: '布袋', serial: '尾号5678' }],
      },
      masked: ['owner/account', 'owner/birth_date', 'owner/id_no', 'owner/phone', 'secret', 'things/bag/serial'],
    });
  });

  it('shows the public masked persons and nothing sensitive', () => {
    const { content: seen } = maskContent(
      parcel,
      { ...content, owner: { name: '王柱柱', phone: '13800138000', address: '河西街道八一社区3号' } },
      { sees: 'public' },
    );
    expect(seen.owner).toEqual({ name: '王**', phone: '138****8000', address: '河西街道八一社区***' });
    expect(seen.secret).toBeUndefined();
  });

  it('shows one path that was unmasked for a reason, and everything to who may see it', () => {
    const one = maskContent(parcel, content, { sees: 'internal', unmasked: ['owner/id_no'] });
    expect(one.content.owner).toMatchObject({ id_no: '11010119000101009X', account: '6222 **** **** 0000' });
    expect(maskContent(parcel, content, { sees: 'sensitive' })).toEqual({ content, masked: [] });
  });

  it('does not touch the content it is given', () => {
    const before = structuredClone(content);
    maskContent(parcel, content, { sees: 'public' });
    expect(content).toEqual(before);
  });
});

describe('search terms', () => {
  it('come by use; what is sensitive gives its last four characters only', () => {
    expect(searchTerms(parcel, content, '方岩所包字〔2025〕0012号')).toEqual({
      names: ['夜市', '黎某某'],
      texts: ['布袋', '河西街道八一社区3号', '雨天'],
      tails: ['5678', '009X', '8000', '0000'],
      numbers: ['方岩所包字〔2025〕0012号'],
    });
  });

  it('give nothing of a sensitive number so short that its tail would tell it', () => {
    const short: Content = { owner: { id_no: 'A123456' }, things: [{ id: 'bag', serial: '1234' }] };
    expect(searchTerms(parcel, short, '').tails).toEqual([]);
    expect(searchTerms(parcel, {}, '')).toEqual({ names: [], texts: [], tails: [], numbers: [] });
  });
});
