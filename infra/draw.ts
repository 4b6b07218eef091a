import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MachineName } from '#statemachines/machines';
import { machines } from '#statemachines/machines';
import { lifecycleDiagram } from './lifecycle-diagram.ts';
import { machineDiagram } from './machine-diagram.ts';
import { root } from './inventory.ts';

const folder = join(root, 'docs/diagrams');

/** The generated pages under docs/diagrams, by their file name. */
export const drawings = (): ReadonlyMap<string, string> =>
  new Map([
    ['lifecycle.md', lifecycleDiagram()],
    ...(Object.keys(machines) as MachineName[]).map((name) => [`${name}.md`, machineDiagram(name)] as const),
  ]);

/** The pages that are not as the table and the machines say. */
export const staleDrawings = (): string[] =>
  [...drawings()]
    .filter(([file, text]) => !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text)
    .map(([file]) => file);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = staleDrawings();
    for (const file of stale) console.error(`docs/diagrams/${file} is stale: npm run draw`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of drawings()) writeFileSync(join(folder, file), text);
  }
}
