import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Criteria } from './criteria/criteria.ts';
import { itemsOf } from './criteria/criteria.ts';
import { isOnPanel } from './on-panel.ts';
import type { Review, SheetItem } from './review.ts';

const refuseUnlessOwn = (of: Review, application: Application, { actor }: Circumstances): void => {
  refuseUnless(of.assessorId === actor.personId && !of.voided && isOnPanel(application, actor), 'record.not-found', {
    record: 'review',
  });
  enter('application', application, 'handInReview', actor);
  refuseUnless(!application.materialReview, 'panel.report-handed-in');
  refuseUnless(of.status === 'draft', 'review.handed-in-already');
};

/** Throws `Refused` review.unknown-items, review.items-twice. */
export function refuseUnlessOfCriteria(criteria: Criteria, given: readonly { code: string }[]): void {
  const known = itemsOf(criteria).map((i) => i.code);
  const codes = given.map((i) => i.code);
  const unknown = codes.filter((code) => !known.includes(code));
  refuseUnless(unknown.length === 0, 'review.unknown-items', { items: unknown });
  const twice = codes.filter((code, i) => codes.indexOf(code) !== i);
  refuseUnless(twice.length === 0, 'review.items-twice', { items: twice });
}

/** The codes of the criteria's items that are not complete in what is given. */
export const incompleteItems = (criteria: Criteria, given: readonly Filled[]): string[] =>
  itemsOf(criteria)
    .map((i) => i.code)
    .filter((code) => {
      const item = given.find((g) => g.code === code);
      return item?.percentage === undefined || !item.strengths.trim() || !item.improvements.trim();
    });

/** Characters of a whole sheet or report: a record holds no more than 400 KB, and a 字 takes three bytes. */
const mostCharacters = 90_000;

/** Throws `Refused` review.too-long. */
export function refuseUnlessFits(items: readonly { strengths: string; improvements: string }[], more = ''): void {
  const length = items.reduce((sum, i) => sum + i.strengths.length + i.improvements.length, more.length);
  refuseUnless(length <= mostCharacters, 'review.too-long', { length, most: mostCharacters });
}

type Filled = Omit<SheetItem, 'revision'>;

/** The item as it is saved: what changed counts one revision on. */
const revised = (before: SheetItem | undefined, { code, percentage, strengths, improvements }: Filled): SheetItem => {
  const isSame =
    before?.percentage === percentage && before?.strengths === strengths && before?.improvements === improvements;
  return before && isSame
    ? before
    : { code, percentage, strengths, improvements, revision: (before?.revision ?? 0) + 1 };
};

/**
 * Saves one item of a sheet, as an assessor who goes from item to item does. Two windows of one assessor do not
 * overwrite each other: throws `Refused` review.item-changed when the item was saved since it was read.
 */
export function saveItem(
  of: Review,
  application: Application,
  { item, criteria }: { item: SheetItem; criteria: Criteria },
  circumstances: Circumstances,
): Outcome<Review> {
  refuseUnlessOwn(of, application, circumstances);
  refuseUnlessOfCriteria(criteria, [item]);
  const before = of.items.find((i) => i.code === item.code);
  const current = before?.revision ?? 0;
  const saved = revised(before, item);
  const isRepeat = saved === before;
  refuseUnless(isRepeat || item.revision === current, 'review.item-changed', { code: item.code, revision: current });
  const items = before ? of.items.map((i) => (i.code === item.code ? saved : i)) : [...of.items, saved];
  refuseUnlessFits(items);
  return decided(
    circumstances,
    { ...of, items },
    { type: 'sheetItemSaved', detail: { code: item.code, revision: saved.revision } },
  );
}

/** Saves a sheet as far as it is filled in, by the cycle's criteria. */
export function saveSheet(
  of: Review,
  application: Application,
  { items, criteria }: { items: readonly Filled[]; criteria: Criteria },
  circumstances: Circumstances,
): Outcome<Review> {
  refuseUnlessOwn(of, application, circumstances);
  refuseUnlessOfCriteria(criteria, items);
  refuseUnlessFits(items);
  const kept = items.map((item) =>
    revised(
      of.items.find((i) => i.code === item.code),
      item,
    ),
  );
  return decided(circumstances, { ...of, items: kept }, { type: 'sheetSaved', detail: { items: items.length } });
}

/** Hands a sheet in: every item has a percentage, strengths and improvements, and nothing can be changed after. */
export function handInSheet(
  of: Review,
  application: Application,
  criteria: Criteria,
  circumstances: Circumstances,
): Outcome<Review> {
  refuseUnlessOwn(of, application, circumstances);
  const missing = incompleteItems(criteria, of.items);
  refuseUnless(missing.length === 0, 'review.incomplete', { items: missing });
  const { applicationId, code, panel } = application;
  return decided(
    circumstances,
    { ...of, status: 'handedIn', handedInAt: circumstances.now },
    {
      type: 'reviewHandedIn',
      detail: { applicationId, code, assessorId: of.assessorId, leaderId: panel?.leaderId },
    },
  );
}

/** A line of an assessor's list; who the applicant is only opens with the pledge. */
export const reviewLine = (of: Review, application: Application, pledged: boolean) => ({
  reviewId: of.reviewId,
  applicationId: of.applicationId,
  cycleId: of.cycleId,
  status: of.status,
  pledged,
  ...(pledged && { name: nameOf(application), code: application.code, kind: of.kind, stage: application.stage }),
});
