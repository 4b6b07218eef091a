import type { Application } from '../application/application.ts';
import type { Circumstances, Outcome } from '../record.ts';
import type { CycleList, ListEntry } from './list.ts';

/** How one entry of a list changes its application. */
export type ApplyEntry = (
  application: Application,
  list: CycleList,
  entry: ListEntry,
  circumstances: Circumstances,
) => Outcome<Application>;
