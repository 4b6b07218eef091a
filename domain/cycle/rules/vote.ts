import * as z from 'zod';
import { fraction } from './shapes.ts';

/** Settings of the committee's vote and what follows it until the award (A21–A22). */
export const voteRules = {
  quorum: fraction.default([2, 3]).describe('D4: of all members'),
  majority: z
    .object({ qualityAward: fraction, nominationAward: fraction })
    .default({ qualityAward: [2, 3], nominationAward: [1, 2] })
    .describe('D4: of the members present and not recused'),
  ballot: z.enum(['secret', 'open']).default('secret').describe('D4: how members vote'),
  tieBreak: z
    .enum(['votesThenScoreThenRunOff', 'votesThenRunOff'])
    .default('votesThenScoreThenRunOff')
    .describe('D5: who is in when more pass than the quota has places'),
  substitutes: z
    .enum(['newVoteAndNotice', 'none'])
    .default('newVoteAndNotice')
    .describe('D20: when a proposed winner drops out'),
};
