import type { Plugin } from 'esbuild';
import { root, servedRoutes } from './inventory.ts';

/** One function serves all routes of an idea: its entry, `idea:review`, is written here from the route table. */
export const ideaEntries: Plugin = {
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
