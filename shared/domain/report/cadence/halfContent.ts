import { cadenceDays, cadenceTitle } from '../../cadence/cadenceKey.ts'
import { isClosed } from '../../cadence/cadenceItem.ts'
import type { IndicatorRate } from '../../cadence/indicatorRates.ts'
import { percentOf, standingsOf } from '../../cadence/registerCounts.ts'
import type { FrozenYear } from '../reportFacts.ts'
import type { ReportTable } from '../reportTable.ts'
import { sectionFrom, type CadenceContent, type CadenceFrame } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import { rateSection } from './rateSection.ts'
import { problemSection, registerSectionOf, slipSummary } from './spanSections.ts'

/** The half-year's or year's result with the tables that its report draws; null where no quarter of it is frozen. */
export interface SpanResult {
  year: FrozenYear
  /** Whole sentences that its report says. */
  sentences: readonly string[]
  tables: readonly ReportTable[]
}

/** 「快照 …」 of a span, or of the frozen quarters that it is put together of. */
export function spanProvenance({ year }: SpanResult): string {
  if (year.snapshot !== null) return `快照 ${year.snapshot.id}`
  const quarters = year.result.quarters.flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot]))
  return `预览，未冻结 · 由已冻结的季度合成：${quarters.join('、')}`
}

/** 中调研: the half-year's result, where it gained and lost, and what of the registers is still open. */
export function halfContent(
  at: string,
  registers: CadenceRegisters,
  input: {
    span: SpanResult | null
    /** First quarter against second; [] unless both are frozen. */
    rates: readonly IndicatorRate[]
    quarters: readonly [string, string]
  }
): CadenceContent {
  const days = cadenceDays({ cadence: 'HALF', at })
  const until = days.last < registers.on ? days.last : registers.on
  const title = cadenceTitle({ cadence: 'HALF', at })
  const frame: CadenceFrame = { title, issuer: registers.issuer, date: registers.date }
  const items = registers.itemsOn(until)
  const stand = standingsOf(items)
  const { section: registerPart, rates } = registerSectionOf(frame, items, registers.events, days)
  const slips = slipSummary(frame, registers.slips, days)
  const { span } = input
  const closed = items.filter(isClosed).length
  return {
    cadence: 'HALF',
    at,
    title: `${title}调研分析`,
    mark: span === null || span.year.snapshot !== null ? '' : '预览，未冻结',
    provenance: [...(span === null ? [] : [spanProvenance(span)]), `清单数据截至 ${until}`].join(' · '),
    on: until,
    figures: [
      {
        label: '已冻结季度',
        value: `${span?.year.result.quarters.filter(({ snapshot }) => snapshot !== null).length ?? 0} / 2`,
        note: ''
      },
      { label: '在册事项', value: `${items.length} 项`, note: '' },
      { label: '销号率', value: `${percentOf(closed, items.length)}%`, note: `已销号 ${closed} 项` },
      { label: '逾期', value: `${stand.overdue} 项`, note: `落后 ${stand.behind} 项` },
      { label: '发出督办单', value: `${slips.issued} 张`, note: '' }
    ],
    findings: [
      ...(span === null ? [`${title}还没有冻结的季度，没有成绩可分析。`] : span.sentences),
      ...rateFindings(input.rates),
      ...lowestRegister(rates)
    ],
    sections: [
      ...(span === null ? [] : span.tables.map((table) => sectionFrom(table))),
      ...(input.rates.length === 0 ? [] : [rateSection(frame, input.rates, ...input.quarters)]),
      registerPart,
      problemSection(frame, items),
      slips.section
    ]
  }
}

function rateFindings(rates: readonly IndicatorRate[]): string[] {
  const [lowest] = rates
  if (lowest === undefined) return []
  const fell = rates.filter(({ change }) => change !== null && change.startsWith('-'))
  return [
    `平均得分率最低的指标是${lowest.name}（${lowest.rate}%）。`,
    fell.length === 0
      ? '没有指标的平均得分率下降。'
      : `平均得分率下降的指标有 ${fell.length} 项：${fell.map(({ name }) => name).join('、')}。`
  ]
}

/** The register that is closed least, where there are several. */
export function lowestRegister(rates: ReturnType<typeof registerSectionOf>['rates']): string[] {
  const overdue = rates.reduce((sum, rate) => sum + rate.overdue, 0)
  return overdue === 0 ? [] : [`清单里还有 ${overdue} 项逾期没有办结。`]
}
