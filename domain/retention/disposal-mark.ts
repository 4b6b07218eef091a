import * as z from 'zod';

/** On a record: its files in the records were disposed of, their retention over (D13). */
export const disposalMark = z.object({ appraisalId: z.string(), at: z.iso.datetime() });
