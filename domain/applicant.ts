/** Someone who acts for an applicant beside the owner of the application. */
export interface Membership {
  readonly personId: string;
  /** May hand in and withdraw, which bind the applicant; every member may fill in and upload. */
  readonly maySubmit: boolean;
  readonly until?: string | undefined;
}

/** A case of an applicant. */
export interface Theirs {
  readonly ownerId: string;
  readonly members?: readonly Membership[] | undefined;
}

/** What binds the applicant and is therefore not every member's. */
const binding: readonly string[] = ['submit', 'resubmit', 'withdraw'];

const membershipOf = ({ members = [] }: Theirs, personId: string) =>
  members.find((m) => m.personId === personId && m.until === undefined);

/** Whether the person acts for the applicant: the owner, or a member whose membership stands. */
export const actsForApplicant = (of: Theirs, personId: string): boolean =>
  of.ownerId === personId || membershipOf(of, personId) !== undefined;

/** Whether the person may take the action for the applicant. */
export const mayTake = (of: Theirs, personId: string, action: string): boolean =>
  of.ownerId === personId || !binding.includes(action) || membershipOf(of, personId)?.maySubmit === true;

/** Everyone who acts for the applicant now. */
export const peopleOf = ({ ownerId, members = [] }: Theirs): string[] => [
  ownerId,
  ...members.filter((m) => m.until === undefined).map((m) => m.personId),
];
