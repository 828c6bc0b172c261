import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const WATCH = [
  'app.ts',
  'core/**/*.ts',
  'device/**/*.ts',
  'page/**/*.ts',
  'app-service/**/*.ts',
  'app-widget/**/*.ts',
  'probe/**/*.ts',
];
const PHONE = ['phone/**/*.ts', 'app-side/**/*.ts', 'setting/**/*.ts'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];

/**
 * Who may import whom. A folder imports itself and what is listed; `virtual-watch` imports nothing of the project, because
 * it runs the built package of any app.
 */
const MAY_IMPORT = {
  // The version is in package.json only.
  core: ['package.json'],
  device: ['core'],
  page: ['core', 'device'],
  'app-service': ['core', 'device'],
  'app-widget': ['core', 'device'],
  // The probe calls the modules of the watch directly, and draws like the app.
  probe: ['core', 'device/ui', 'device/watch/screen.ts', 'device/watch/ui.ts'],
  phone: ['core'],
  'app-side': ['core', 'phone'],
  setting: ['core', 'phone'],
  'virtual-watch': [],
  preview: ['core', 'phone', 'virtual-watch'],
  scripts: ['core', 'device', 'page', 'phone', 'preview', 'virtual-watch'],
};

/** A longer function is hard to read from the top. */
const LONGEST_FUNCTION = 60;

const functionsUpTo = (max) => ({
  'max-lines-per-function': ['error', { max, skipBlankLines: true, skipComments: true }],
});

/** Files whose longest function was longer when the cap was set, with its lines: they may shrink, not grow. */
const LONGER_FUNCTIONS = {
  'device/session/host.ts': 87,
  'device/store/alarm-book.ts': 65,
  'device/store/outbox-store.ts': 67,
  'device/sync/exchanges.ts': 91,
  'device/ui/rows.ts': 65,
  'page/check/open.ts': 63,
  'page/learn/open.ts': 68,
  'page/lock/open.ts': 71,
  'page/questions/open.ts': 75,
  'page/questions/view.ts': 78,
  'page/reminders/open.ts': 66,
  'page/reminders/state.ts': 83,
  'page/session/open.ts': 87,
  'page/session/state.ts': 81,
  'page/start/open.ts': 75,
  'page/start/state.ts': 67,
  'page/summary/open.ts': 76,
  'page/welcome/open.ts': 64,
};

const zones = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  target: `./${folder}`,
  from: './',
  except: ['./node_modules', ...[folder, ...others].map((name) => `./${name}`)],
  message: `${folder} imports only ${[folder, ...others].join(', ')}.`,
}));

/** The same for the subfolders of `device`. */
const ROOM_MAY_IMPORT = {
  watch: [],
  store: ['watch'],
  session: ['watch', 'store'],
  sync: ['watch', 'store'],
  check: ['watch', 'store'],
  reminder: ['watch', 'store'],
  text: ['watch', 'sync'],
  ui: ['watch', 'text'],
};

const roomZones = Object.entries(ROOM_MAY_IMPORT).map(([room, others]) => ({
  target: `./device/${room}`,
  from: './device',
  except: [room, ...others].map((name) => `./${name}`),
  message: `Of device, ${room} imports only ${[room, ...others].join(', ')}.`,
}));

/** The same for the subfolders of `core`. All may import the files directly in `core`, which import no subfolder. */
const CORE_ROOM_MAY_IMPORT = {
  cue: [],
  calendar: [],
  plan: ['cue'],
  care: ['calendar', 'plan'],
  lesson: ['cue', 'plan'],
  check: ['cue'],
  session: ['check', 'cue', 'plan'],
  record: ['calendar', 'session'],
  state: ['calendar', 'care', 'check', 'cue', 'plan', 'session'],
  alarm: ['session', 'state'],
  link: ['care', 'check', 'plan', 'record', 'state'],
  today: ['calendar', 'care', 'record', 'state'],
  reminder: ['alarm', 'calendar', 'care', 'link', 'session', 'state'],
};

