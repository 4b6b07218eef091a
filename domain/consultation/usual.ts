import type { Application } from '../application/application.ts';
import type { Department } from '../programme/departments.ts';
import { refuseUnless } from '../refused.ts';

const codesOf = (departments: readonly Department[]) => departments.filter((d) => d.usual).map((d) => d.code);

const wasAsked = (of: Pick<Application, 'consultations'>, code: string): boolean =>
  of.consultations.some((c) => c.departmentCode === code);

/** The departments consulted as a rule that letters to the named ones would leave unasked about somebody (A16). */
export const leftOut = (
  applications: readonly Pick<Application, 'consultations'>[],
  departmentCodes: readonly string[],
  departments: readonly Department[],
): string[] =>
  codesOf(departments).filter(
    (code) => !departmentCodes.includes(code) && applications.some((a) => !wasAsked(a, code)),
  );

/** Throws `Refused` consultation.usual-missing when only departments were asked that are consulted beside others (A16). */
export function refuseUnlessUsual(of: Pick<Application, 'consultations'>, departments: readonly Department[]): void {
  const usual = codesOf(departments);
  const isUsual = usual.length === 0 || usual.some((code) => wasAsked(of, code));
  refuseUnless(isUsual, 'consultation.usual-missing', { departments: usual });
}
