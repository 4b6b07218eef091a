import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWarmPlaces } from '#local/lambda/warm-places';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('retires the one that rested longest when another needs its place', () => {
  const retired: string[] = [];
  const warm = createWarmPlaces(2, 1000);
  for (const name of ['first', 'second', 'third']) warm.rest(() => retired.push(name));
  expect(retired).toEqual(['first']);
});

it('does not retire one that was taken up again', () => {
  const retired: string[] = [];
  const warm = createWarmPlaces(2, 1000);
  const takeUp = warm.rest(() => retired.push('busy'));
  takeUp();
  for (const name of ['second', 'third']) warm.rest(() => retired.push(name));
  vi.advanceTimersByTime(999);
  expect(retired).toEqual([]);
});

it('retires each after its time', () => {
  const retired: string[] = [];
  const warm = createWarmPlaces(2, 1000);
  warm.rest(() => retired.push('one'));
  vi.advanceTimersByTime(1000);
  expect(retired).toEqual(['one']);
});
