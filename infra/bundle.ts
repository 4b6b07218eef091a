import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';
import { ideaEntries } from './idea-entries.ts';
import { events, ideas, root, steps } from './inventory.ts';
import { layOutRenderer, rendererSource } from './renderer-files.ts';
import { layOutTypeface, typefaceSource } from './typeface-files.ts';

// Two synths at once, of two local clouds, must not sweep each other's bundles away.
const dist = resolve(root, process.env['BUNDLE_DIR'] ?? 'dist');
const built = join(dist, 'bundle');
const assembled = join(dist, 'functions');

/** The folder that deploys as the function: `index.mjs` and the shared pieces it imports. */
export const bundleDir = (functionName: string): string => join(assembled, functionName);

/** The functions by name (`api-review`, `step-open-defence`, `event-deliver-outbox`) and where each begins. */
const entries: Readonly<Record<string, string>> = Object.fromEntries([
  ...ideas.map((idea) => [`api-${idea}`, `idea:${idea}`]),
  ...steps.map((file) => [`step-${file}`, `./functions/steps/${file}.ts`]),
  ...events.map((file) => [`event-${file}`, `./functions/events/${file}.ts`]),
]);

/** Whoever imports it solves linear programmes, and needs the solver's WebAssembly beside it. */
const solverSource = 'node_modules/highs/build/highs.mjs';

const options: BuildOptions = {
  absWorkingDir: root,
  outdir: built,
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  // Fifty functions share nine tenths of their code: written once, each is a second's work instead of a minute's.
  splitting: true,
  // Names stay: the state machines know errors by them, and a stack trace should be readable.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  // Beside the pieces in dist/bundle, where whoever reads a stack trace finds them; they do not deploy.
  sourcemap: 'external',
  loader: { '.html': 'text', '.css': 'text' },
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
  },
  logLevel: 'warning',
  plugins: [ideaEntries],
};

/** The file and every piece it needs, directly or not. */
function piecesOf(file: string, outputs: Metafile['outputs'], found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, external } of outputs[file]?.imports ?? []) if (!external) piecesOf(path, outputs, found);
  return found;
}

/** Bundles every function, the SDK inside, in one call, and lays out a folder for each. */
export async function bundle(): Promise<void> {
  for (const folder of [built, assembled]) rmSync(folder, { recursive: true, force: true });
  const entryPoints = Object.entries(entries).map(([name, file]) => ({ in: file, out: name }));
  const { metafile } = await build({ ...options, entryPoints });
  const outputs = metafile?.outputs ?? {};
  for (const name of Object.keys(entries)) {
    mkdirSync(bundleDir(name), { recursive: true });
    const first = relative(root, join(built, `${name}.mjs`));
    const pieces = piecesOf(first, outputs);
    const carries = (source: string) => [...pieces].some((piece) => source in (outputs[piece]?.inputs ?? {}));
    if (carries(typefaceSource)) layOutTypeface(bundleDir(name));
    if (carries(rendererSource)) layOutRenderer(bundleDir(name));
    if (carries(solverSource))
      copyFileSync(join(root, solverSource.replace(/\.mjs$/, '.wasm')), join(bundleDir(name), 'highs.wasm'));
    for (const piece of pieces)
      linkSync(join(root, piece), join(bundleDir(name), piece === first ? 'index.mjs' : basename(piece)));
  }
}

/** What each function weighs, in bytes. */
export const bundleSizes = (): Map<string, number> =>
  new Map(
    Object.keys(entries).map((name) => {
      const files = readdirSync(bundleDir(name), { recursive: true, encoding: 'utf8' }).map(
        (file) => statSync(join(bundleDir(name), file)).size,
      );
      return [name, files.reduce((sum, size) => sum + size, 0)];
    }),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  await bundle();
  const took = Math.round(performance.now() - started);
  const sizes = bundleSizes();
  if (process.argv.includes('--sizes'))
    for (const [name, bytes] of sizes) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KB  ${name}`);
  console.log(`${sizes.size} bundles in ${took} ms`);
}
