import { dec } from '#shared/domain/number/decimal.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ofKind, type Decided, type Fate } from './ownFates.ts'
import { placeKey } from './ownPlaces.ts'

const NAMED = 6

/** `表1!D5、表1!D6 等 9 格`. */
export function listed(places: readonly { sheet: string; address: string }[]): string {
  const shown = places.slice(0, NAMED).map(placeKey).join('、')
  return places.length > NAMED ? `${shown} 等 ${places.length} 格` : shown
}

/** What somebody has to know or to do about the places, in whole sentences. */
export function fateNotes(fates: readonly Decided[], to: PeriodKey): string[] {
  const notes: string[] = []
  const tell = (
    places: readonly { sheet: string; address: string }[],
    sentence: (list: string, count: number) => string
  ): void => {
    if (places.length > 0) notes.push(sentence(listed(places), places.length))
  }
  const of = (kind: Fate['kind']) => ofKind(fates, kind)
  const targets = of('TARGET')
  tell(of('FORMULA'), (list) => `这些格子是公式，保留不动，打开后重新计算：${list}。`)
  tell(of('NO_TARGET'), (list) => `方案没有下达${periodTitle(to)}的目标，已清空，请填报单位自己填：${list}。`)
  tell(of('UNKNOWN_MEASURE'), (list) => `看不出这些目标在表里用什么计量单位，已清空，请手工填写：${list}。`)
  tell(
    of('OTHER_TARGET'),
    (list) => `这些目标与上次下达的季度目标不一致（可能是年度目标），没有改动，请检查：${list}。`
  )
  tell(
    targets.filter(({ value, issued }) => value !== null && issued !== null && !dec(value).eq(dec(issued))),
    (list) => `这些目标格上次填的与下达的不一致，现已按方案填入：${list}。`
  )
  tell(
    targets.filter(({ value }) => value === null),
    (list) => `这些目标格原来写的是「/」一类的字，已按方案填入目标，请核对是否考核：${list}。`
  )
  tell(of('KEEP'), (_, count) => `保留了上次的 ${count} 个数，请提醒填报单位逐个更新。`)
  return notes
}
