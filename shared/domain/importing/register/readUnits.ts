import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { UnitMatch, UnitMatcher } from '../names/matchUnit.ts'
import { halfWidth } from '../values/numberText.ts'

/** One name of a cell that lists units. */
export interface NamedUnit {
  /** As written, without its share: what a repair is filed under. */
  text: string
  match: UnitMatch
  /** Percent behind the name: 乡镇30%. */
  share: DecimalString | null
  /** LEAD where （牵头） or 牵头： stands with it, PARTNER for 配合. */
  part: 'LEAD' | 'PARTNER' | null
}

const BETWEEN = /[、,，;；/\n\r]+|\s{2,}|(?<=[\u4e00-\u9fff)）%])\s+(?=[\u4e00-\u9fff])/
const SHARE = /[(（:：]?\s*(?:占|分担|权重)?\s*(\d{1,3}(?:\.\d{1,2})?)\s*[%％]\s*[)）]?$/
const LABEL = /^(牵头|主办|责任|承办|配合|协办|参与|协同)(?:责任)?(?:单位|部门|处室|科室)?\s*[:：]\s*/
const MARK = /[(（](牵头|主办|主责|负责|配合|协办|参与)[)）]$/
const PARTNERS = /配合|协办|参与|协同/

/**
 * The units that a cell names, in order: 「办公室、群体处（配合）30%」. A text that is one known unit is that unit, whatever
 * separators its name holds. Nothing is left out: what nobody knows stands in the list with its match.
 */
export function readUnits(text: string, units: UnitMatcher): NamedUnit[] {
  const whole = units.match(text)
  if (whole.status === 'FOUND' || whole.status === 'SKIP')
    return [{ text: tidy(text), match: whole, share: null, part: null }]
  let part: NamedUnit['part'] = null
  return text.split(BETWEEN).flatMap((piece) => {
    let name = tidy(piece)
    const label = LABEL.exec(name)
    if (label) {
      part = PARTNERS.test(label[1]!) ? 'PARTNER' : 'LEAD'
      name = name.slice(label[0].length)
    }
    const share = SHARE.exec(halfWidth(name))
    if (share) name = tidy(halfWidth(name).slice(0, share.index))
    const mark = MARK.exec(name)
    if (mark) name = tidy(name.slice(0, mark.index))
    if (name === '' || /^(?:等|\/|-|—|无)$/.test(name)) return []
    return [
      {
        text: name,
        match: units.match(name),
        share: share ? canonical(dec(share[1]!)) : null,
        part: mark ? (PARTNERS.test(mark[1]!) ? ('PARTNER' as const) : ('LEAD' as const)) : part
      }
    ]
  })
}
