import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Consultation, Letter } from './letter.ts';
import { letter } from './letter.ts';

/** The letter to a department as the department sees it. */
export const letterTo = (of: Application, sent: Consultation): Letter =>
  letter.parse({ ...sent, applicationId: of.applicationId, name: nameOf(of), code: of.code });
