import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { batchWorld, waiting } from '../batches/batchFixture.ts'
import { bureauHandlers as bureau } from '../fixtures/handlers.ts'
import { backups, openState, overview, periodView, resultsView, submissions } from '../fixtures/views.ts'
import { manyFiles } from '../import/manyFiles.ts'
import { importWorld } from '../import/importHandlers.ts'
import { registerWorld } from '../registers/registerWorld.ts'
import { registerItems } from '../registers/registerItems.ts'
import { reportHandlers } from '../report/reportHandlers.ts'
import { blankDefinition, draftWorld, faultyDefinition } from '../schemeEditor/draftHandlers.ts'
import { standingWorld } from './standingWorld.ts'
import { templateHandlers } from '../templates/templateHandlers.ts'
import { unitHandlers } from '../unit/unitHandlers.ts'

const bureauHandlers = (): Handlers => ({
  ...bureau(),
  ...unitHandlers(),
  ...reportHandlers(),
  ...importWorld().handlers,
  ...draftWorld().handlers,
  ...templateHandlers(),
  ...registerWorld().handlers,
  'batch.detail': () => batchWorld(),
  'trial.run': (given) => runTrial(parseTrialCase(given))
})

const frozen = (): Handlers => {
  const view = periodView('2026Q2')
  return {
    ...bureauHandlers(),
    'app.state': () => ({
      ...openState,
      library: { ...openState.library, latestPeriod: '2026Q2' } as typeof openState.library
    }),
    'period.list': () => [periodView('2026Q1'), view],
    'overview.get': () => overview('2026Q2'),
    'ranking.get': () => resultsView('2026Q2'),
    'period.submissions': () => submissions('2026Q2')
  }
}

/** The states of a database that screens must look right in. */
export const worlds = {
  open: bureauHandlers,
  frozen,
  noImport: (): Handlers => ({ ...bureauHandlers(), ...importWorld({ running: false }).handlers }),
  manyFiles: (): Handlers => ({ ...bureauHandlers(), ...manyFiles().handlers }),
  none: (): Handlers => ({ 'app.state': () => ({ version: '0.1.0', library: { status: 'NONE' } }) }),
  empty: (): Handlers => ({
    ...bureauHandlers(),
    'app.state': () => ({
      ...openState,
      library: {
        ...openState.library,
        hasScheme: false,
        latestPeriod: null,
        sample: false,
        lastBackup: null
      } as typeof openState.library
    }),
    'period.list': () => []
  }),
  uncomputed: (): Handlers => ({
    ...bureauHandlers(),
    'period.list': () => [periodView('2026Q2'), periodView('2026Q3', 'collecting')],
    'overview.get': ({ period }) =>
      overview(period, {
        period: periodView(period, 'collecting'),
        computed: null,
        groups: [],
        gaps: [],
        problems: { rejected: 0, estimated: 0 }
      }),
    'ranking.get': ({ period }) => resultsView(period, { results: null, computedAt: null, history: [] })
  }),
  review: (): Handlers => ({ ...bureauHandlers(), 'batch.detail': () => batchWorld(waiting()) }),
  manyItems: (): Handlers => ({
    ...bureauHandlers(),
    ...registerWorld(registerItems(1000), ['节假日文件里没有 2027 年的放假安排，按周末推算工作日。']).handlers
  }),
  noItems: (): Handlers => ({ ...bureauHandlers(), ...registerWorld([]).handlers }),
  lights: (): Handlers => ({
    ...bureauHandlers(),
    'scheme.get': ({ period }) => {
      const view = bureau()['scheme.get']!({ period }) as SchemeView
      const { definition } = view
      return {
        ...view,
        definition: { ...definition, progress: { ...definition.progress, vocabulary: 'LIGHTS' } }
      }
    }
  }),
  standings: (): Handlers => ({ ...bureauHandlers(), ...standingWorld() }),
  published: (): Handlers => ({ ...bureauHandlers(), ...standingWorld('published') }),
  faultyDraft: (): Handlers => ({ ...bureauHandlers(), ...draftWorld(faultyDefinition()).handlers }),
  blankDraft: (): Handlers => ({ ...bureauHandlers(), ...draftWorld(blankDefinition()).handlers }),
  failed: (): Handlers => ({
    'app.state': () => ({
      version: '0.1.0',
      library: {
        status: 'FAILED',
        path: 'C:\\Users\\kh\\AppData\\Local\\亮绩赛马\\liangji.db',
        error: {
          code: 'DB_CORRUPT',
          message: '数据库文件已损坏，打不开。',
          details: { action: '请从下面选一份备份恢复；恢复前会先另存现在的文件。' }
        },
        backups
      }
    })
  }),
  broken: (): Handlers => ({
    ...bureauHandlers(),
    'ranking.get': () => {
      throw new Refusal('INTERNAL', '读取成绩时出错。', {
        action: '请再试一次；仍不行请到「设置」恢复最近的备份。'
      })
    },
    'overview.get': () => {
      throw new Refusal('INTERNAL', '读取总览时出错。', {
        action: '请再试一次；仍不行请到「设置」恢复最近的备份。'
      })
    }
  })
} satisfies Record<string, () => Handlers>

export type WorldName = keyof typeof worlds
