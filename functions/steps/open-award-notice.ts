import { openStage } from './case/open-stage.ts';

export const handler = openStage('AwardNotice');
