import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { pastStandings } from '#shared/domain/ranking/pastStandings.ts'
import { nextPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { largeOffice, type LargeOffice } from './largeQuarter.ts'
import { exponent, once, show, time } from './timing.ts'

const FIRST: PeriodKey = '2025Q1'

function inputOf(office: LargeOffice, period: PeriodKey, quarter: number): ScoringInput {
  return {
    period,
    month: null,
    scheme: office.scheme,
    schemeVersion: 1,
    readings: office.readings(quarter),
    adjustments: [],
    decisions: [],
    previous: null,
    history: [],
    before: []
  }
}

/** Computes quarter after quarter, each with the ones before as its history; only the last result set is kept. */
function computeQuarters(office: LargeOffice, quarters: number, progress?: (done: number) => void): number {
  let period = FIRST
  let history: ScoringInput['history'] = []
  let scores = 0
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const results = computeResults({ ...inputOf(office, period, quarter), history })
    scores += results.races
      .flatMap((race) => race.groups.flatMap((group) => group.units))
      .reduce((all, unit) => all + unit.dimensions[0]!.indicators.length, 0)
    history = [...history, { period, standings: pastStandings(results) }].slice(-8)
    period = nextPeriod(period)
    progress?.(quarter + 1)
  }
  return scores
}

/** Growth of one quarter with the number of units and of indicators, then the two whole offices. */
export async function benchEngine(): Promise<void> {
  console.log('\nengine, one quarter, by units (60 indicators of 12 rule kinds)')
  const byUnits = await growth([50, 100, 200, 400].map((units) => [units, 60] as const))
  console.log(`growth exponent over units: ${byUnits}`)
  console.log('\nengine, one quarter, by indicators (200 units)')
  const byIndicators = await growth([15, 30, 60, 120].map((count) => [200, count] as const))
  console.log(`growth exponent over indicators: ${byIndicators}`)

  console.log('\nengine, whole offices, with history, grades, boards and streaks')
  const small = await office(200, 60, 4)
  const large = await office(2000, 200, 8)
  console.log(`growth exponent over scores: ${exponent(small, large)}`)
}

async function growth(sizes: readonly (readonly [number, number])[]): Promise<string> {
  const measured: { size: number; ms: number }[] = []
  for (const [units, indicators] of sizes) {
    const input = inputOf(largeOffice(units, indicators), FIRST, 0)
    const ms = await time(() => computeResults(input), 3)
    measured.push({ size: units * indicators, ms })
    show(
      `${units} units x ${indicators} indicators`,
      ms,
      measured[0]!.ms,
      `input x${(units * indicators) / measured[0]!.size}`
    )
  }
  const last = inputOf(largeOffice(...sizes.at(-1)!), FIRST, 0)
  const text = await time(() => canonicalInput(last), 3)
  show('  canonical text of the last one', text, measured.at(-1)!.ms, 'against computing it')
  return exponent(measured[0]!, measured.at(-1)!)
}

async function office(
  units: number,
  indicators: number,
  quarters: number
): Promise<{ size: number; ms: number }> {
  const whole = largeOffice(units, indicators)
  let scores = 0
  const ms = await once(() => {
    scores = computeQuarters(whole, quarters, (done) => {
      if (units >= 1000) process.stderr.write(`  ${done}/${quarters} quarters\n`)
    })
  })
  const memory = Math.round(process.memoryUsage().heapUsed / 1024 ** 2)
  show(
    `${units} units x ${indicators} indicators x ${quarters} quarters`,
    ms,
    ms,
    `${scores} scores, ${((ms * 1000) / scores).toFixed(1)} µs each, heap ${memory} MB`
  )
  return { size: scores, ms }
}
