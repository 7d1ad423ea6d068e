import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** Import walls of docs/architecture.md: what a folder may not import. dependency-cruiser checks the folders. */
const libraries = {
  electron: {
    name: 'electron',
    message: 'Only electron/main, electron/ipc and electron/preload know Electron.'
  },
  sheets: [
    ...['xlsx', 'exceljs', 'jszip', 'officecrypto-tool'],
    ...['docx', 'docxtemplater', 'pizzip', 'pptxgenjs', '@resvg/resvg-wasm']
  ].map((name) => ({
    name,
    message: 'Office libraries stay in electron/workbook and electron/reports.'
  })),
  database: ['better-sqlite3', 'drizzle-orm'].map((name) => ({ name, message: 'Only db/ talks to SQLite.' }))
}
const node = { group: ['node:*'], message: 'This side has no node.' }
const walls = (paths, patterns = []) => ({ 'no-restricted-imports': ['error', { paths, patterns }] })

export default ts.config(
  {
    ignores: [
      'out',
      'dist',
      'test-results',
      'node_modules',
      '**/*.cjs',
      'tests/electron-host/fixture-app/**',
      'electron/cli/liangji.mjs'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.ts', '*.mjs', 'electron/*/*.mjs'] },
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='migrate']",
          message: 'Migrations run only through db/applyMigrations.ts (architecture: rule 10).'
        }
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }]
    }
  },
  {
    files: ['shared/**/*.ts'],
    rules: walls([libraries.electron, ...libraries.sheets, ...libraries.database], [node])
  },
  { files: ['db/**/*.ts'], rules: walls([libraries.electron, ...libraries.sheets]) },
  {
    files: ['electron/services/**/*.ts', 'electron/cli/**/*.ts'],
    rules: walls([libraries.electron, ...libraries.sheets, ...libraries.database])
  },
  {
    files: ['electron/workbook/**/*.ts', 'electron/reports/**/*.ts'],
    rules: {
      ...walls([libraries.electron, ...libraries.database]),
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.property.name=/^(xlsx|csv)$/][property.name=/^(load|read|readFile)$/]',
          message: 'exceljs only writes: its readers have open advisories (docs/dependencies.md).'
        }
      ]
    }
  },
  {
    files: ['electron/main/**/*.ts', 'electron/ipc/**/*.ts', 'electron/preload/**/*.ts'],
    rules: walls([...libraries.sheets, ...libraries.database])
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    // Speaks to the React compiler, which this build does not use.
    rules: { 'react-hooks/incompatible-library': 'off' }
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    rules: walls([libraries.electron, ...libraries.sheets, ...libraries.database], [node])
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } }
  },
  prettier
)
