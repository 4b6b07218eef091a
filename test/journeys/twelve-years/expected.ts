import type { Laureate } from './roll.ts';
import { isInspectedIn, reportsIn } from './roll.ts';

const years = Array.from({ length: 12 }, (_, i) => 2027 + i);
const lastYear = 2038;

/** Who is on the roll of winners at the end (A25). */
export const expectedRoll = [
  '2026 昆明第1机械厂 revoked',
  '2026 昆明第2机械厂 revoked',
  ...['昆明第3机械厂', '昆明第4机械厂', '昆明第5机械厂', '质量人第1号', '质量人第2号'].map((n) => `2026 ${n} standing`),
  ...['昆明第1机械厂', '昆明第3机械厂', '昆明第103机械厂', '质量人第101号', '质量人第102号'].map(
    (n) => `2033 ${n} standing`,
  ),
];

/** How a duty of the year stands at the end: in the last year nobody has done anything yet. */
const endOf = ({ revokedOn = '' }: Laureate, year: number) =>
  revokedOn.startsWith(String(year)) ? 'cancelled' : year === lastYear ? 'open' : 'done';

/** Every duty that there should be, once, and how it should stand. */
export const expectedDuties = (roll: readonly Laureate[]): string[] => [
  ...roll.flatMap((w) =>
    years.flatMap((year) => [
      ...(reportsIn(w, year) ? [`annualReport-${w.certificateNumber}-${year} ${endOf(w, year)}`] : []),
      ...(isInspectedIn(w, year) ? [`inspection-${w.certificateNumber}-${year} ${endOf(w, year)}`] : []),
    ]),
  ),
  ...roll
    .filter((w) => w.name === '昆明第3机械厂' && w.awardYear === 2026)
    .flatMap((w) => ['rectification', 'reInspection'].map((kind) => `${kind}-${w.certificateNumber}-2029-1 done`)),
];

/** On which days an organisation, an individual and the office should have been reminded of what they owe (D14). */
export function expectedReminders(): string[] {
  const reporting = years.filter((year) => year <= 2031 || year >= 2034);
  // Told on the day after they were opened, 30 and 14 days before 31 March; then handed in.
  const usual = (year: number) => (year === lastYear ? ['01-02'] : ['01-02', '03-01', '03-17']);
  const days = (who: string, list: readonly string[]) => list.map((on) => `${who} ${on}`);
  const both = ['organisation', 'individual'].flatMap((who) =>
    reporting.flatMap((year) =>
      days(
        who,
        usual(year).map((on) => `${year}-${on}`),
      ),
    ),
  );
  // The day after, and then every Monday until it came on the 20th.
  const late = ['2029-04-01', '2029-04-02', '2029-04-09', '2029-04-16'];
  return [
    ...both,
    // The one that came late, and what had to be put right by 15 July.
    ...days('organisation', ['2029-03-24', '2029-03-30', ...late, '2029-06-16', '2029-07-01']),
    // The one that was given back with 10 April for its day.
    ...days('individual', ['2030-03-27']),
    ...['office', 'office-2'].flatMap((who) => days(who, late)),
  ];
}

/** What was refused on purpose, by code. */
export const refusedOnPurpose = [
  ...['defence.clash', 'defence.clash'],
  ...['revocation.hearing-unheld', 'revocation.hearing-unheld'],
  'ban.in-force',
  'retention.same-person',
];
