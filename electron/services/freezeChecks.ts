import { decisionText } from '#shared/domain/decision/decisionText.ts'
import { isFrozenState, type PeriodState } from '#shared/domain/period/periodState.ts'
import { periodTitle, previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { FreezeCheck } from '#shared/ipc/period.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import { getPeriod, listPeriods } from '#db/repos/periodRepo.ts'
import { currentResult } from '#db/repos/resultRepo.ts'
import { resultsOf, scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

/** Names in one line before the rest is only counted. */
const NAMED = 12

/** 冻结前检查: what must be put right, and what must at least be accepted with open eyes. */
export function freezeChecks(library: Library, period: PeriodKey): FreezeCheck[] {
  const row = requirePeriod(library, period)
  const input = scoringInputOf(library, period)
  const fresh = resultsOf(input)
  const units = fresh.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return [
    notFrozen(row.state),
    ...schemeChecks(input),
    waitingReview(library, period),
    computed(fresh, currentResult(library.db, period)?.results ?? null),
    ...unitChecks(units),
    undecidedGrades(fresh),
    previousFrozen(library, period),
    estimated(fresh, units),
    decisions(input)
  ]
}

function notFrozen(state: PeriodState): FreezeCheck {
  const frozen = isFrozenState(state)
  return {
    code: 'NOT_FROZEN',
    ok: !frozen,
    blocking: true,
    title: '本季度尚未冻结',
    detail: frozen ? '已经冻结；更正请先重开。' : '可以冻结。',
    href: null
  }
}

function schemeChecks({ scheme }: ScoringInput): FreezeCheck[] {
  const problems = checkScheme(scheme)
  const errors = problems.filter((problem) => problem.level === 'error')
  const confirms = problems.filter((problem) => problem.level === 'confirm')
  return [
    {
      code: 'SCHEME',
      ok: errors.length === 0,
      blocking: true,
      title: '考核方案没有漏洞',
      detail: errors[0]?.message ?? '满分合计、规则参数、目标都齐全。',
      href: '/scheme'
    },
    {
      code: 'SCHEME_CONFIRMS',
      ok: confirms.length === 0,
      blocking: false,
      title: '考核方案没有待确认的地方',
      detail:
        confirms.length === 0
          ? '责任单位、数据来源等都写明了。'
          : `考核方案有 ${confirms.length} 处待确认：${confirms[0]!.message}${confirms.length > 1 ? '…' : ''}`,
      href: '/scheme'
    }
  ]
}

/** What waits could never be confirmed once the quarter is frozen. */
function waitingReview(library: Library, period: PeriodKey): FreezeCheck {
  const waiting = listBatches(library.db, period).filter((batch) => batch.state === 'confirmed')
  const files = shortened(waiting.map((batch) => `《${batch.fileName}》`))
  return {
    code: 'WAITING_REVIEW',
    ok: waiting.length === 0,
    blocking: true,
    title: '导入都已复核',
    detail:
      waiting.length === 0
        ? '没有等待复核的导入。'
        : `${waiting.length} 次导入等待复核，还没有计入成绩：${files}。请先复核、退回或收回。`,
    href: '/import'
  }
}

function computed(fresh: ResultSet, current: ResultSet | null): FreezeCheck {
  const upToDate = current?.inputsHash === fresh.inputsHash
  const otherwise = current === null ? '还没有计算。' : '计算后数据有变动，请重新计算。'
  return {
    code: 'COMPUTED',
    ok: upToDate,
    blocking: true,
    title: '成绩是最新的',
    detail: upToDate ? '计算后数据没有变动。' : otherwise,
    href: '/ranking'
  }
}

function unitChecks(units: readonly UnitResult[]): FreezeCheck[] {
  const refused = units.filter((unit) =>
    unit.dimensions.some((dimension) =>
      dimension.indicators.some((indicator) => indicator.status === 'REFUSED')
    )
  )
  const missing = units.filter((unit) => unit.state === 'BLOCKED' && !refused.includes(unit))
  return [
    {
      code: 'REFUSED',
      ok: refused.length === 0,
      blocking: true,
      title: '没有规则无法给分的指标',
      detail:
        refused.length === 0
          ? '每个数都有规则可依。'
          : `${names(refused)}有指标规则没有规定怎么给分，请看单位页的说明。`,
      href: refused[0] === undefined ? null : `/unit/${refused[0].unit}`
    },
    {
      code: 'MISSING_UNITS',
      ok: missing.length === 0,
      blocking: false,
      title: '各单位已报齐',
      detail:
        missing.length === 0
          ? '没有缺报。'
          : `${countUnits(missing)} 个单位缺报，冻结后不排名：${names(missing)}。`,
      href: '/submissions'
    }
  ]
}

/** A grade whose last place a tie runs across is nobody's until somebody decides (straddle DECIDE). */
function undecidedGrades({ races }: ResultSet): FreezeCheck {
  const all = races.flatMap((race) => {
    const name = new Map(race.groups.flatMap((group) => group.units.map((unit) => [unit.unit, unit.name])))
    return race.grades
      .flatMap((table) => table.undecided)
      .map(
        (entry) =>
          `「${entry.grade}」还剩 ${entry.places} 个名额，${entry.units.map((unit) => name.get(unit) ?? unit).join('、')}并列`
      )
  })
  return {
    code: 'UNDECIDED_GRADES',
    ok: all.length === 0,
    blocking: true,
    title: '等次都已确定',
    detail: all.length === 0 ? '没有跨名额线的并列。' : `${all.join('；')}：请裁定先后。`,
    href: '/ranking'
  }
}

function previousFrozen(library: Library, period: PeriodKey): FreezeCheck {
  const before = previousPeriod(period)
  const row = getPeriod(library.db, before)
  const first = listPeriods(library.db).every((other) => other.key >= period)
  const frozen = row !== null && isFrozenState(row.state)
  const otherwise = frozen
    ? `升降对比${periodTitle(before)}。`
    : `${periodTitle(before)}没有冻结，升降都记为「新」。`
  return {
    code: 'PREVIOUS_FROZEN',
    ok: first || frozen,
    blocking: false,
    title: '上季度已冻结',
    detail: first ? '这是第一个季度，没有上季度名次。' : otherwise,
    href: null
  }
}

function estimated({ counts }: ResultSet, units: readonly UnitResult[]): FreezeCheck {
  const items = units.flatMap((unit) =>
    unit.dimensions
      .flatMap((dimension) => dimension.indicators)
      .filter((indicator) => indicator.estimated)
      .map((indicator) => `${unit.name}「${indicator.name}」`)
  )
  return {
    code: 'ESTIMATED',
    ok: counts.estimated === 0,
    blocking: false,
    title: '没有补分',
    detail:
      counts.estimated === 0
        ? '没有按决定补的数。'
        : `含 ${counts.estimated} 个按决定补的数，报告中会列明${items.length === 0 ? '' : `：${shortened(items)}`}。`,
    href: '/ranking'
  }
}

/** Not a condition: the decisions that go into the snapshot, so that whoever freezes has seen them. */
function decisions({ decisions: all, scheme }: ScoringInput): FreezeCheck {
  const texts = all.map((entry) => decisionText(entry.subject, scheme))
  return {
    code: 'DECISIONS',
    ok: true,
    blocking: false,
    title: '生效的决定',
    detail: texts.length === 0 ? '没有。' : `${texts.length} 个：${shortened(texts, '；')}。`,
    href: '/decisions'
  }
}

/** A unit that takes part in several races is one unit. */
function countUnits(units: readonly UnitResult[]): number {
  return new Set(units.map((unit) => unit.unit)).size
}

function names(units: readonly UnitResult[]): string {
  return [...new Set(units.map((unit) => unit.name))].join('、')
}

/** Names in one line: the first of them, then only how many. */
export function shortened(items: readonly string[], separator = '、'): string {
  const shown = items.slice(0, NAMED).join(separator)
  return items.length > NAMED ? `${shown}等 ${items.length} 个` : shown
}
