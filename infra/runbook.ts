/** The headings of docs/runbook.md that alarms name. */
export const runbookHeadings = [
  'Outbox event not delivered',
  'Message not delivered',
  'Arrived file not checked',
  'Scheduled job not started',
  'API function crashes',
  'Consumer keeps failing',
  'Execution failed',
  'Stream falls behind',
  'Functions are throttled',
  'API answers 5xx',
] as const;
export type RunbookHeading = (typeof runbookHeadings)[number];

/** The link target of a heading. */
export const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');
