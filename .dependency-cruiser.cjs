/** The import table of docs/architecture.md §2, as rules. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only ${allowed.join(', ')}`,
  from: { path: `^${from}` },
  to: { path: '^(shared|db|electron|renderer|tests|resources)/', pathNot: allowed.map((path) => `^${path}`) }
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('shared-is-pure', 'shared/', ['shared/']),
    only('db-knows-shared', 'db/', ['shared/', 'db/']),
    only('workbook-knows-shared', 'electron/workbook/', ['shared/', 'electron/workbook/']),
    only('reports-know-shared', 'electron/reports/', ['shared/', 'electron/reports/', 'electron/workbook/']),
    only('services-join', 'electron/services/', [
      'shared/',
      'db/',
      'electron/services/',
      'electron/workbook/',
      'electron/reports/'
    ]),
    only('cli-uses-services', 'electron/cli/', ['shared/', 'electron/services/', 'electron/cli/']),
    only('ipc-uses-services', 'electron/ipc/', ['shared/', 'electron/services/', 'electron/ipc/']),
    only('main-joins', 'electron/main/', [
      'shared/',
      'electron/services/',
      'electron/ipc/',
      'electron/main/'
    ]),
    only('preload-is-thin', 'electron/preload/', ['shared/ipc/']),
    only('renderer-sees-shared', 'renderer/', ['shared/', 'renderer/'])
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '^tests/electron-host/fixture-app/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default']
    }
  }
}
