import { AppError } from '#shared/appError.ts'
import {
  checkHonourSettings,
  honourSettings,
  type HonourSettings
} from '#shared/domain/incentive/honourSettings.ts'
import { append } from '#db/repos/auditRepo.ts'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import { listHonours } from '#db/repos/honourRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'

const KEY = 'honours'

/** Kinds of honours and the rules that turn them into bonuses. */
export function honourSettingsOf(library: Library): HonourSettings {
  return getSetting(library.db, KEY, honourSettings.prefault({}))
}

/** Throws VALIDATION_FAILED: a kind twice, one that honours use taken out, a rule that leads nowhere. */
export function saveHonourSettings(library: Library, change: HonourSettings): HonourSettings {
  return tx(library.db, () => {
    const next = honourSettings.parse(change)
    const objections = [
      ...checkHonourSettings(next),
      ...usedKinds(library, next),
      ...deadRules(library, next)
    ]
    if (objections.length > 0)
      throw new AppError('VALIDATION_FAILED', `${objections.join('')}没有保存。`, {
        action: '请改正后再保存。'
      })
    const before = honourSettingsOf(library)
    setSetting(library.db, KEY, next)
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '修改荣誉种类和规则',
      subject: `${next.kinds.length} 种荣誉，${next.rules.length} 条加分规则`,
      before: JSON.stringify(before),
      after: JSON.stringify(next)
    })
    return next
  })
}

function usedKinds(library: Library, next: HonourSettings): string[] {
  const kept = new Set(next.kinds.map((kind) => kind.code))
  const gone = honourSettingsOf(library).kinds.filter((kind) => !kept.has(kind.code))
  const honours = listHonours(library.db, { voided: true })
  return gone.flatMap((kind) => {
    const count = honours.filter((entry) => entry.kind === kind.code).length
    return count === 0 ? [] : [`「${kind.name}」登记着 ${count} 项荣誉，不能删去，可以改名。`]
  })
}

function deadRules(library: Library, next: HonourSettings): string[] {
  const catalogue = new Set(
    allCatalogue(library.db)
      .filter((entry) => entry.endedAt === null)
      .map((entry) => entry.code)
  )
  return next.rules
    .filter((rule) => !catalogue.has(rule.catalogue))
    .map((rule) => `加分规则用到的目录「${rule.catalogue}」没有，或已停用。`)
}
