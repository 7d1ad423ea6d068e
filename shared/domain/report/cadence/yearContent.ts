import { cadenceDays, cadenceTitle } from '../../cadence/cadenceKey.ts'
import { isClosed } from '../../cadence/cadenceItem.ts'
import { percentOf } from '../../cadence/registerCounts.ts'
import { periodShort } from '../../period/periodKey.ts'
import type { RedCell, RedMatrix, RedRow } from '../../statements/redMatrix.ts'
import {
  sectionFrom,
  sectionOf,
  type CadenceContent,
  type CadenceFrame,
  type CadenceSection
} from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import { lowestRegister, spanProvenance, type SpanResult } from './halfContent.ts'
import { registerSectionOf, slipSummary } from './spanSections.ts'

/** An award as the year tells it. */
export interface HonourFact {
  date: string
  level: string
  title: string
  holder: string
  unit: string
  document: string
}

/** 年总结: the year's result over four quarters, registers, slips, honours, and which indicators stood red all year. */
export function yearContent(
  at: string,
  registers: CadenceRegisters,
  input: { span: SpanResult | null; red: RedMatrix | null; honours: readonly HonourFact[] }
): CadenceContent {
  const days = cadenceDays({ cadence: 'YEAR', at })
  const until = days.last < registers.on ? days.last : registers.on
  const title = cadenceTitle({ cadence: 'YEAR', at })
  const frame: CadenceFrame = { title, issuer: registers.issuer, date: registers.date }
  const items = registers.itemsOn(until)
  const registerPart = registerSectionOf(frame, items, registers.events, days)
  const slips = slipSummary(frame, registers.slips, days)
  const { span, red, honours } = input
  const closed = items.filter(isClosed).length
  const allYear = red?.rows.filter((row) => row.allYear) ?? []
  return {
    cadence: 'YEAR',
    at,
    title: `${title}总结`,
    mark: span === null || span.year.snapshot !== null ? '' : '预览，未冻结',
    provenance: [...(span === null ? [] : [spanProvenance(span)]), `清单数据截至 ${until}`].join(' · '),
    on: until,
    figures: [
      {
        label: '已冻结季度',
        value: `${span?.year.result.quarters.filter(({ snapshot }) => snapshot !== null).length ?? 0} / 4`,
        note: ''
      },
      { label: '在册事项', value: `${items.length} 项`, note: '' },
      { label: '销号率', value: `${percentOf(closed, items.length)}%`, note: `已销号 ${closed} 项` },
      { label: '发出督办单', value: `${slips.issued} 张`, note: '' },
      { label: '荣誉', value: `${honours.length} 项`, note: '' },
      { label: '指标全年红', value: `${allYear.length} 项`, note: '' }
    ],
    findings: [
      ...(span === null ? [`${title}还没有冻结的季度，没有成绩可总结。`] : span.sentences),
      ...(allYear.length === 0
        ? []
        : [`指标全年红 ${allYear.length} 项：${allYear.map(({ name }) => name).join('、')}。`]),
      ...lowestRegister(registerPart.rates)
    ],
    sections: [
      ...(span === null ? [] : span.tables.map((table) => sectionFrom(table))),
      ...(red === null || red.rows.length === 0 ? [] : [redSection(frame, red)]),
      registerPart.section,
      slips.section,
      honourSection(frame, honours)
    ]
  }
}

const RED_WORDS: Record<RedCell['state'], string> = {
  RED: '红',
  PARTLY: '部分',
  NOT: '未达标',
  MISSING: '缺报',
  NONE: '/'
}

function redSection(frame: CadenceFrame, { periods, rows }: RedMatrix): CadenceSection {
  return sectionOf(frame, {
    ...{
      id: 'year.red',
      title: '指标全年红',
      rows,
      hint: `${rows.filter((row) => row.allYear).length} 项全年红`
    },
    columns: [
      {
        id: 'NAME',
        head: '指标',
        align: 'left',
        min: 18,
        max: 36,
        bold: true,
        cell: ({ name }: RedRow) => name
      },
      ...periods.map(({ period, preview }) => ({
        ...{
          id: period,
          head: `${periodShort(period)}${preview ? '\n（预览）' : ''}`,
          align: 'center' as const
        },
        ...{ min: 10, max: 14 },
        cell: ({ cells }: RedRow) => {
          const cell = cells.find((each) => each.period === period)
          if (cell === undefined) return '/'
          return cell.state === 'PARTLY' ? `部分 ${cell.met}/${cell.of}` : RED_WORDS[cell.state]
        },
        red: ({ cells }: RedRow) => cells.some((each) => each.period === period && each.state === 'RED')
      })),
      {
        ...{ id: 'ALL', head: '全年红', align: 'center' as const, min: 8, max: 10, tint: true },
        cell: ({ allYear }: RedRow) => (allYear ? '是' : '否'),
        red: ({ allYear }: RedRow) => allYear
      }
    ],
    empty: '',
    remarks: ['红：这项指标的责任单位全部达到目标；全年红：四个季度都是红，并且四个季度都有成绩。']
  })
}

function honourSection(frame: CadenceFrame, rows: readonly HonourFact[]): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'year.honours', title: '荣誉和典型', rows },
    link: ({ unit }) => ({ unit }),
    columns: [
      { id: 'DATE', head: '日期', align: 'center', min: 11, max: 12, cell: ({ date }) => date },
      { id: 'LEVEL', head: '级别', align: 'center', min: 8, max: 10, cell: ({ level }) => level },
      { id: 'TITLE', head: '荣誉', align: 'left', min: 20, max: 40, bold: true, cell: (row) => row.title },
      { id: 'HOLDER', head: '获得者', align: 'left', min: 16, max: 32, cell: ({ holder }) => holder },
      { id: 'DOCUMENT', head: '文号', align: 'left', min: 14, max: 26, cell: (row) => row.document }
    ],
    empty: '这一年还没有登记荣誉。'
  })
}
