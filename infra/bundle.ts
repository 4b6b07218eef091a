import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import { build } from 'esbuild';
import { events, ideas, root, servedRoutes, steps } from './inventory.ts';

/** Where a function's bundle lies: `index.mjs` and beside it, not deployed, its source map. */
export const bundleDir = (functionName: string): string => join(root, 'dist/functions', functionName);

/** The functions by name: `api-review`, `step-open-defence`, `event-deliver-outbox`. */
export const entries: readonly { readonly name: string; readonly in: string }[] = [
  ...ideas.map((idea) => ({ name: `api-${idea}`, in: `idea:${idea}` })),
  ...steps.map((file) => ({ name: `step-${file}`, in: `./functions/steps/${file}.ts` })),
  ...events.map((file) => ({ name: `event-${file}`, in: `./functions/events/${file}.ts` })),
];

/** One function serves all routes of an idea: its entry is written here, from the route table. */
const ideaEntries: Plugin = {
  name: 'idea-entries',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^idea:/ }, ({ path }) => ({ path: path.slice('idea:'.length), namespace: 'idea' }));
    onLoad({ filter: /.*/, namespace: 'idea' }, ({ path: idea }) => {
      const served = servedRoutes.filter((route) => route.idea === idea);
      const lines = [
        `import { dispatch } from './functions/runtime/dispatch.ts';`,
        ...served.map(({ file }, i) => `import { handler as handler${i} } from './${file}';`),
        'export const handler = dispatch({',
        ...served.map(({ method, path }, i) => `  '${method} ${path}': handler${i},`),
        '});',
      ];
      return { contents: lines.join('\n'), loader: 'ts', resolveDir: root };
    });
  },
};

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  // Names stay: the state machines know errors by them, and a stack trace should be readable.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  sourcemap: 'external',
  loader: { '.html': 'text', '.css': 'text' },
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
  },
  logLevel: 'warning',
  plugins: [ideaEntries],
};

/** Bundles every function, the SDK inside, in one call: esbuild parses what they share once. */
export async function bundle(): Promise<void> {
  rmSync(join(root, 'dist/functions'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist/functions'), { recursive: true });
  await build({
    ...options,
    outdir: join(root, 'dist/functions'),
    entryPoints: entries.map((entry) => ({ in: entry.in, out: `${entry.name}/index` })),
  });
}

/** The bundles' sizes in bytes. */
export const bundleSizes = (): Map<string, number> =>
  new Map(entries.map(({ name }) => [name, statSync(join(bundleDir(name), 'index.mjs')).size]));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  await bundle();
  const took = Math.round(performance.now() - started);
  const sizes = bundleSizes();
  if (process.argv.includes('--sizes'))
    for (const [name, bytes] of sizes) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KB  ${name}`);
  console.log(`${sizes.size} bundles in ${took} ms`);
}
