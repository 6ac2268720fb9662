import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkResidentId, residentIdCheckCharacter } from '../../../../src-shared/records/checks/resident-id.ts';
import { isoDate } from '../../../../src-shared/records/dates/iso-date.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

const today = isoDate('2025-03-28');

/** The stored number, or the code of the problem. */
function check(text: string, options = {}): string {
  const result = checkResidentId(text, today, options);
  return result.ok ? result.value.number : result.problem.code;
}

describe('checkResidentId, GB 11643-1999', () => {
  it.each(vectors.id18.valid.filter((number) => !number.startsWith('440524188')))('%s is valid', (number) => {
    expect(check(number)).toBe(number);
  });

  it('a birth more than 130 years ago is for historic records only', () => {
    expect(check('440524188001010014')).toBe('id_age');
    expect(check('440524188001010014', { historic: true })).toBe('440524188001010014');
  });

  it('someone is refused as too old from the 131st birthday on', () => {
    const born1900 = '110101190001010030';
    expect(checkResidentId(born1900, isoDate('2030-12-31')).ok).toBe(true);
    expect(checkResidentId(born1900, isoDate('2031-01-01'))).toEqual({
      ok: false,
      problem: { code: 'id_age', facts: { limit: 130, date: '1900-01-01' } },
    });
  });

  it('reads birth date, gender and area', () => {
    expect(checkResidentId('11010519491231002x', today)).toEqual({
      ok: true,
      value: {
        number: '11010519491231002X',
        birthDate: '1949-12-31',
        gender: 'female',
        area: '110105',
        upgraded: false,
      },
    });
    expect(checkResidentId('110101190001010014', today)).toMatchObject({ ok: true, value: { gender: 'male' } });
  });

  it('an old number of 15 digits is completed and marked', () => {
    expect(checkResidentId('110105491231002', today)).toMatchObject({
      ok: true,
      value: { number: vectors.id18.upgrade15['110105491231002'], upgraded: true },
    });
  });

  it.each(['0030', '0081', '0022', '0073', '0014', '0065', '0196', '0057', '0188', '0049', '009X'])(
    '11010119000101%s has a matching check character',
    (end) => expect(check(`11010119000101${end}`)).toBe(`11010119000101${end}`),
  );

  it('29 February of a leap year exists', () => expect(check('110101190402290010')).toBe('110101190402290010'));

  it.each([
    ['', 'required'],
    ['1101051949123100', 'id_length'],
    ['11010519491231002X1', 'id_length'],
    ['11010519491231O02X', 'id_characters'],
    ['1101051949123100X2', 'id_characters'],
    ['11010549123100X', 'id_characters'],
    ['999999190001010015', 'id_province'],
    ['630104190002290012', 'id_date'],
    ['110105190013010017', 'id_date'],
    ['110105194912310021', 'id_check_digit'],
    ['51310119820113001X', 'id_check_digit'],
    ['110105202503290027', 'id_future'],
    ['810000190001010018', 'id_is_permit'],
  ])('%s is refused as %s', (number, code) => expect(check(number)).toBe(code));

  it.each(['810000190001010018', '82000019000101001X', '830000190001010011'])(
    '%s is a residence permit number',
    (number) => {
      expect(check(number, { permit: true })).toBe(number);
    },
  );

  it('a mainland number is no residence permit number', () => {
    expect(check('11010519491231002X', { permit: true })).toBe('id_not_permit');
  });

  it('the check character a web page left out is 4', () =>
    expect(residentIdCheckCharacter('51310119820113001')).toBe('4'));

  it('full-width digits and blanks are folded', () => {
    expect(check(' １１０１０５ １９４９１２３１ ００２ｘ ')).toBe('11010519491231002X');
  });

  it('every single wrong digit and every swap of neighbours is found', () => {
    const numbers = fc.constantFrom('11010519491231002X', '110101190001010030', '110101190402290010');
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const wrong = String((Number(number[place]) + step) % 10);
        expect(check(number.slice(0, place) + wrong + number.slice(place + 1))).toMatch(/^id_/);
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
        if (swapped !== number) expect(check(swapped)).toMatch(/^id_/);
      }),
    );
  });

  it('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(check(text)).toMatch(/^(id_|required)/);
      }),
    );
  });
});
