import { describe, expect, it } from 'vitest';
import { checkBankCard } from '../../../../src-shared/records/checks/bank-card.ts';
import { checkImei } from '../../../../src-shared/records/checks/imei.ts';
import { passesLuhn } from '../../../../src-shared/records/checks/luhn.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

describe('passesLuhn, ISO/IEC 7812-1', () => {
  it.each([...vectors.luhn.valid, '6217000000000000004', '6228480000000000018', '621700000000000006'])(
    '%s passes',
    (digits) => {
      expect(passesLuhn(digits)).toBe(true);
    },
  );
  it.each([...vectors.luhn.invalid, '', '62x'])('“%s” fails', (digits) => expect(passesLuhn(digits)).toBe(false));
});

describe('checkBankCard', () => {
  it('drops blanks and folds full-width digits', () => {
    expect(checkBankCard('６２２２ 0200-0000 0000 000')).toEqual({
      ok: true,
      value: { number: '6222020000000000000', lastFour: '0000', warnings: [] },
    });
  });

  it('a failed check and an unusual length are warnings', () => {
    expect(checkBankCard('6222020000000000001')).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'card_check_digit' }] },
    });
    expect(checkBankCard('79927398713')).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'card_unusual_length', facts: { length: 11 } }] },
    });
  });

  it.each([
    ['', 'required'],
    ['6222abc', 'card_characters'],
    ['1234567', 'card_length'],
    ['1'.repeat(33), 'card_length'],
  ])('“%s” is refused as %s', (text, code) => {
    expect(checkBankCard(text)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('checkImei', () => {
  it('reads fifteen digits', () => {
    expect(checkImei('49-015420-323751-8')).toEqual({ ok: true, value: { number: '490154203237518', warnings: [] } });
  });
  it('a wrong check digit is a warning, a wrong length is refused', () => {
    expect(checkImei('490154203237519')).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'imei_check_digit' }] },
    });
    expect(checkImei('49015420323751')).toEqual({ ok: false, problem: { code: 'imei_form', facts: { length: 14 } } });
    expect(checkImei(' ')).toMatchObject({ ok: false, problem: { code: 'required' } });
  });
});
