import { describe, expect, it } from 'vitest'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { displayReport } from '#shared/domain/report/display/displayReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { displayHtml } from '#electron/reports/display/displayHtml.ts'
import { officeFacts, OPTIONS } from '../../helpers/reportFacts.ts'

const unitsOf = (facts: ReportFacts): UnitResult[] =>
  facts.results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
const html = (facts: ReportFacts, options = OPTIONS): string =>
  displayHtml(displayReport.display!(facts, options))
const open = (text: string): Document => new DOMParser().parseFromString(text, 'text/html')
const rowsOf = (document: Document): string[][] =>
  [...document.querySelectorAll('.lj-row')].map((row) => [...row.children].map((cell) => cell.textContent))

describe('晾晒大屏', () => {
  it.each([3, 23, 200])(
    'shows every one of %i units once, with place, total and movement of the snapshot',
    (units) => {
      const facts = officeFacts({ units })
      const rows = rowsOf(open(html(facts)))
      expect(rows.map(([rank, name]) => [rank, name])).toEqual(
        unitsOf(facts).map((unit) => [unit.rank === null ? '/' : String(unit.rank), unit.name])
      )
      for (const [index, unit] of unitsOf(facts).entries()) {
        expect(rows[index]).toContain(unit.total?.printed ?? '/')
        expect(rows[index]).toContain(movementText(unit.movement))
      }
    }
  )

  it('writes names that look like markup as text', () => {
    const facts = officeFacts({ units: 23, hostileNames: true })
    const document = open(html(facts))
    expect(document.querySelector('.lj-name b')).toBeNull()
    expect(rowsOf(document).map(([, name]) => name)).toEqual(unitsOf(facts).map(({ name }) => name))
  })

  it('asks nothing of a network and speaks to old browsers', () => {
    const text = html(officeFacts({ units: 23 }))
    expect(text).not.toMatch(/https?:|src=|@import|url\(/)
    const script = /<script>([\s\S]*)<\/script>/.exec(text)![1]!
    expect(script).not.toMatch(/=>|`|\b(let|const|class|async|import)\b/)
    expect(text).not.toMatch(/display:\s*(flex|grid)|var\(--/)
  })

  it('marks every page of a preview, and none of a frozen quarter', () => {
    const preview = open(html(officeFacts({ units: 23, frozen: false })))
    const pages = preview.querySelectorAll('.lj-page').length
    expect(preview.querySelectorAll('.lj-mark')).toHaveLength(pages)
    const frozen = officeFacts({ units: 23 })
    const document = open(html(frozen))
    expect(document.querySelectorAll('.lj-mark')).toHaveLength(0)
    for (const foot of document.querySelectorAll('.lj-foot'))
      expect(foot.textContent).toContain(frozen.snapshot!.id)
  })

  it('names only the first N of a group and says how many are left', () => {
    const facts = officeFacts({ units: 23 })
    const named = unitsOf(facts).filter((unit) => unit.rank !== null && unit.rank <= 2)
    const document = open(html(facts, { ...OPTIONS, topOnly: 2 }))
    expect(rowsOf(document).map(([, name]) => name)).toEqual(named.map(({ name }) => name))
    expect(document.querySelector('.lj-note')!.textContent).toMatch(/其余 \d+ 个单位名次略/)
  })

  it('names nobody below the group’s mean where the last ones are only counted', () => {
    const facts = officeFacts({ units: 23 })
    const shown = rowsOf(open(html(facts, { ...OPTIONS, bottom: 'COUNT' }))).map(([, name]) => name)
    for (const { units, mean } of facts.results.races[0]!.groups) {
      const below = units.filter((unit) => Number(unit.total?.printed) < Number(mean!.total))
      expect(below.length).toBeGreaterThan(0)
      expect(below.filter((unit) => unit.rank !== null && shown.includes(unit.name))).toEqual([])
    }
  })

  it('counts the bad side of the boards instead of naming it', () => {
    const facts = officeFacts({ units: 23 })
    const bad = facts.results.races[0]!.boards.flatMap(({ entries }) =>
      entries.filter(({ side }) => side === 'BAD')
    )
    expect(bad.length).toBeGreaterThan(0)
    const document = open(html(facts, { ...OPTIONS, bottom: 'COUNT' }))
    const named = [...document.querySelectorAll('.lj-bad b')].map((entry) => entry.textContent)
    expect(named).toEqual([])
    expect(document.querySelector('.lj-bad')!.textContent).toContain('名称略')
  })

  it('turns pages by key and by itself, and stands still when paused', async () => {
    const text = html(officeFacts({ units: 23 })).replace('12*1000', '20')
    document.documentElement.innerHTML = text
    const script = /<script>([\s\S]*)<\/script>/.exec(text)![1]!
    // The window's scripts do not run by themselves in tests.
    window.eval(script)
    const now = (): number =>
      [...document.querySelectorAll('.lj-sheet')].findIndex((sheet) => sheet.classList.contains('lj-now'))
    const press = (keyCode: number): unknown =>
      document.dispatchEvent(new KeyboardEvent('keydown', { keyCode }))
    const pages = document.querySelectorAll('.lj-sheet').length
    expect(now()).toBe(0)
    press(32)
    press(37)
    expect(now()).toBe(pages - 1)
    press(39)
    expect(now()).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(now()).toBe(0)
    press(32)
    await expect.poll(now, { timeout: 5000 }).not.toBe(0)
  })
})
