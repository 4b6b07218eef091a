import highsModule from 'highs';

// Its types are written for CommonJS, its code is loaded as ESM: the default export is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

// Compiling the solver takes longer than solving: once for a warm function. Each solve has a solver of its own.
let loading: ReturnType<typeof loadHighs> | undefined;

const optimal = 'Optimal';

/** Solves a linear programme to its optimum by the simplex method; gives back the value of each variable. */
export async function solve(programme: string): Promise<(name: string) => number> {
  loading ??= loadHighs();
  const highs = await loading;
  // One thread and the simplex method: the same programme always has the same answer, at a vertex, in whole numbers.
  const solution = highs.solve(programme, { output_flag: false, solver: 'simplex', threads: 1, random_seed: 0 });
  if (solution.Status !== optimal) throw new Error(`no optimum: ${solution.Status}`);
  return (name) => solution.Columns[name]?.Primal ?? 0;
}
