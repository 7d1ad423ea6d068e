import type { FieldCatalogue, ReportTemplateView, TemplateGrid } from '#shared/ipc/reportTemplate.ts'
import type { TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import type { Handlers } from '../fakeApi.ts'

export const own: ReportTemplateView = {
  id: 7,
  name: '我们的排名表',
  fileName: '季度排名表（样）.xlsx',
  format: 'xlsx',
  places: { cells: [], rows: [] },
  at: '2026-10-12T08:00:00.000Z',
  by: '考核办'
}

export const check: TemplateCheck = {
  fields: [{ name: '期间', count: 1, value: '2026年第三季度' }],
  rows: [{ where: '表 第 5 行', list: '排名', fields: ['名次', '单位'], count: 22 }],
  problems: []
}

export const unknown: TemplateCheck = {
  ...check,
  problems: [
    {
      code: 'UNKNOWN_FIELD',
      level: 'error',
      message: '占位符「{{总得份}}」没有对应的内容。',
      place: { sheet: '表', cell: 'C5' },
      suggestion: '是不是「{{总得分}}」？请改好模板后再添加一次。'
    }
  ]
}

const field = (name: string, example: string) => ({ name, description: `${name}。`, example })

export const catalogue: FieldCatalogue = {
  fields: [field('期间', '2026年第三季度'), field('落款', '市体育局')],
  lists: [
    {
      name: '排名',
      description: '各组的单位。',
      count: 22,
      fields: [field('名次', '1'), field('单位', '竞技体育处'), field('总得分', '96.50')]
    },
    {
      name: '加减分',
      description: '台账。',
      count: 3,
      fields: [field('单位', '办公室'), field('事由', '表彰')]
    }
  ]
}

export const grid: TemplateGrid = {
  name: '表',
  rows: 6,
  cols: 4,
  cells: [
    { row: 0, col: 0, text: '排名表', number: false },
    { row: 3, col: 0, text: '旧单位', number: false }
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  cut: false
}

export const file = {
  ticket: 'ticket-filled',
  fileName: '2026年第三季度我们的排名表.xlsx',
  folder: 'D:\\报告',
  preview: true,
  snapshot: null
}

/** Answers of main for one own template; what is picked is kept. */
export function templateAnswers(): Handlers {
  let stored = own
  return {
    'reportTemplate.list': () => [stored],
    'reportTemplate.gallery': () => [
      { id: 'ranking', name: '排名表', description: 'A4 横向。', format: 'xlsx', picture: null }
    ],
    'reportTemplate.check': () => check,
    'reportTemplate.catalogue': () => catalogue,
    'reportTemplate.grid': () => [grid],
    'reportTemplate.preview': () => [
      { ...grid, cells: [{ row: 3, col: 0, text: '竞技体育处', number: false }] }
    ],
    'reportTemplate.setPlaces': ({ places }) => {
      stored = {
        ...stored,
        places: { cells: places.cells ?? [], rows: places.rows ?? [] },
        at: '2026-10-13T08:00:00.000Z'
      }
      return stored
    },
    'reportTemplate.fill': () => ({ file, notes: [] }),
    'reportTemplate.remove': () => ({})
  }
}
