import * as z from 'zod';
import { yearlyDuty } from '#domain/post-award/duty';

/** What office and auditors see of a duty. */
export const dutyView = yearlyDuty.pick({
  dutyId: true,
  kind: true,
  certificateNumber: true,
  winnerName: true,
  year: true,
  status: true,
  party: true,
  dueOn: true,
  returned: true,
  done: true,
});

/** What the winner sees of its own: not who did what. */
export const ownDutyView = dutyView.omit({ party: true }).extend({
  done: z.object({ at: z.string(), late: z.boolean() }).optional(),
});
