import { isIdNumber } from './identifiers.ts';

/** The papers by which a person can be identified. */
export const idKinds = [
  'residentId',
  'passport',
  'hkMacauPermit',
  'taiwanPermit',
  'foreignPermanentResidentId',
  'other',
] as const;
export type IdKind = (typeof idKinds)[number];

const matches = (pattern: RegExp) => (number: string) => pattern.test(number);

/**
 * Whether a normalised number has the form of its kind. A resident ID is that of a resident of Hong Kong, Macau or
 * Taiwan too (areas 81, 82, 83). The permanent resident ID of foreigners is of two kinds: 15 characters until 2023,
 * since then 18 with the check digit of a resident ID.
 */
const forms: Readonly<Record<IdKind, (number: string) => boolean>> = {
  residentId: isIdNumber,
  passport: matches(/^[A-Z0-9]{5,17}$/),
  hkMacauPermit: matches(/^[HM](\d{8}|\d{10})$/),
  taiwanPermit: matches(/^(\d{8}|\d{10}[A-Z]?)$/),
  foreignPermanentResidentId: (number) =>
    /^[A-Z]{3}\d{12}$/.test(number) || (number.startsWith('9') && isIdNumber(number)),
  other: matches(/^[\p{L}\p{N}]{1,40}$/u),
};

/** What people call each kind. */
export const idKindLabels: Readonly<Record<IdKind, { readonly zh: string; readonly en: string }>> = {
  residentId: { zh: '居民身份证(含港澳台居民居住证)', en: 'Resident ID' },
  passport: { zh: '护照', en: 'Passport' },
  hkMacauPermit: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macau residents' },
  taiwanPermit: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  foreignPermanentResidentId: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident ID' },
  other: { zh: '其他证件', en: 'Another paper' },
};

/** Whether the number, normalised, can be one of the kind. */
export const fitsIdKind = (kind: IdKind, number: string): boolean => forms[kind](number);

/**
 * What identifies a person: kind and number, as a passport and a permit can carry the same number and belong to two
 * people. A resident ID, by far the commonest, stands for itself, as a credit code does.
 */
export const personIdentifier = (kind: IdKind, number: string): string =>
  kind === 'residentId' ? number : `${kind}:${number}`;
