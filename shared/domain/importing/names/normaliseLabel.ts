import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { isMeasureText } from '../values/measures.ts'

/** A header or row label taken apart: 「到位资金（万元）」 → key 到位资金, unitText 万元. */
export interface Label {
  /** As written, trimmed, line breaks out: what the clerk reads and what a repair is filed under. */
  text: string
  /** For comparison: NFKC, no spaces, brackets unified, lower case, measure and full mark taken off. */
  key: string
  unitText: string | null
  fullMark: DecimalString | null
}

const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g

const LONGEST_KEPT = 60
const MOST_KEPT = 20_000
const keptKeys = new Map<string, string>()

/** NFKC, all spaces and line breaks out, brackets and dashes unified, lower case, closing punctuation off. */
export function nameKey(text: string): string {
  // The names of a long list repeat in every row.
  const kept = keptKeys.get(text)
  if (kept !== undefined) return kept
  const key = computeKey(text)
  if (text.length <= LONGEST_KEPT) {
    if (keptKeys.size >= MOST_KEPT) keptKeys.clear()
    keptKeys.set(text, key)
  }
  return key
}

function computeKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(/[[{【〔〖]/g, '(')
    .replace(/[\]}】〕〗]/g, ')')
    .replace(/["'“”‘’「」『』《》〈〉<>]/g, '')
    .replace(/[‐‑‒–—―−─]/g, '-')
    .toLowerCase()
    .replace(/[:,;。、*★☆]+$/, '')
    .replace(/^[*★☆]+/, '')
}

/** Takes off 「一、」「（二）」「3.」「4、」「①」; `1.5` stays. NFKC has already turned ① into 1 and ⑴ into (1). */
export function withoutSerial(key: string): string {
  return key.replace(
    /^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|第?[一二三四五六七八九十]{1,3}[、.:,]|\d{1,2}(?:\.\d{1,2})*(?:[、:,]|\.(?!\d))|\d{1,2}(?:\.\d{1,2})+(?=[^\d.%]))/,
    ''
  )
}

const FULL_MARK = /^(?:满分|分值|权重|共|计|总分)?:?(\d{1,4}(?:\.\d{1,2})?)分?$/
const MEASURE_PREFIX = /^(?:计量)?单位:?/

export function normaliseLabel(text: string): Label {
  const label: Label = { text: tidy(text), key: nameKey(text), unitText: null, fullMark: null }
  for (let round = 0; round < 3; round++) {
    const tail = /^(.+)\(([^()]+)\)$/.exec(label.key)
    if (!tail || !takeTail(label, tail[2]!)) break
    label.key = tail[1]!
  }
  const slashed = /^(.{2,})\/([^/()]+)$/.exec(label.key)
  if (slashed && label.unitText === null && isMeasureText(slashed[2]!)) {
    label.key = slashed[1]!
    label.unitText = slashed[2]!
  }
  return label
}

/** As written, with runs of spaces and line breaks as one space: the form in which texts are filed and shown. */
export function tidy(text: string): string {
  return text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ').trim()
}

function takeTail(label: Label, content: string): boolean {
  const measure = content.replace(MEASURE_PREFIX, '')
  if (label.unitText === null && isMeasureText(measure)) {
    label.unitText = measure
    return true
  }
  const mark = FULL_MARK.exec(content)
  if (label.fullMark === null && mark) {
    label.fullMark = canonical(dec(mark[1]!))
    return true
  }
  return false
}
