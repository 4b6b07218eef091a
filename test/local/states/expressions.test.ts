import { describe, expect, it } from 'vitest';
import { evaluate } from '#local/states/expressions';
import { StateError } from '#local/states/state-error';

const now = Date.parse('2027-03-01T08:00:00Z');
const value = (source: string, bindings = {}) => evaluate(`{% ${source} %}`, bindings, now);

describe("Step Functions' additions to JSONata", () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('content', 'SHA-1')", '040f06fd774092478d450774f5ba30c5da78acc8'],
    ["$hash('content', 'MD5')", '9a0364b9e99bb480dd25e1f0284c8555'],
    [`$parse('{"a":[1]}')`, { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$random(7) = $random(8)', false],
    ['$length($uuid())', 36],
    ['$now()', '2027-03-01T08:00:00.000Z'],
    ['$millis()', now],
    ["$now('[Y]-[M01]-[D01] [H01]:[m01]', '+0800')", '2027-03-01 16:00'],
    ['[1]', [1]],
    ['$a.b', 2],
  ])('%s', async (source, expected) => {
    expect(await value(source, { a: { b: 2 } })).toEqual(expected);
  });

  it.each([
    '$nothing',
    "$eval('1')",
    '$number("x")',
    'function($x){$x}',
    '$hash("a", "CRC")',
    '1/0',
    '($f := function(){$f()}; $f() + 1)',
  ])('fails with States.QueryEvaluationError: %s', async (source) => {
    const failure = await value(source).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(StateError);
    expect((failure as StateError).error).toBe('States.QueryEvaluationError');
  });

  it('evaluates inside lists and objects and leaves all other text alone', async () => {
    const template = { a: ['{% 1 + 1 %}', '$.x'], b: { c: '{%$n%}' }, d: null };
    expect(await evaluate(template, { n: 3 }, now)).toEqual({ a: [2, '$.x'], b: { c: 3 }, d: null });
  });
});
