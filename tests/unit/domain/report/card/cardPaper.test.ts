import { describe, expect, it } from 'vitest'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { unitCardReport } from '#shared/domain/report/card/unitCardReport.ts'
import type { PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { officeFacts, OPTIONS, type OfficeSize } from '../../../../helpers/reportFacts.ts'
import { blocksOf, namesIn, textsIn } from './cardText.ts'

const paperOf = (facts: ReportFacts, options: Partial<typeof OPTIONS> = {}): PaperDocument =>
  unitCardReport.paper!(facts, { ...OPTIONS, ...options })

function unitsOf({ results, scheme }: ReportFacts): UnitResult[] {
  const all = results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return scheme.units.map(({ code }) => all.find((unit) => unit.unit === code)!)
}

const noteText = (section: PaperSection): string =>
  blocksOf(section, 'note')
    .map(({ text }) => text)
    .join('\n')

/** A card with the unit that it is of. */
function cards(size: OfficeSize): { unit: UnitResult; section: PaperSection; facts: ReportFacts }[] {
  const facts = officeFacts(size)
  const { sections } = paperOf(facts)
  return unitsOf(facts).map((unit, index) => ({ unit, section: sections[index]!, facts }))
}

describe.each([3, 23, 200])('%i units', (units) => {
  const all = cards({ units })

  it('has a card for each unit in 机构顺序', () => {
    const facts = officeFacts({ units })
    expect(unitCardReport.units!(facts).map(({ name }) => name)).toEqual(
      facts.scheme.units.map(({ name }) => name)
    )
    expect(paperOf(facts).sections).toHaveLength(units)
    for (const { unit, section } of all) {
      expect(section).toMatchObject({ layout: 'CARD', orientation: 'PORTRAIT' })
      expect(blocksOf(section, 'title')[0]!.text).toContain(unit.name)
    }
  })

  it('says place, total, mean, last quarter and gaps of the snapshot', () => {
    for (const { unit, section, facts } of all) {
      const group = facts.results.races[0]!.groups.find((each) => each.group === unit.group)!
      const [figures] = blocksOf(section, 'figures')
      const byLabel = new Map(figures!.items.map((item) => [item.label, item]))
      expect(byLabel.get('总得分')!.value).toBe(unit.total?.printed ?? '未计分')
      expect(byLabel.get('组平均')!.value).toBe(group.mean!.total)
      expect(byLabel.get('上季度（升降）')!.value).toBe(
        unit.previousRank === null ? '/' : `第${unit.previousRank}名`
      )
      expect(byLabel.get('与第一名差距')!.value).toBe(unit.gapToFirst ?? '/')
      if (unit.rank === null) continue
      expect(byLabel.get('名次')).toEqual({
        label: '名次',
        value: `第${unit.rank}名`,
        note: `${unit.tied ? '并列，' : ''}${group.rankedCount} 个单位参评`
      })
      expect(byLabel.get('组平均')!.note).toContain(unit.gapToMean)
      expect(byLabel.get('上季度（升降）')!.note).toContain(movementText(unit.movement))
      if (unit.deciding === null) continue
      expect(noteText(section)).toContain(`与上一名相差 ${unit.gapToAbove} 分`)
      expect(noteText(section)).toContain(`本单位 ${unit.deciding.mine}，上一名 ${unit.deciding.theirs}`)
    }
  })

  it('shows every indicator under its dimension with score, sentence and source', () => {
    for (const { unit, section } of all) {
      const { table } = blocksOf(section, 'table')[0]!
      expect(table.rows.filter(({ band }) => band !== undefined).map(({ band }) => band)).toEqual(
        unit.dimensions.map(({ name }) => expect.stringContaining(name) as string)
      )
      const rows = table.rows.filter(({ band }) => band === undefined)
      const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
      expect(rows.map(({ cells }) => cells.INDICATOR)).toEqual(indicators.map(({ name }) => name))
      expect(rows.map(({ cells }) => cellText(cells.SCORE))).toEqual(
        indicators.map(({ score, status }) => score?.printed ?? (status === 'MISSING' ? '缺报' : '/'))
      )
      expect(rows.map(({ cells }) => cells.SENTENCE)).toEqual(indicators.map(({ trace }) => trace.sentence))
      expect(rows.map(({ cells }) => cells.SOURCE)).toEqual(
        indicators.map(({ trace }) =>
          trace.inputs.some(({ source }) => source?.kind === 'cell') ? '① · 表1 · D12' : ''
        )
      )
      expect(table.remarks.join()).toContain(unit.baseSentence)
      expect(table.remarks.join()).toContain(unit.totalSentence)
      expect(table.remarks.at(-1)).toBe('数据来源：①汇总表.xlsx。')
    }
  })

  it('charts dimensions against the mean, and the totals of all quarters', () => {
    for (const { unit, section, facts } of all) {
      const [profile, trend] = blocksOf(section, 'charts')[0]!.charts
      const mean = facts.results.races[0]!.groups.find(({ group }) => group === unit.group)!.mean!
      expect(profile).toMatchObject({
        kind: 'PROFILE',
        rows: unit.dimensions.map(({ name, score, dimension }) => ({
          label: name,
          ...(score === null ? { score: '缺报' } : { score: score.printed }),
          mean: mean.dimensions[dimension]
        }))
      })
      const quarters = [...facts.earlier, facts.results].map((results) =>
        results.races[0]!.groups.flatMap((group) => group.units).find((each) => each.unit === unit.unit)!
      )
      if (trend?.kind !== 'TREND') throw new Error('no trend')
      expect(trend.points.map(({ label }) => label)).toEqual(['26Q1', '26Q2', '26Q3'])
      expect(trend.points.map(({ value }) => (value === null ? null : Number(value)))).toEqual(
        quarters.map(({ total }) => (total === null ? null : Number(total.printed)))
      )
      quarters.forEach(({ rank }, index) => {
        if (rank !== null) expect(trend.points[index]!.note).toBe(`第${rank}名`)
      })
    }
  })

  it('shows every entry of the ledger and what counted of them', () => {
    for (const { unit, section } of all) {
      const { entries, sentence } = unit.adjustments
      const table = blocksOf(section, 'table')[1]?.table
      expect(table?.rows.length ?? 0).toBe(entries.length)
      entries.forEach(({ entry, sign }, index) => {
        const { cells } = table!.rows[index]!
        expect([cells.REASON, cells.EVIDENCE, cells.DATE]).toEqual([entry.reason, entry.evidence, entry.date])
        expect(cellText(cells.POINTS)).toMatch(sign === 'BONUS' ? /^\+\d/ : /^−\d/)
        expect(Number(cellText(cells.POINTS).slice(1))).toBe(Number(entry.points))
      })
      expect(textsIn(section).some((text) => text.includes(sentence))).toBe(true)
    }
  })

  it('names no other unit', () => {
    const names = all.map(({ unit }) => unit.name)
    for (const { unit, section } of all) expect(namesIn(section, unit.name, names)).toEqual([])
  })
})

describe('units that are not ranked', () => {
  const all = cards({ units: 23 })

  it('says why a unit has no total and what is missing', () => {
    const { section } = all.find(({ unit }) => unit.state === 'BLOCKED')!
    expect(blocksOf(section, 'figures')[0]!.items[0]).toMatchObject({ value: '暂无' })
    expect(blocksOf(section, 'caption').map(({ text }) => text)).toEqual(['为什么没有总得分'])
    expect(noteText(section)).toContain('缺报，暂不计分：指标 1。报齐后自动计分、进入排名。')
  })

  it('says what else a unit has not handed in', () => {
    const facts = officeFacts({ units: 23 })
    const blocked = unitsOf(facts).find(({ state }) => state === 'BLOCKED')!
    const submissions = facts.submissions.map((fact) =>
      fact.unit === blocked.unit ? { ...fact, missing: ['指标 1', '群众满意度'] } : fact
    )
    const [section] = paperOf({ ...facts, submissions }, { units: [blocked.unit] }).sections
    expect(noteText(section!)).toContain('还没有报送：群众满意度。')
  })

  it('says that a unit is 单列', () => {
    const { section } = all.find(({ unit }) => unit.rankMode === 'LISTED_NOT_RANKED')!
    expect(blocksOf(section, 'figures')[0]!.items[0]).toMatchObject({ value: '单列', note: '计分不排名' })
    expect(noteText(section)).toContain('单列不排名')
  })
})

describe('what is chosen', () => {
  const facts = officeFacts({ units: 23 })

  it('makes cards of chosen units only', () => {
    const { sections } = paperOf(facts, { units: ['u5', 'u2'] })
    expect(sections.map((section) => blocksOf(section, 'title')[0]!.text)).toEqual([
      '第 3 单位2026年第三季度成绩单',
      '第 6 单位2026年第三季度成绩单'
    ])
  })

  it('leaves charts out, and the trend where there is no earlier quarter', () => {
    expect(blocksOf(paperOf(facts, { charts: false }).sections[0]!, 'charts')).toEqual([])
    const first = paperOf(officeFacts({ units: 3, quarters: 1 })).sections[0]!
    expect(blocksOf(first, 'charts')[0]!.charts.map(({ kind }) => kind)).toEqual(['PROFILE'])
  })

  it('signs and dates with what the clerk wrote', () => {
    const { sections } = paperOf(facts, { issuer: '江澜市考核办', issuedOn: '2026年10月20日' })
    expect(blocksOf(sections[0]!, 'note')[0]!.text).toContain('考核单位：江澜市考核办')
    expect(blocksOf(sections[0]!, 'note')[0]!.text).toContain('日期：2026年10月20日')
  })

  it('is marked as a preview until it is frozen', () => {
    const preview = paperOf(officeFacts({ units: 3, frozen: false }))
    expect(preview.mark).toBe('预览，未定稿')
    expect(preview.provenance).toContain('预览，未定稿')
    expect(blocksOf(preview.sections[0]!, 'title')[0]!.text).toContain('（预览，未定稿）')
    expect(paperOf(facts)).toMatchObject({ mark: '', provenance: `快照 ${facts.snapshot!.id}` })
  })

  it('is not to be had for a quarter without units', () => {
    const empty = { ...facts, results: { ...facts.results, races: [] } }
    expect(unitCardReport.unavailable!(facts)).toBeNull()
    expect(unitCardReport.unavailable!(empty)).toContain('没有单位')
  })
})

describe('names', () => {
  it('are shown as they are, and those of others nowhere', () => {
    const all = cards({ units: 23, hostileNames: true })
    const names = all.map(({ unit }) => unit.name)
    for (const { unit, section } of all) {
      expect(blocksOf(section, 'title')[0]!.text.startsWith(unit.name)).toBe(true)
      expect(namesIn(section, unit.name, names)).toEqual([])
    }
  })

  it('of a unit that leads a shared work are left out of the sentences of the engine', () => {
    const facts = officeFacts({ units: 8 })
    const other = facts.scheme.units[1]!.name
    const sentence = `缺报，共享工作「联办」的牵头单位${other}这一项还没有得分`
    const results = structuredClone(facts.results)
    const unit = results.races[0]!.groups.flatMap((group) => group.units).find((each) => each.unit === 'u0')!
    unit.dimensions[0]!.indicators[0]!.trace.sentence = sentence
    unit.remarks = [sentence]
    const [section] = paperOf({ ...facts, results }, { units: ['u0'] }).sections
    const said = '缺报，共享工作「联办」的牵头单位这一项还没有得分'
    expect(blocksOf(section!, 'table')[0]!.table.rows[1]!.cells.SENTENCE).toBe(said)
    expect(noteText(section!)).toContain(said)
    expect(namesIn(section, unit.name, [other])).toEqual([])
  })
})

describe('sources', () => {
  it('are numbered file by file, as many as there are', () => {
    const results = structuredClone(officeFacts({ units: 3, dimensions: 12 }).results)
    const unit = results.races[0]!.groups[0]!.units.find((each) => each.unit === 'u0')!
    const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
    indicators.forEach(({ trace }, index) => {
      for (const { source } of trace.inputs)
        if (source?.kind === 'cell') source.file = `表 ${index === 1 ? 0 : index}.xlsx`
    })
    const facts = { ...officeFacts({ units: 3, dimensions: 12 }), results }
    const { table } = blocksOf(paperOf(facts, { units: ['u0'] }).sections[0]!, 'table')[0]!
    const sources = table.rows
      .filter(({ band }) => band === undefined)
      .map(({ cells }) => cellText(cells.SOURCE))
    const legend = table.remarks.at(-1)!
    expect(sources[0]).toBe(sources[1])
    sources.forEach((source, index) => {
      const mark = source.split(' ')[0]!
      if (source !== '') expect(legend).toContain(`${mark}表 ${index === 1 ? 0 : index}.xlsx`)
    })
    expect(sources.at(-1)).toMatch(/^\(2\d\) · /)
  })
})

describe('several races and changed units', () => {
  const facts = officeFacts({ units: 3 })

  it('has a block for each race that a unit takes part in', () => {
    const [race] = facts.results.races
    const second = { ...race!, race: 'second', name: '专项赛马' }
    const [section] = paperOf({ ...facts, results: { ...facts.results, races: [race!, second] } }).sections
    expect(blocksOf(section!, 'caption').map(({ text }) => text)).toEqual([
      '季度赛马（第 1 组）',
      '专项赛马（第 1 组）'
    ])
    expect(blocksOf(section!, 'figures')).toHaveLength(2)
    expect(blocksOf(section!, 'title')).toHaveLength(1)
  })

  it('goes on from where a renamed unit stood', () => {
    const renamed = structuredClone(facts.earlier)
    for (const { races } of renamed)
      for (const unit of races.flatMap((race) => race.groups.flatMap((group) => group.units)))
        if (unit.unit === 'u0') unit.unit = 'old'
    const scheme = {
      ...facts.scheme,
      units: [...facts.scheme.units, { ...facts.scheme.units[0]!, code: 'old', name: '旧名' }],
      successions: [
        { kind: 'RENAME' as const, effective: '2026Q3', from: ['old'], to: ['u0'], inherit: [], basis: '' }
      ]
    }
    const trendOf = (given: ReportFacts): unknown =>
      blocksOf(paperOf(given, { units: ['u0'] }).sections[0]!, 'charts')[0]!.charts[1]
    expect(trendOf({ ...facts, scheme, earlier: renamed })).toEqual(trendOf(facts))
  })

  it('says where a unit did not take part in an earlier quarter', () => {
    const earlier = structuredClone(facts.earlier)
    for (const group of earlier[0]!.races[0]!.groups)
      group.units = group.units.filter(({ unit }) => unit !== 'u0')
    const [section] = paperOf({ ...facts, earlier }, { units: ['u0'] }).sections
    expect(blocksOf(section!, 'charts')[0]!.charts[1]).toMatchObject({
      points: [{ label: '26Q1', value: null, note: '未参加' }, { label: '26Q2' }, { label: '26Q3' }]
    })
  })
})
