import type { Application } from '../application/application.ts';
import type { Objection } from '../objection/objection.ts';

const hide = (text: string, first: number, last: number) =>
  text.length <= first + last
    ? '*'.repeat(text.length)
    : `${text.slice(0, first)}${'*'.repeat(text.length - first - last)}${text.slice(-last)}`;

/** An ID number as those see it who need not know it: the first three and the last two characters. */
export const maskedIdNumber = (number: string): string => hide(number, 3, 2);

/** A telephone number likewise: `138******78`. */
export const maskedPhone = (phone: string): string => hide(phone, 3, 2);

/** A mail address likewise: its first letter and the server. Still an address, or the answer's schema would refuse it. */
export const maskedEmail = (email: string): string => email.replace(/^(.)[^@]*/, '$1---');

/** What identifies an applicant: a credit code is public, the number of a person's paper is not. */
const maskedIdentifier = (kind: Application['kind'], identifier: string | undefined) =>
  identifier === undefined || kind === 'organisation' ? identifier : maskedIdNumber(identifier);

type Sections = Application['sections'];

const maskedContact = <T extends { contactPhone: string; contactEmail: string }>(content: T): T => ({
  ...content,
  contactPhone: maskedPhone(content.contactPhone),
  contactEmail: maskedEmail(content.contactEmail),
});

function maskedSections(of: Sections): Sections {
  const { organisationIdentity: organisation, individualIdentity: individual } = of;
  return {
    ...of,
    ...(organisation && { organisationIdentity: { ...organisation, content: maskedContact(organisation.content) } }),
    ...(individual && {
      individualIdentity: {
        ...individual,
        content: maskedContact({ ...individual.content, idNumber: maskedIdNumber(individual.content.idNumber) }),
      },
    }),
  };
}

/** An application for those who oversee it and need nobody's numbers: auditors (PIPL, least data). */
export const maskedApplication = (of: Application): Application => ({
  ...of,
  sections: maskedSections(of.sections),
  handedIn: of.handedIn && maskedSections(of.handedIn),
  appliedAs: maskedIdentifier(of.kind, of.appliedAs),
});

/** An objection likewise: auditors know who objects, and need not call them. */
export const maskedObjection = (of: Objection): Objection => ({
  ...of,
  idNumber: of.idNumber && maskedIdNumber(of.idNumber),
  phone: of.phone && maskedPhone(of.phone),
  email: of.email && maskedEmail(of.email),
});
