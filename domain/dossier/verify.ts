import type { AuditEvent } from '../audit/event.ts';
import { firstBreak } from '../audit/event.ts';
import type { AuditFile, DossierManifest } from './manifest.ts';
import { auditFile, paths, submissionManifest } from './manifest.ts';

/** An entry as it was found in the ZIP; of what is read, its text. */
export interface Found {
  readonly size: number;
  readonly sha256: string;
  readonly text?: string | undefined;
}

/** Something that is not as it should be. */
export interface Discrepancy {
  readonly path: string;
  readonly problem:
    | 'missing'
    | 'changed'
    | 'added'
    | 'unreadable'
    | 'chainBroken'
    | 'notAsHandedIn'
    | 'handedInMissing'
    | 'notAsReceipted';
  readonly detail?: string;
}

type Hash = Parameters<typeof firstBreak>[2];
type Entries = ReadonlyMap<string, Found>;

function againstManifest({ entries }: DossierManifest, found: Entries): Discrepancy[] {
  const named = new Set([paths.manifest, ...entries.map((e) => e.path)]);
  return [
    ...entries.flatMap(({ path, size, sha256 }): Discrepancy[] => {
      const is = found.get(path);
      if (!is) return [{ path, problem: 'missing' }];
      return is.size === size && is.sha256 === sha256 ? [] : [{ path, problem: 'changed', detail: is.sha256 }];
    }),
    ...[...found.keys()].filter((path) => !named.has(path)).map((path): Discrepancy => ({ path, problem: 'added' })),
  ];
}

const under = (found: Entries, folder: string) => [...found].filter(([path]) => path.startsWith(folder));

const parsed = <T>(text: string | undefined, read: (value: unknown) => T): T | undefined => {
  try {
    return read(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
};

/** The trails that can be read, and what is wrong with their chains. */
function trails(found: Entries, hashOf: Hash) {
  const whole: AuditFile[] = [];
  const problems: Discrepancy[] = [];
  for (const [path, { text }] of under(found, paths.audit)) {
    const file = parsed(text, (value) => auditFile.parse(value));
    const brokenAt = file && firstBreak(file.events, file.head, hashOf);
    if (!file) problems.push({ path, problem: 'unreadable' });
    else if (brokenAt !== undefined) problems.push({ path, problem: 'chainBroken', detail: `#${brokenAt}` });
    if (file) whole.push(file);
  }
  return { whole, problems };
}

const receipted = (events: readonly AuditEvent[]) =>
  new Map(
    events.flatMap(({ type, detail }) =>
      type === 'applicationSubmitted' || type === 'applicationResubmitted'
        ? [[`${paths.submissions}manifest-${String(detail?.number)}.json`, String(detail?.manifestSha256)] as const]
        : [],
    ),
  );

/** Holds the submissions against the events that receipted them, and the originals against the submissions. */
function againstSubmissions({ entries }: DossierManifest, found: Entries, audited: readonly AuditFile[]) {
  const problems: Discrepancy[] = [];
  for (const [path, sha256] of receipted(audited.flatMap(({ events }) => events))) {
    const is = found.get(path);
    if (!is) problems.push({ path, problem: 'missing' });
    else if (is.sha256 !== sha256) problems.push({ path, problem: 'notAsReceipted', detail: is.sha256 });
  }
  for (const [path, { text }] of under(found, paths.submissions)) {
    const submission = parsed(text, (value) => submissionManifest.parse(value));
    if (!submission) problems.push({ path, problem: 'unreadable' });
    for (const { documentId, name, sha256 } of submission?.files ?? []) {
      const original = entries.find((e) => e.documentId === documentId)?.path;
      const is = original && found.get(original);
      if (!original) problems.push({ path, problem: 'handedInMissing', detail: name });
      else if (is && is.sha256 !== sha256) problems.push({ path: original, problem: 'notAsHandedIn', detail: name });
    }
  }
  return problems;
}

/**
 * What of a dossier is missing, changed or added (A29): by its manifest, by the chains of its audit events, and by the
 * manifests of the submissions, whose SHA-256 the chained events carry. Empty when it is whole.
 */
export function discrepancies(manifest: DossierManifest, found: Entries, hashOf: Hash): Discrepancy[] {
  const { whole, problems } = trails(found, hashOf);
  return [...againstManifest(manifest, found), ...problems, ...againstSubmissions(manifest, found, whole)];
}
