import { parse } from '../../../reports/openPackage.ts'

/** A box in the units of the viewBox. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export interface Drawn {
  /** Shown size in px. */
  width: number
  height: number
  canvas: Box
  texts: (Box & { text: string; size: number })[]
  rects: Box[]
  titles: string[]
  description: string
  elements: Element[]
}

/** A second opinion on widths: Chinese one em, thin letters and signs a third, all else a little over half. */
function widthOf(text: string, size: number): number {
  const em = (char: string): number =>
    char.codePointAt(0)! > 0x2e7f ? 1 : /[\s.,:;'`|!ijlItfr()[\]{}\\/]/.test(char) ? 0.3 : 0.55
  return Array.from(text).reduce((width, char) => width + em(char), 0) * size
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name))

/** Reads a drawing with an XML parser that forgives nothing. Throws where it is not well-formed. */
export function readSvg(svg: string): Drawn {
  const root = parse(svg).documentElement
  const [, , right, bottom] = root.getAttribute('viewBox')!.split(' ').map(Number)
  const elements = [...root.querySelectorAll('*')]
  return {
    width: numberOf(root, 'width'),
    height: numberOf(root, 'height'),
    canvas: { left: 0, top: 0, right: right!, bottom: bottom! },
    texts: [...root.querySelectorAll('text')].map((element) => {
      const text = element.textContent ?? ''
      const [x, y, size] = [numberOf(element, 'x'), numberOf(element, 'y'), numberOf(element, 'font-size')]
      const width = widthOf(text, size)
      const anchor = element.getAttribute('text-anchor') as 'start' | 'middle' | 'end'
      const left = { start: x, middle: x - width / 2, end: x - width }[anchor]
      return { text, size, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.1 }
    }),
    rects: [...root.querySelectorAll('rect')].map((element) => {
      const [left, top] = [numberOf(element, 'x'), numberOf(element, 'y')]
      return {
        ...{ left, top, right: left + numberOf(element, 'width') },
        bottom: top + numberOf(element, 'height')
      }
    }),
    titles: [...root.querySelectorAll('title')].map((element) => element.textContent ?? ''),
    description: root.querySelector('desc')?.textContent ?? '',
    elements
  }
}

/** Texts that reach out of the drawing. */
export function outside({ canvas, texts }: Drawn): string[] {
  return texts
    .filter(
      (box) =>
        box.left < canvas.left - 1 ||
        box.right > canvas.right + 1 ||
        box.top < canvas.top - 1 ||
        box.bottom > canvas.bottom + 1
    )
    .map(({ text }) => text)
}

const crosses = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5

/** Pairs of texts that lie on each other. */
export function overlapping({ texts }: Drawn): string[] {
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (crosses(a, b) ? [`${a.text} × ${b.text}`] : []))
  )
}
