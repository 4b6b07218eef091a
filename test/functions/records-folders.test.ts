import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appraisedClasses, classOf, folders, foldersOf } from '#domain/retention/folders';

/** What writes into the records: the gateway's own operations, and what files for others with a folder they are given. */
const writes = /\bfiles\.(keep|keepText|keepPaper)\(|\b(filePaper|keepNamed|keepFiles|keepCopy)\(/;
const givenTheFolder = ['functions/runtime/papers.ts', 'functions/api/application/filing/keep-files.ts'];
const givenByTheirCaller = ['functions/api/post-award/keep-named.ts', 'functions/api/document/keep-copy.ts'];

const writers = globSync('functions/**/*.ts')
  .filter((file) => !file.startsWith('functions/gateways/'))
  .filter((file) => writes.test(readFileSync(file, 'utf8')))
  .filter((file) => ![...givenTheFolder, ...givenByTheirCaller].includes(file));

test('everything that is written into the records lies in a folder that has its class (A29, D13)', () => {
  expect(writers.length).toBeGreaterThan(8);
  // Whoever takes no folder from the list is one of those who call somebody that does.
  const without = writers.filter((file) => !readFileSync(file, 'utf8').includes("from '#domain/retention/folders'"));
  const callers = ['conclude-investigation', 'close-hearing', 'record-revocation', 'lift-ban'];
  expect(without.filter((file) => !callers.some((name) => file.endsWith(`/${name}.ts`)))).toEqual([
    'functions/api/vote/print-minutes.ts',
  ]);
  for (const file of globSync('functions/**/*.ts'))
    expect([file, /`\$\{[^}`]*programmeId\}\//.test(readFileSync(file, 'utf8'))]).toEqual([file, false]);
});

test('every folder is either of a class that is offered for appraisal, or permanent', () => {
  const of = { programmeId: 'p', cycleId: 'c', recordId: 'r' };
  const offered = appraisedClasses.flatMap((filed) => foldersOf[filed](of));
  const every = {
    ...{ application: folders.application('p', 'c', 'r'), objections: folders.objections('p', 'c') },
    ...{
      papers: folders.papers('p', 'c'),
      minutes: folders.minutes('p', 'c'),
      submissions: folders.submissions('p', 'c'),
    },
    ...{ annualReport: folders.annualReport('p', 'r'), inspection: folders.inspection('p', 'r') },
    ...{
      revocation: folders.revocation('p', 'r'),
      decisions: folders.decisions('p'),
      resolutions: folders.resolutions('p'),
      disposals: folders.disposals('p'),
    },
  } satisfies Record<keyof typeof folders, string>;
  for (const [name, folder] of Object.entries(every))
    expect([name, offered.includes(folder)]).toEqual([name, classOf[name as keyof typeof classOf] !== 'permanent']);
  expect(new Set(Object.values(every)).size).toBe(Object.keys(folders).length);
});
