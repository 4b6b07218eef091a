import tseslint from 'typescript-eslint';

/**
 * The arrows of the house (README, "How it is built"): who may import whom. Code reaches another room by its
 * `#room/...` name, so an arrow is a pattern; climbing out of a room with `../../room/` is refused everywhere.
 */
const rooms = ['domain', 'functions', 'statemachines', 'infra', 'local', 'test', 'web'] as const;
const climbing = {
  regex: `^(\\.\\./)+(${rooms.join('|')})/`,
  message: 'Reach another room by its #room/ name, so that the arrows between rooms can be checked.',
};
const sdkClients = {
  regex: '^@aws-sdk/',
  message: 'AWS SDK clients are built in functions/runtime/deps.ts and used in store/ and gateways/ only.',
};
const forbid = (patterns: { regex: string; message: string }[]) => ({
  'no-restricted-imports': ['error', { patterns: [climbing, ...patterns] }] as ['error', unknown],
});
const no = (regex: string, message: string) => ({ regex, message });

export default tseslint.config(
  { ignores: ['node_modules', 'cdk.out', 'dist', '.local', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...forbid([]),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['domain/**'],
    rules: {
      ...forbid([no('^(?!zod$|#domain/|\\./|\\.\\./)', 'domain/ is pure: it imports zod and itself, nothing else.')]),
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'crypto'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The time is handed in: use the `now` of the command.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The time is handed in: use the `now` of the command.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Nothing in domain/ is random.',
        },
      ],
    },
  },
  {
    files: ['functions/api/**', 'functions/steps/**', 'functions/events/**'],
    rules: forbid([
      sdkClients,
      no('^#(infra|statemachines|local|test|web)/', 'Handlers import runtime, routes, names and domain.'),
      no('^#functions/(store|gateways)/', 'Handlers reach stores and gateways through deps.'),
    ]),
  },
  {
    files: ['functions/store/**', 'functions/gateways/**'],
    rules: forbid([
      no(
        '^#(infra|statemachines|local|test|web)/|^#functions/(api|steps|events|runtime)/',
        'Stores and gateways import domain and names.',
      ),
    ]),
  },
  {
    files: ['functions/runtime/**'],
    ignores: ['functions/runtime/deps.ts'],
    rules: forbid([
      sdkClients,
      no('^#(infra|statemachines|local|test|web)/', 'What deploys never imports infra, local or test.'),
    ]),
  },
  {
    files: ['infra/**', 'statemachines/**'],
    rules: forbid([
      no('^#(local|test|web)/', 'infra and statemachines import routes, names and domain.'),
      no('^#functions/(?!names$|api/routes?$)', 'infra and statemachines import routes, names and domain.'),
    ]),
  },
  { files: ['local/**', 'test/**', 'infra/**', 'docs/**'], rules: { 'no-console': 'off' } },
);
