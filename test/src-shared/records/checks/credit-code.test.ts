import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '../../../../src-shared/records/checks/credit-code.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

const handbookSamples = ['51150200500000015N', '12350600D2143569X9', '91330784MA00001030'];

describe('checkCreditCode, GB 32100-2015', () => {
  it.each([...vectors.uscc.valid, ...handbookSamples])('%s is valid', (code) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: true, value: { code } });
  });

  it('says who registered it and reads its parts', () => {
    expect(checkCreditCode(' 12350600-d2143569x9 ')).toEqual({
      ok: true,
      value: {
        code: '12350600D2143569X9',
        registeredBy: { zh: '机构编制', en: 'public institutions' },
        area: '350600',
        organisationCode: 'D2143569X',
        organisationCodeMatches: true,
      },
    });
  });

  it('an inner code that does not match is pointed out, not refused', () => {
    expect(checkCreditCode('91330784MA0000015H')).toMatchObject({ ok: true, value: { organisationCodeMatches: true } });
    expect(checkCreditCode('91330784MA00000203')).toMatchObject({
      ok: true,
      value: { organisationCodeMatches: false },
    });
  });

  it.each([
    ['', { code: 'required' }],
    ['91350100M000100Y4', { code: 'credit_code_length', facts: { length: 17 } }],
    ['91330784IA0000015H', { code: 'credit_code_characters', facts: { position: 9, character: 'I' } }],
    ['91A30784MA0000015H', { code: 'credit_code_area' }],
    ['91350100M000100Y4Z', { code: 'credit_code_characters', facts: { position: 18, character: 'Z' } }],
    ['91310115MA1H8R7C6D', { code: 'credit_code_check_digit' }],
    ['91350100M000100Y44', { code: 'credit_code_check_digit' }],
  ])('%s is refused', (code, problem) => expect(checkCreditCode(code)).toEqual({ ok: false, problem }));
});
