import validate from 'asl-validator';

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checked field by field already, and more exactly than the linter's schema does. */
const values = new Set([
  ...['Output', 'Assign', 'Arguments', 'Items', 'ItemSelector', 'MaxConcurrency', 'TimeoutSeconds'],
  ...['HeartbeatSeconds', 'Error', 'Cause', 'Comment'],
]);

/** The linter compiles its schemas anew each time, some 80 ms. */
const known = new Map<string, readonly string[]>();

/**
 * Lints what spans states: targets that exist, ends that are reached, names used twice. The linter's schema refuses
 * values that Step Functions takes (an Output that is text, an expression over several lines), so it gets the outline.
 */
export function lintProblems(definition: Thing): readonly string[] {
  const outlined = outline(definition);
  const key = JSON.stringify(outlined);
  let problems = known.get(key);
  if (problems === undefined) {
    const { errors } = validate(outlined, { checkPaths: true, checkArn: false });
    problems = errors.map((error) => `${error['Error code']}: ${error.Message}`);
    known.set(key, problems);
  }
  return problems;
}

function outline(scope: Thing): Thing {
  const states = isThing(scope.States) ? scope.States : {};
  const outlined = Object.entries(states).map(([name, state]) => [name, isThing(state) ? stateOutline(state) : state]);
  return { ...scope, States: Object.fromEntries(outlined) as Thing };
}

function stateOutline(state: Thing): Thing {
  const kept = Object.fromEntries(Object.entries(state).filter(([field]) => !values.has(field)));
  if (state.Type === 'Wait') {
    delete kept.Timestamp;
    kept.Seconds = 1;
  }
  if (Array.isArray(state.Choices)) kept.Choices = state.Choices.map((rule: Thing) => ruleOutline(rule));
  if (Array.isArray(state.Catch)) kept.Catch = state.Catch.map((rule: Thing) => withoutValues(rule));
  if (Array.isArray(state.Branches)) kept.Branches = state.Branches.map((branch: Thing) => outline(branch));
  if (isThing(state.ItemProcessor)) kept.ItemProcessor = outline(state.ItemProcessor);
  return kept;
}

function ruleOutline(rule: Thing): Thing {
  return { ...withoutValues(rule), Condition: '{% true %}' };
}

function withoutValues(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([field]) => !values.has(field)));
}