const coreRoomZones = Object.entries(CORE_ROOM_MAY_IMPORT).flatMap(([room, others]) =>
  Object.keys(CORE_ROOM_MAY_IMPORT)
    .filter((other) => other !== room && !others.includes(other))
    .map((other) => ({
      target: `./core/${room}`,
      from: `./core/${other}`,
      message: `Of core, ${room} imports only ${[room, ...others].join(', ')}.`,
    })),
);

const coreItselfZone = {
  target: './core/*.ts',
  from: './core/*/**',
  message: 'Files directly in core are for every subfolder, and import none.',
};

const appZone = {
  target: './app.ts',
  from: './',
  except: ['./node_modules'],
  message: 'app.ts imports nothing: services load it too.',
};

const withoutClock = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is an argument.' },
    { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
  ],
};

/** Forbids packages that a part of the project must not use. Importing only types is no dependency at run time. */
const without = (...groups) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: groups }],
});
const zos = {
  group: ['@zos/*'],
  message: 'Only device/watch and services speak to the watch.',
  allowTypeImports: true,
};
const handed = {
  regex: '^\\.\\./(watch|sync)/',
  message: 'What is drawn or said is handed over: only types are imported.',
  allowTypeImports: true,
};
const zml = { group: ['@zeppos/zml/*'], message: 'Only what runs on watch or phone links them.' };
const packages = { regex: '^[^.]', message: 'core imports only core.' };
const node = { group: ['node:*', 'fs', 'path'], message: 'There is no Node here.' };

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'dist/', 'probe/build/', 'probe/dist/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.base.json' })],
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers are what these programs print most.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // There are no enums (`erasableSyntaxOnly`) and few classes, and these two took a third of the time of lint.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: 'error',
      'no-else-return': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      ...functionsUpTo(LONGEST_FUNCTION),
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [...zones, ...roomZones, ...coreRoomZones, coreItselfZone, appZone],
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': 'error',
    },
  },
  {
    files: WATCH,
    rules: {
      'no-restricted-globals': [
        'error',
        'Intl',
        'BigInt',
        'globalThis',
        'structuredClone',
        'WeakRef',
        'Proxy',
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'Literal[bigint]', message: "The watch's engine has no BigInt." },
        { selector: 'MetaProperty', message: 'What runs on the watch is a script, not a module.' },
        ...[
          'CallExpression[optional=true]',
          'CallExpression > MemberExpression.callee[optional=true][object.type="Identifier"]',
        ].map((selector) => ({
          selector,
          message: "The watch's compiler refuses some optional calls: ask with `if` or `&&`.",
        })),
      ],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      ...without(packages),
      'no-restricted-globals': ['error', 'Intl', 'BigInt', 'console', ...TIMERS],
      ...withoutClock,
    },
  },
  // Only where a `Watch` or a `Phone` is made is the platform asked for them.
  {
    files: ['device/**/*.ts', 'page/**/*.ts', 'app-widget/**/*.ts', ...PHONE],
    ignores: ['device/watch/{clock,watch}.ts', 'phone/open-phone.ts'],
    rules: withoutClock,
  },
  {
    files: ['app-service/**/*.ts', 'probe/app-service/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'Intl', 'BigInt', ...TIMERS] },
  },
  {
    files: ['page/**/*.ts', 'app-widget/**/*.ts', 'device/{store,session,check,reminder}/**/*.ts'],
    rules: without(zos, zml),
  },
  { files: ['device/sync/**/*.ts'], rules: without(zos) },
  { files: ['device/{text,ui}/**/*.ts'], rules: without(zos, zml, handed) },
  { files: PHONE, rules: without(zos, node) },
  { files: ['virtual-watch/**/*.ts', 'preview/**/*.ts'], rules: without(zos, zml) },
  { files: ['scripts/**/*.ts', 'test/**/*.ts'], rules: without(zos, zml) },
  // The matchers of jest (expect.stringMatching and the like) are typed as any.
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  ...Object.entries(LONGER_FUNCTIONS).map(([file, lines]) => ({
    files: [file],
    rules: functionsUpTo(lines),
  })),
  prettier,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        module: 'writable',
        __dirname: 'readonly',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
      },
    },
  },
);
