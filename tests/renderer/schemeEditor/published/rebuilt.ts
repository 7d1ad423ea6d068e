import { expect } from 'vitest'
import { blankScheme } from '#shared/domain/scheme/blankScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { schemeProblems } from '#shared/domain/scheme/schemeProblems.ts'
import { byUnit, foundNumbers } from '../../../fixtures/schemes/foundNumbers.ts'
import type { PublishedQuarter, PublishedScheme } from '../../../fixtures/schemes/publishedScheme.ts'
import { pageTitle, renderApp } from '../../renderApp.tsx'
import { draftWorld, type DraftWorld } from '../draftHandlers.ts'
import { appears } from './clerk.ts'
import { save } from './steps.ts'

/** The editor on a blank draft, as main makes one. */
export async function openBlank(title: string, year: number): Promise<DraftWorld> {
  const world = draftWorld(blankScheme('new', title, year))
  renderApp('/scheme/edit/1', world.handlers)
  await pageTitle('编辑方案')
  await appears(() => document.querySelector('.se-tree'), 'tree')
  return world
}

/** Saves, then takes what main got through the published quarters: no error, and every number as it was printed. */
export async function expectPublished(
  world: DraftWorld,
  published: PublishedScheme
): Promise<SchemeDefinition> {
  await save()
  const saved = world.saved()
  expect(schemeProblems(saved).filter((problem) => problem.level === 'error')).toEqual([])
  const { scheme } = parseScheme(saved)
  const codes = codesByName(published.scheme, scheme)
  for (const quarter of published.quarters) {
    const own = translated(quarter, codes)
    expect(foundNumbers(scheme, own)).toEqual(byUnit(own.expected))
  }
  return scheme
}

type Named = readonly { code: string; name: string }[]
type Codes = Record<'units' | 'indicators' | 'classes', (code: string) => string>

/** The editor makes codes of its own; what a thing is called says which it is. */
function codesByName(file: PublishedScheme['scheme'], built: SchemeDefinition): Codes {
  const translation = (from: Named, to: Named) => (code: string) => {
    const name = from.find((one) => one.code === code)?.name
    const found = to.find((one) => one.name === name)
    if (found === undefined) throw new Error(`the rebuilt scheme has no ${name ?? code}`)
    return found.code
  }
  return {
    units: translation(file.units, built.units),
    indicators: translation(indicatorsOf(file), indicatorsOf(built)),
    classes: translation(
      file.races.flatMap((race) => race.adjustments?.classes ?? []),
      built.races.flatMap((race) => race.adjustments.classes)
    )
  }
}

function indicatorsOf(scheme: { races: readonly { dimensions: readonly { indicators: Named }[] }[] }): Named {
  return scheme.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
}

function translated(quarter: PublishedQuarter, codes: Codes): PublishedQuarter {
  return {
    period: quarter.period,
    readings: quarter.readings.map((one) => ({
      ...one,
      unit: codes.units(one.unit),
      indicator: codes.indicators(one.indicator)
    })),
    adjustments: quarter.adjustments.map((one) => ({
      ...one,
      unit: codes.units(one.unit),
      classCode: codes.classes(one.classCode)
    })),
    expected: quarter.expected.map(({ unit, items, ...rest }) => ({
      unit: codes.units(unit),
      items: Object.fromEntries(
        Object.entries(items).map(([code, score]) => [codes.indicators(code), score])
      ),
      ...rest
    }))
  }
}
