import { describe, expect, it } from 'vitest';
import { compilePattern } from '#local/events/pattern';

describe('an event pattern', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['a value in the list', { a: ['x', 'y'] }, { a: 'y' }, true],
    ['a value not in the list', { a: ['x'] }, { a: 'y' }, false],
    ['an absent field', { a: ['x'] }, {}, false],
    ['null', { a: [null] }, { a: null }, true],
    ['nested fields', { a: { b: ['x'] } }, { a: { b: 'x', c: 1 } }, true],
    ['every field must match', { a: ['x'], b: ['x'] }, { a: 'x' }, false],
    ['any element of an array', { a: ['x'] }, { a: ['w', 'x'] }, true],
    ['prefix', { a: [{ prefix: 'in/' }] }, { a: 'in/1.pdf' }, true],
    ['prefix elsewhere', { a: [{ prefix: 'in/' }] }, { a: '/in/1.pdf' }, false],
    ['prefix, any case', { a: [{ prefix: { 'equals-ignore-case': 'IN' } }] }, { a: 'in' }, true],
    ['suffix', { a: [{ suffix: '.pdf' }] }, { a: 'x.pdf' }, true],
    ['wildcard', { a: [{ wildcard: 'in/*/x.*' }] }, { a: 'in/7/x.pdf' }, true],
    ['a dot in a wildcard is a dot', { a: [{ wildcard: 'x.pdf' }] }, { a: 'x-pdf' }, false],
    ['exists', { a: [{ exists: true }] }, { a: 0 }, true],
    ['exists, absent', { a: [{ exists: true }] }, {}, false],
    ['does not exist', { a: [{ exists: false }] }, {}, true],
    ['does not exist, present', { a: [{ exists: false }] }, { a: 0 }, false],
    ['anything but', { a: [{ 'anything-but': ['x'] }] }, { a: 'y' }, true],
    ['anything but, hit', { a: [{ 'anything-but': 'x' }] }, { a: 'x' }, false],
    ['anything but, absent', { a: [{ 'anything-but': 'x' }] }, {}, false],
    ['anything but a prefix', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'xy' }, false],
    ['numeric range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
    ['numeric range, outside', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 6 }, false],
    ['a number of a stream, which is text', { a: { N: [{ numeric: ['=', 5] }] } }, { a: { N: '5.0' } }, true],
    ['either', { $or: [{ a: ['x'] }, { b: ['x'] }] }, { b: 'x' }, true],
    ['neither', { $or: [{ a: ['x'] }, { b: ['x'] }] }, { c: 'x' }, false],
  ])('%s', (_, pattern, event, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });

  it('is refused when it uses an operator that is not known', () => {
    expect(() => compilePattern({ a: [{ cidr: '10.0.0.0/8' }] })).toThrow('cidr');
  });
});
