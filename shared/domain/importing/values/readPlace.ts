import { halfWidth } from './numberText.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'

const PLACE =
  /^(?:(?:全省|全市|全国|全县|全区|省|市|组内|系统内)?(?:排名|排位|名次|位列|列)?)?第?(\d{1,5}|[一二三四五六七八九十]{1,3})(?:名|位)?$/
const MARKED = /第|名|位|排/

/** 第3名, 第三, 全省第2位 as the number of a place; the cell as it is where it says anything else. */
export function placeCell(cell: RawCell | null): RawCell | null {
  if (cell?.kind !== 'text') return cell
  const text = halfWidth(cell.value).replace(/\s/g, '')
  const match = MARKED.test(text) ? PLACE.exec(text) : null
  const place = match && (/\d/.test(match[1]!) ? Number(match[1]) : chineseNumber(match[1]!))
  return place === null ? cell : { ...cell, kind: 'number', value: String(place), shown: cell.value }
}

/** 一 … 九十九; null for what is no such numeral. */
function chineseNumber(text: string): number | null {
  const digit = (char: string): number => '一二三四五六七八九'.indexOf(char) + 1
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return null
  const [, tens, ten, ones] = match
  if (ten === undefined) return tens !== undefined && ones === undefined ? digit(tens) : null
  return (tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones))
}
