import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/appError.ts'
import {
  DIRECTION_WORDS,
  distanceTo,
  modelInput,
  modelList,
  type Model,
  type ModelInput,
  type UnitValue
} from '#shared/domain/incentive/model.ts'
import { holderText } from '#shared/domain/incentive/honour.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { IndicatorResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { IndicatorDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { ModelView } from '#shared/ipc/honour.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { append } from '#db/repos/auditRepo.ts'
import { getHonour } from '#db/repos/honourRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import { resultsOf, scoringInputOf } from '../compute.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { standingResults } from '../results.ts'
import { schemeOfQuarter } from './entryQuarter.ts'

const KEY = 'models'

export function modelsOf(library: Library): Model[] {
  return getSetting(library.db, KEY, modelList.prefault([]))
}

/** Indicators of a scheme, once each. */
function indicatorsOf({ races }: SchemeDefinition): IndicatorDefinition[] {
  const all = races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
  return all.filter((entry, index) => all.findIndex((other) => other.code === entry.code) === index)
}

/** 看齐标准 of the office with each unit's distance in a quarter: its snapshot's values, or what is on record now. */
export function modelViews(library: Library, period: PeriodKey) {
  const scheme = schemeOfQuarter(library, period)
  const frozen = isFrozenState(requirePeriod(library, period).state)
  const results = frozen
    ? standingResults(library, period)!.results
    : resultsOf(scoringInputOf(library, period))
  return {
    models: modelsOf(library).map((model) => viewOf(library, model, scheme, results)),
    indicators: indicatorsOf(scheme).map(({ code, name, unit, direction }) => ({
      ...{ code, name, measure: unit, direction }
    })),
    units: scheme.units.map(({ code, name }) => ({ code, name }))
  }
}

function viewOf(library: Library, model: Model, scheme: SchemeDefinition, results: ResultSet): ModelView {
  const indicators = new Map(indicatorsOf(scheme).map((entry) => [entry.code, entry]))
  const { id, title, honour, unit, metrics } = model
  const byUnit = unitsOf(results)
  return {
    ...{ id, title, honour, unit, holder: holderOf(library, model) },
    metrics: metrics.map((metric) => ({
      ...metric,
      name: indicatorName(metric, indicators),
      measure: metric.indicator === null ? '' : (indicators.get(metric.indicator)?.unit ?? ''),
      directionWord: DIRECTION_WORDS[metric.direction]
    })),
    rows: scheme.units
      .filter(({ code }) => byUnit.has(code))
      .map(({ code, name }) => {
        const distances = metrics.map((metric) =>
          distanceTo(metric, valueOf(byUnit.get(code)!, metric.indicator))
        )
        const compared = distances.filter((distance) => distance.short !== null)
        return {
          ...{ unit: code, unitName: name, distances, compared: compared.length },
          reached: compared.filter(({ short }) => short === '0' || short!.startsWith('-')).length
        }
      })
  }
}

function indicatorName(
  metric: Model['metrics'][number],
  indicators: ReadonlyMap<string, IndicatorDefinition>
): string {
  if (metric.indicator === null) return metric.text
  return indicators.get(metric.indicator)?.name ?? `${metric.text || metric.indicator}（方案里已没有）`
}

function unitsOf({ races }: ResultSet): Map<string, IndicatorResult[]> {
  const found = new Map<string, IndicatorResult[]>()
  for (const unit of races.flatMap((race) => race.groups.flatMap((group) => group.units))) {
    const own = unit.dimensions.flatMap((dimension) => dimension.indicators)
    found.set(unit.unit, [...(found.get(unit.unit) ?? []), ...own])
  }
  return found
}

function valueOf(own: readonly IndicatorResult[], indicator: string | null): UnitValue {
  if (indicator === null) return { state: 'NONE' }
  const result = own.find((entry) => entry.indicator === indicator)
  if (result === undefined) return { state: 'NA' }
  if (result.status === 'MISSING') return { state: 'MISSING' }
  if (result.status === 'NA' || result.value === null)
    return { state: result.status === 'NA' ? 'NA' : 'NONE' }
  return { state: 'VALUE', value: result.value }
}

function holderOf(library: Library, { honour, unit }: Model): string {
  const units = new Map(listUnits(library.db).map((entry) => [entry.code, entry.name]))
  if (honour !== null) {
    const found = getHonour(library.db, honour)
    if (found === null) return ''
    const unitName = units.get(found.unit) ?? found.unit
    return `${found.title} · ${holderText({ person: found.person, unitName })}${found.voided === null ? '' : '（荣誉已作废）'}`
  }
  return unit === null ? '' : (units.get(unit) ?? unit)
}

/** Adds a model (`id` null) or changes one. Throws VALIDATION_FAILED or NOT_FOUND. */
export function saveModel(
  library: Library,
  period: PeriodKey,
  id: string | null,
  request: ModelInput
): string {
  return tx(library.db, () => {
    const model = { ...modelInput.parse(request), id: id ?? randomUUID() }
    const objection = objectionTo(library, model, schemeOfQuarter(library, period))
    if (objection !== null) throw new AppError('VALIDATION_FAILED', `${objection}没有保存。`)
    const models = modelsOf(library)
    if (id !== null && !models.some((entry) => entry.id === id)) throw missing()
    setSetting(
      library.db,
      KEY,
      id === null ? [...models, model] : models.map((entry) => (entry.id === id ? model : entry))
    )
    log(library, id === null ? '设立看齐标准' : '修改看齐标准', model)
    return model.id
  })
}

/** Throws NOT_FOUND. The log keeps what it was. */
export function removeModel(library: Library, id: string): void {
  tx(library.db, () => {
    const models = modelsOf(library)
    const model = models.find((entry) => entry.id === id)
    if (model === undefined) throw missing()
    setSetting(
      library.db,
      KEY,
      models.filter((entry) => entry.id !== id)
    )
    log(library, '撤下看齐标准', model)
  })
}

function missing(): AppError {
  return new AppError('NOT_FOUND', '没有这个看齐标准。')
}

function objectionTo(library: Library, model: Model, scheme: SchemeDefinition): string | null {
  if ((model.honour === null) === (model.unit === null))
    return '请选一项荣誉，或选一个单位作标杆（只选其一）。'
  if (model.honour !== null && getHonour(library.db, model.honour)?.voided !== null)
    return '所选的荣誉没有登记或已作废。'
  if (model.unit !== null && !listUnits(library.db).some((unit) => unit.code === model.unit))
    return '没有所选的单位。'
  const codes = new Set(indicatorsOf(scheme).map((entry) => entry.code))
  const lost = model.metrics.find((metric) => metric.indicator !== null && !codes.has(metric.indicator))
  if (lost !== undefined) return `考核方案里没有指标「${lost.indicator}」。`
  const blank = model.metrics.findIndex((metric) => metric.indicator === null && metric.text === '')
  return blank === -1 ? null : `第 ${blank + 1} 项标准没有写是什么。`
}

function log(library: Library, what: string, model: Model): void {
  append(library.db, {
    ...{ at: library.now(), who: library.operator(), what, subject: model.title },
    after: JSON.stringify(model)
  })
}
