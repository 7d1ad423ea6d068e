import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { canonical } from '#shared/domain/number/decimal.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import { namedParams } from '#shared/domain/scoring/namedParams.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { SchemeVersionHead, SchemeView } from '#shared/ipc/scheme.ts'
import { append } from '#db/repos/auditRepo.ts'
import { createPeriod, getPeriod, listPeriods, setPeriodScheme } from '#db/repos/periodRepo.ts'
import {
  listSchemeVersions,
  loadSchemeVersion,
  saveSchemeVersion,
  type SchemeVersion
} from '#db/repos/schemeRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'
import { readPresetFile } from './schemeFiles.ts'

/**
 * Puts a scheme into force for a period (created when it is new). The same definition again changes nothing; an
 * edited one becomes the next version. Earlier quarters keep the version that they were scored with.
 */
export function loadScheme(library: Library, scheme: SchemeDefinition, period: PeriodKey): SchemeView {
  const errors = checkScheme(scheme).filter((problem) => problem.level === 'error')
  if (errors.length > 0) {
    throw new AppError('SCHEME_INVALID', `方案有 ${errors.length} 处要改，没有载入：${errors[0]!.message}`, {
      action: '请改正后再试；现有方案没有改动。',
      problems: errors
    })
  }
  return tx(library.db, () => {
    const at = library.now()
    const existing = getPeriod(library.db, period)
    if (existing !== null && isFrozenState(existing.state)) {
      throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已冻结，不能换方案；没有任何改动。`)
    }
    const saved = saveSchemeVersion(library.db, scheme, { status: 'active', at, fromPeriod: period })
    if (existing === null) createPeriod(library.db, period, at)
    setPeriodScheme(library.db, period, saved.versionId)
    append(library.db, {
      at,
      who: library.operator(),
      what: '载入方案',
      subject: `${period} · ${scheme.title} 第 ${saved.number} 版`
    })
    return schemeView(library, period)!
  })
}

/** The version that a period is scored with, targets as they were changed since. Throws SCHEME_MISSING. */
export function versionOf(library: Library, period: PeriodKey): SchemeVersion {
  const versionId = getPeriod(library.db, period)?.schemeVersionId ?? null
  if (versionId === null) {
    throw new AppError('SCHEME_MISSING', `${periodTitle(period)}还没有考核方案。`, {
      action: '请先载入方案。'
    })
  }
  return loadSchemeVersion(library.db, versionId)
}

/** Every version with the quarters that are scored with it, newest first. */
export function schemeVersions(library: Library): SchemeVersionHead[] {
  const periods = listPeriods(library.db)
  return listSchemeVersions(library.db)
    .sort((a, b) => b.versionId - a.versionId)
    .map(({ versionId, title, number, status, year }) => ({
      versionId,
      title,
      number,
      status,
      year,
      periods: periods.filter((row) => row.schemeVersionId === versionId).map((row) => row.key)
    }))
}

export function schemeView(library: Library, period: PeriodKey): SchemeView | null {
  const row = getPeriod(library.db, period)
  if (row === null || row.schemeVersionId === null) return null
  const version = loadSchemeVersion(library.db, row.schemeVersionId)
  const { definition } = version
  const unitNames = new Map(definition.units.map(({ code, shortName, name }) => [code, shortName ?? name]))
  const groupNames = new Map(definition.groups.map(({ code, name }) => [code, name]))
  const names = {
    unit: (code: string) => unitNames.get(code) ?? code,
    group: (code: string) => groupNames.get(code) ?? code
  }
  const rules: SchemeView['rules'] = {}
  const targets: SchemeView['targets'] = {}
  for (const race of definition.races) {
    for (const indicator of race.dimensions.flatMap((dimension) => dimension.indicators)) {
      const kind = ruleKindOf(indicator.rule.kind)
      const params = kind?.params.safeParse(indicator.rule.params)
      rules[indicator.code] = {
        kindName: kind?.name ?? indicator.rule.kind,
        words:
          kind !== undefined && params?.success === true
            ? kind.describe(namedParams(kind.form, params.data, names), indicator)
            : '规则参数不完整。',
        sources: [...(kind?.sources ?? [])]
      }
      targets[indicator.code] = Object.fromEntries(
        unitsOfIndicator(definition, race, indicator).flatMap((unit) => {
          const target = effectiveTarget(indicator, unit, period)
          return target === null ? [] : [[unit, { value: canonical(target.value), label: target.label }]]
        })
      )
    }
  }
  return {
    version: version.number,
    status: version.status,
    definition,
    rules,
    problems: checkScheme(definition),
    targets
  }
}

const PRESET = /^([a-z0-9-]+)\.scheme\.json$/

/** The schemes of the product that an office can start from. */
export async function listPresets(library: Library) {
  const folder = join(library.paths.resources, 'presets')
  const files = (await readdir(folder)).filter((file) => PRESET.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const scheme = await readPresetFile(join(folder, file))
      return {
        id: PRESET.exec(file)![1]!,
        title: scheme.title,
        organisation: scheme.organisation,
        units: scheme.units.length,
        indicators: scheme.races.flatMap((race) =>
          race.dimensions.flatMap((dimension) => dimension.indicators)
        ).length
      }
    })
  )
}

export async function readPreset(library: Library, id: string): Promise<SchemeDefinition> {
  // The id comes from the window: only names of the list's own form may become a path.
  if (!/^[a-z0-9-]+$/.test(id)) throw new AppError('NOT_FOUND', '没有这个预设方案。')
  return readPresetFile(join(library.paths.resources, 'presets', `${id}.scheme.json`))
}
