const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Full-width characters, lower case, spaces, hyphens and invisible characters as people type and paste them. */
export const normalised = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}]/gu, '')
    .toUpperCase();

/** A valid unified social credit code (GB 32100-2015): 18 characters of 31, the last a check by weights 3^i mod 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || [...code].some((c) => !alphabet.includes(c))) return false;
  if (!/^\d{6}$/.test(registrarAreaOf(code))) return false;
  let sum = 0;
  let weight = 1;
  for (const c of code.slice(0, 17)) {
    sum += alphabet.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** The area of the authority that registered the organisation (GB/T 2260): not the area of its domicile. */
export const registrarAreaOf = (code: string): string => code.slice(2, 8);

/** A valid resident ID number (GB 11643-1999): a real date of birth and a check by mod 11-2. */
export function isIdNumber(number: string): boolean {
  if (!/^[1-9]\d{5}(19|20)\d{9}[\dX]$/.test(number)) return false;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const date = new Date(`${birth}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birth) return false;
  const sum = [...number.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === number[17];
}
