import { createFakeApi } from '../fakeApi.ts'
import { bureauHandlers } from '../fixtures/handlers.ts'
import dump from './dump.json'
const d = dump as any
window.liangji = createFakeApi({
  ...bureauHandlers(),
  'period.list': () => d['period.list'], 'cadence.now': () => d['cadence.now'], 'cadence.day': () => d['cadence.day'],
  'cadence.get': ({ cadence }: any) => d[cadence], 'ranking.get': () => d['ranking.get'], 'review.plan': () => d['review.plan'],
  'comment.list': () => d['comment.list'], 'scheme.get': () => ({ definition: d.scheme }) as any, 'register.list': () => d['register.list']
} as any)
void import('../../../renderer/src/main.tsx')
