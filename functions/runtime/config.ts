import * as z from 'zod';
import { environment as env } from '#functions/names';

const optional = z.string().min(1).optional();

/** The environment of every function; each function is given only the names its duty needs. */
const schema = z.object({
  [env.coreTable]: z.string(),
  [env.auditTable]: z.string(),
  [env.ballotsTable]: optional,
  [env.ballotKey]: optional,
  [env.stagingBucket]: optional,
  [env.recordsBucket]: optional,
  [env.lifecycleMachine]: optional,
  [env.revocationMachine]: optional,
  [env.yearlyDutiesMachine]: optional,
  [env.recordsMachine]: optional,
  [env.pushMachine]: optional,
  [env.creditPlatformUrl]: optional,
  [env.creditPlatformKey]: optional,
  [env.supervisionPlatformUrl]: optional,
  [env.supervisionPlatformKey]: optional,
  [env.smtpUrl]: optional,
  [env.mailFrom]: optional,
  [env.portalOrigin]: optional,
  [env.lockMode]: z.enum(['GOVERNANCE', 'COMPLIANCE']).optional(),
  [env.bootstrapAdministrators]: optional,
});

/** Reads the environment once; a name that is missing is an error at start, not at the first use. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env) => schema.parse(environment);

/**
 * The award's clock runs this far ahead of the machine's: 0 where it is deployed, moved in a rehearsal. Read at each
 * request because a rehearsal moves it while functions are warm.
 */
export const clockOffset = (): number => Number(process.env[env.clockOffset] ?? 0);
