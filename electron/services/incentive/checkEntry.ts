import { rangeAt, type CatalogueEntry } from '#shared/domain/incentive/catalogue.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

export interface EntryGround {
  period: PeriodKey
  scheme: SchemeDefinition
  /** Of the entry's catalogue code; null where it names none. */
  catalogue: CatalogueEntry | null
}

/** Why an entry cannot stand on the ledger at all, in whole sentences; [] when it can. */
export function entryObjections(input: LedgerInput, { period, scheme, catalogue }: EntryGround): string[] {
  const unit = scheme.units.find((entry) => entry.code === input.unit)
  const races = scheme.races.filter((race) =>
    race.adjustments.classes.some((entry) => entry.code === input.classCode)
  )
  if (unit === undefined) return [`${periodTitle(period)}的考核方案里没有这个单位，请核对日期或单位。`]
  if (races.length === 0)
    return [
      `${periodTitle(period)}的考核方案里没有「${input.classCode}」这类加减分，请换一类，或先修改方案。`
    ]
  const takesPart = races.some((race) =>
    scheme.groups.some(
      (group) =>
        race.groups.includes(group.code) && group.members.some((member) => member.unit === input.unit)
    )
  )
  return [
    ...(takesPart ? [] : [`「${unit.name}」不参加有这类加减分的赛项，记了也不会计分。`]),
    ...(input.catalogue !== null && catalogue === null
      ? [`目录里没有「${input.catalogue}」，请重新选。`]
      : []),
    ...(catalogue === null ? [] : catalogueObjections(input, catalogue))
  ]
}

function catalogueObjections(input: LedgerInput, catalogue: CatalogueEntry): string[] {
  const name = `「${catalogue.name}」`
  const { least, most } = rangeAt(catalogue, input.level)
  const within = dec(input.points).gte(dec(least)) && dec(input.points).lte(dec(most))
  const at = input.level === null ? '' : LEVEL_WORDS[input.level]
  const allowed = least === most ? `是 ${least} 分` : `在 ${least} 到 ${most} 分之间`
  return [
    ...(catalogue.classCode === input.classCode ? [] : [`${name}不属于所选的类别，请重新选目录。`]),
    ...(catalogue.levels.length > 0 && input.level === null ? [`${name}按级别计分，请选级别。`] : []),
    ...(within ? [] : [`${name}${at}按目录${allowed}，填的是 ${input.points} 分，请改正。`])
  ]
}

/**
 * What is still wanting before an entry may be submitted: the evidence that the catalogue asks for (无文件佐证不加分, S21).
 * `files` is how many are attached.
 */
export function evidenceObjection(
  input: Pick<LedgerInput, 'evidence'>,
  catalogue: Pick<CatalogueEntry, 'name' | 'evidence'> | null,
  files: number
): string | null {
  if (catalogue === null || catalogue.evidence === 'NONE' || files > 0) return null
  if (catalogue.evidence === 'FILE') return `「${catalogue.name}」要附佐证文件才能计分，还没有附。`
  return input.evidence.trim() === '' ? `「${catalogue.name}」要有文号或佐证文件才能计分，还没有填。` : null
}
