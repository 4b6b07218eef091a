import { describe, expect, it } from 'vitest';
import type { Document } from '#domain/document/document';
import type { ResolutionKind } from '#domain/resolution/resolution';
import { recordResolution } from '#domain/resolution/resolution';
import { at, officer, programmeId } from '#test/build/an-application';
import { startsAt, theMember } from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';
import { aDecision } from '#test/build/revocation';

const member = theMember(2);
const signed = (given: Partial<Document> = {}) => aDecision({ kind: 'resolution', ownerId: member.personId, ...given });
const held = { programmeId, startsAt };
const record = (kind: ResolutionKind, given: object = {}, known: object = {}, actor = member) =>
  recordResolution(
    programmeId,
    { kind, title: '决议', text: '同意。', adoptedOn: '2027-03-01', documentId: 'doc_1', meetingId: 'mtg_1', ...given },
    { resolutionId: 'res_1', running: 3, paper: signed(), meeting: held, ...known },
    at(actor, startsAt),
  );
const refusal = (...of: Parameters<typeof record>) => refusalOf(() => record(...of));
const bare = { documentId: undefined, meetingId: undefined };
const nothing = { paper: undefined, meeting: undefined };

describe('a resolution of the committee (A8)', () => {
  it('is recorded by a member, numbered within its year', () => {
    expect(record('vacancy').next).toMatchObject({ number: '评审委〔2027〕3号', recordedBy: member.personId });
    expect(refusal('vacancy', {}, {}, officer)).toBe('person.role-missing');
    expect(refusal('vacancy', { adoptedOn: '2027-03-02' })).toBe('resolution.date-in-future');
  });

  it.each(['earlierCycle', 'cycleAmendment', 'nominationAfterFailure', 'newVote', 'vacancy'] as const)(
    'on which a command rests (%s) is not one member’s word: it has its signed paper',
    (kind) => {
      expect(refusal(kind, { documentId: undefined }, { paper: undefined })).toBe('resolution.paper-missing');
      expect(refusal(kind)).toBe('allowed');
    },
  );

  it.each(['policyOpinion', 'majorMatter', 'countyGuidance'] as const)('of kind %s needs none, nor a meeting', (kind) =>
    expect(refusal(kind, bare, nothing)).toBe('allowed'),
  );

  it.each([
    ['is not there', undefined],
    ['is not checked yet', signed({ status: 'awaited' })],
    ['is another paper', signed({ kind: 'minutes' })],
    ['is a picture', signed({ format: 'image/png' })],
    ['was brought by another', signed({ ownerId: theMember(3).personId })],
    ['is another programme’s', signed({ programmeId: 'other' })],
    ['is of another resolution already', signed({ kept: { key: 'k' } })],
  ])('is refused when the paper %s', (_, paper) => {
    expect(refusal('newVote', {}, { paper })).toBe('resolution.paper-missing');
    expect(refusal('policyOpinion', {}, { paper })).toBe('resolution.paper-missing');
  });

  it.each(['nominationAfterFailure', 'vacancy'] as const)(
    'about a ballot (%s) is of the meeting that took it',
    (kind) => {
      expect(refusal(kind, { meetingId: undefined }, { meeting: undefined })).toBe('resolution.meeting-missing');
      expect(refusal(kind, {}, { meeting: { ...held, programmeId: 'other' } })).toBe('resolution.meeting-missing');
    },
  );

  it('is not dated before the meeting that adopted it', () => {
    expect(refusal('policyOpinion', { adoptedOn: '2027-02-28' })).toBe('resolution.date-before');
    expect(refusal('policyOpinion', { adoptedOn: '2027-02-28', meetingId: undefined })).toBe('allowed');
  });
});
