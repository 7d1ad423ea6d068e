import { xmlAttribute } from '../xmlTokens.ts'
import { columnIndex } from './a1Ref.ts'
import { findElement, findTags, withAttribute } from './xmlEdit.ts'

interface Span {
  first: number
  last: number
  attributes: string
}

/** Gives one column of a worksheet part a width in characters; what else is said about columns stays. */
export function withColumnWidth(xml: string, column: string, width: number): string {
  const col = columnIndex(column)
  const data = findElement(xml, 'sheetData')
  if (col === null || data === null) return xml
  const head = xml.slice(0, data.open.start)
  const list = findElement(head, 'cols')
  const { prefix } = list?.open ?? data.open
  const spans = list === null ? [] : findTags(head.slice(list.open.end, list.innerEnd), ['col']).map(toSpan)
  const text = [...spans.flatMap((span) => without(span, col)), widened(spans, col, width)]
    .sort((a, b) => a.first - b.first)
    .map((span) => `<${prefix}col${span.attributes}/>`)
    .join('')
  const cols = `<${prefix}cols>${text}</${prefix}cols>`
  return list === null
    ? head + cols + xml.slice(data.open.start)
    : xml.slice(0, list.open.start) + cols + xml.slice(list.end)
}

function toSpan({ attributes }: { attributes: string }): Span {
  const number = (name: string): number => Number(xmlAttribute(attributes, name)) - 1
  return { first: number('min'), last: number('max'), attributes }
}

function spanOf(first: number, last: number, attributes: string): Span {
  const ranged = withAttribute(withAttribute(attributes, 'min', String(first + 1)), 'max', String(last + 1))
  return { first, last, attributes: ranged }
}

/** What is left of a span when one column stands on its own. */
function without(span: Span, col: number): Span[] {
  if (col < span.first || col > span.last) return [span]
  const before = col > span.first ? [spanOf(span.first, col - 1, span.attributes)] : []
  const after = col < span.last ? [spanOf(col + 1, span.last, span.attributes)] : []
  return [...before, ...after]
}

function widened(spans: readonly Span[], col: number, width: number): Span {
  const own = spans.find((span) => col >= span.first && col <= span.last)
  const sized = withAttribute(own?.attributes ?? '', 'width', String(width))
  return spanOf(col, col, withAttribute(sized, 'customWidth', '1'))
}
