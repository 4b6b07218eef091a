/** Tells whether a text fits a compiled pattern of IAM. */
export type Matcher = (text: string) => boolean;

/** IAM's wildcards: `*` any run of characters, `?` any one. */
export function glob(pattern: string): Matcher {
  if (pattern === '*') return () => true;
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const compiled = new RegExp(`^${source}$`, 's');
  return (text) => compiled.test(text);
}

/** Actions are compared without regard to case. */
export function actionPattern(pattern: string): Matcher {
  const matches = glob(pattern.toLowerCase());
  return (action) => matches(action.toLowerCase());
}

/** An ARN is compared segment by segment: a wildcard never reaches over a colon into the next segment. */
export function arnPattern(pattern: string): Matcher {
  if (pattern === '*') return () => true;
  const segments = arnSegments(pattern);
  if (segments === undefined) throw new Error(`"${pattern}" is neither an ARN nor "*"`);
  if (!/[*?]/.test(pattern)) return (arn) => arn === pattern;
  const matchers = segments.map(glob);
  return (arn) => arnSegments(arn)?.every((segment, at) => matchers[at]!(segment)) ?? false;
}

/** The six segments of an ARN; the last keeps its own colons. */
function arnSegments(arn: string): string[] | undefined {
  const parts = arn.split(':');
  return parts.length < 6 || parts[0] !== 'arn' ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
