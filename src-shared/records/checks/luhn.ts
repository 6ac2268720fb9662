// The Luhn check (ISO/IEC 7812-1 annex B) of bank cards and IMEIs.

/** True when the digits, doubled every second from the right, add up to a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const sum = Array.from(digits, Number).reduceRight(
    (total, digit, index) => total + luhnValue(digit, digits.length - 1 - index),
    0,
  );
  return sum % 10 === 0;
}

function luhnValue(digit: number, placeFromRight: number): number {
  if (placeFromRight % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
