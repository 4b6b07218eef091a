import type { Application } from '../application/application.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import type { Strike } from './strike.ts';

/** Where an application stands, as far as the vote has to know. */
export type Whereabouts = Pick<
  Application,
  'applicationId' | 'kind' | 'stage' | 'suspensions' | 'refusalProposal' | 'conflicts'
>;

/**
 * Why an application is not voted on any more, or undefined: since the meeting was convened it withdrew or ended, or it
 * is suspended by a late fact (D7), and then waits for another meeting.
 */
export function leftTheVote({ applicationId, stage, ...held }: Whereabouts): Strike | undefined {
  if (stage === 'CommitteeVote')
    return isSuspended(held) ? { applicationId, because: 'suspended', reason: '因新发现的情形暂停' } : undefined;
  const reason = stage === 'Withdrawn' ? '申报主体撤回申报' : '申报已不在表决阶段';
  return { applicationId, because: 'left', reason };
}
