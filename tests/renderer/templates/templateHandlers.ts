import type { IssuedView, OwnTemplateView, TemplateTarget } from '#shared/ipc/template.ts'
import type { Handlers } from '../fakeApi.ts'

const NAMES: readonly (readonly [code: string, name: string, cells: number, indicators: number])[] = [
  ['office', '办公室', 100, 6],
  ['personnel', '组织人事处', 24, 2],
  ['finance', '规划财务处', 42, 4],
  ['legal', '政策法规处', 48, 3],
  ['mass', '群众体育处', 2, 2],
  ['elite', '竞技体育处', 1, 1],
  ['youth', '青少年体育处', 2, 2],
  ['industry', '体育产业处', 2, 2],
  ['venues', '场馆管理处', 3, 2],
  ['science', '科教宣传处', 370, 4],
  ['fitness', '全民健身指导中心', 2, 2],
  ['lottery', '体育彩票管理中心', 1, 1]
]

const fileName = (name: string): string => `2026年三季度考核填报表（${name}）.xlsx`

const issuedTo = (unit: string, over: Partial<IssuedView> = {}): IssuedView => {
  const name = NAMES.find(([code]) => code === unit)![1]
  return {
    id: `issue-${unit}`,
    unit,
    unitName: name,
    fileName: fileName(name),
    at: '2026-09-25T09:30:00',
    by: '考核办',
    superseded: false,
    returned: false,
    ...over
  }
}

const own: OwnTemplateView = {
  id: 3,
  name: '规财处自评表',
  fileName: '附件2：规划财务处自评表（二季度）.xlsx',
  format: 'xlsx',
  period: '2026Q2',
  places: 18,
  units: ['规划财务处'],
  at: '2026-07-10T10:00:00',
  by: '考核办'
}

/** Some units have their workbook, one has handed it in; one workbook of a department is kept. */
export function templateHandlers(): Handlers {
  let issued: IssuedView[] = [
    issuedTo('office', { returned: true }),
    issuedTo('finance'),
    issuedTo('office', { id: 'issue-office-1', at: '2026-09-24T17:00:00', superseded: true })
  ]
  let kept = [own]
  return {
    'template.targets': () =>
      NAMES.map(([unit, name, cells, indicators]): TemplateTarget => {
        const last = issued.find((one) => one.unit === unit)
        return { unit, name, cells, indicators, issued: last ?? null }
      }),
    'template.issued': () => issued,
    'template.issue': ({ units }) => {
      const written = units.map((unit) => issuedTo(unit, { at: '2026-09-28T10:00:00', id: `new-${unit}` }))
      issued = [...written, ...issued]
      return { folder: 'D:\\考核办\\三季度下发', ticket: 'ticket-folder', issued: written }
    },
    'report.reveal': () => ({}),
    'template.own': () => kept,
    'template.previewOwn': () => ({
      targets: 6,
      emptied: 10,
      gone: [
        {
          sheet: '自评表',
          address: 'E12',
          unit: 'finance',
          indicator: 'x',
          field: 'actual' as const,
          rater: null
        }
      ],
      titles: [
        {
          sheet: '自评表',
          address: 'A1',
          before: '规划财务处2026年二季度自评表',
          after: '规划财务处2026年三季度自评表'
        }
      ],
      notes: ['「自评表」F20 是公式，会按新填的数重算。']
    }),
    'template.fillOwn': () => ({
      ticket: 'ticket-own',
      fileName: '规财处自评表（2026年三季度）.xlsx',
      folder: 'D:\\考核办',
      preview: false,
      snapshot: null
    }),
    'template.removeOwn': () => {
      kept = []
      return {}
    }
  }
}
