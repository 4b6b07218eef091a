import type * as z from 'zod';
import type { Cycle } from '#domain/cycle/cycle';
import type { DraftGround, newCycle } from '#domain/cycle/draft';
import { draftCycle } from '#domain/cycle/draft';
import { rules } from '#domain/cycle/rules';
import { builtInEditions } from '#domain/review/criteria/built-in';
import type { Edition } from '#domain/review/criteria/edition';
import { loadEdition } from '#domain/review/criteria/edition';
import type { Programme } from '#domain/programme/programme';
import { newHead } from '#domain/record';
import { announce } from '#domain/cycle/announce';
import type { Resolution, ResolutionKind } from '#domain/resolution/resolution';
import { at, officer, programmeId, someone } from './an-application.ts';

export const administrator = someone('admin', 'administrator');

/** The calendars that the cycles here need. */
export const calendars = [
  { year: 2027, revision: 2, source: '国办通知', holidays: ['2027-01-01'], shiftedWorkingDays: [] },
];

export const aProgramme = (given: Partial<Programme> = {}): Programme => ({
  ...newHead(programmeId),
  name: '市长质量奖',
  nameEn: 'Quality Award',
  grantedBy: '昆明市人民政府',
  legalBasis: '管理办法',
  certificatePrefix: 'KM',
  calendars,
  earlierCalendars: [],
  ruleSets: [
    {
      version: 1,
      title: '管理办法(2020年修订)',
      documentNumber: '昆政发〔2020〕1号',
      legalBasis: '产品质量法',
      issuedOn: '2020-12-25',
      effectiveOn: '2021-01-01',
      addedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  ...given,
});

/** The built-in editions as the programme has them. */
export const editions: Edition[] = [
  loadEdition(programmeId, 'crt_o', builtInEditions.organisation, at(administrator)).next,
  loadEdition(programmeId, 'crt_i', builtInEditions.individual, at(administrator)).next,
];

/** Everything that a cycle needs. It opens on 1 June 2027 at 00:00 and closes at 24:00 of 30 June. */
export const described = (given: Partial<z.infer<typeof newCycle>> = {}): z.infer<typeof newCycle> => ({
  title: '第四届',
  year: 2027,
  approvalReference: '云评组〔2027〕1号',
  ruleSetVersion: 1,
  criteria: { organisation: 'crt_o', individual: 'crt_i' },
  opensAt: '2027-05-31T16:00:00.000Z',
  closesAt: '2027-06-30T16:00:00.000Z',
  rules: rules.parse({}),
  ...given,
});

export const ground = (given: Partial<DraftGround> = {}): DraftGround => ({
  programme: aProgramme(),
  editions,
  others: [],
  ...given,
});

export const aDraft = (given: Partial<z.infer<typeof newCycle>> = {}, on: Partial<DraftGround> = {}): Cycle =>
  draftCycle('cyc_1', described(given), ground(on), at(officer)).next;

export const documents = {
  announcement: { number: '公告1号', title: '公告', text: '不收取任何费用。' },
  circular: { number: '通知1号', title: '通知', text: '请做好推荐工作。' },
};

let ids = 0;
export const newId = (prefix: string) => `${prefix}_${(ids += 1)}`;

/** A cycle that was announced on 1 March 2027. */
export const anAnnounced = (given: Partial<z.infer<typeof newCycle>> = {}): Cycle =>
  announce(aDraft(given), documents, { others: [], calendars, newId }, at(officer)).cycle.next;

/** A resolution of the committee, recorded. */
export const aResolution = (kind: ResolutionKind, given: Partial<Resolution> = {}): Resolution => ({
  ...newHead(programmeId),
  resolutionId: 'res_1',
  kind,
  number: '评审委〔2027〕1号',
  title: '决议',
  adoptedOn: '2027-03-01',
  text: '同意。',
  recordedBy: 'member',
  recordedAt: '2027-03-01T00:00:00.000Z',
  ...given,
});
