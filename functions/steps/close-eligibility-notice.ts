import { closeNotice } from './case/close-notice.ts';

export const handler = closeNotice('EligibilityNotice');
