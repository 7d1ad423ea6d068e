import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { joined } from '#shared/domain/report/circular/markedText.ts'
import type { Span } from './pieceEdits.ts'

/** Keeps the caret visible beside a chip; never part of the text. */
const GUARD = '\u200b'

/** How a fact stands in the paragraph. */
export interface ChipLook {
  className: string
  title: (piece: CircularPiece) => string
}

/** Draws the pieces: words as text, facts as chips that cannot be written into. */
export function drawPieces(element: HTMLElement, pieces: readonly CircularPiece[], look: ChipLook): void {
  const nodes: Node[] = []
  let last: CircularPiece | undefined
  for (const piece of pieces) {
    if (piece.fact !== undefined && last?.text === undefined) nodes.push(new Text(GUARD))
    if (piece.fact !== undefined && last?.fact !== undefined) nodes.push(new Text(GUARD))
    nodes.push(piece.fact === undefined ? new Text(piece.text) : chipOf(piece, look))
    last = piece
  }
  // A chip or a line break at the end would leave the caret nowhere to stand.
  if (last === undefined || last.fact !== undefined || last.text.endsWith('\n')) nodes.push(new Text(GUARD))
  element.replaceChildren(...nodes)
}

function chipOf(piece: CircularPiece, { className, title }: ChipLook): HTMLElement {
  const chip = document.createElement('span')
  chip.className = piece.unit === undefined ? className : `${className} ${className}-unit`
  chip.contentEditable = 'false'
  chip.dataset.fact = piece.fact
  if (piece.unit !== undefined) chip.dataset.unit = piece.unit
  chip.title = title(piece)
  chip.textContent = piece.text
  return chip
}

/** A chip, or null for words. Its own text is never read: a number says what its fact says. */
function factOf(node: Node): string | null {
  return node instanceof HTMLElement ? (node.dataset.fact ?? null) : null
}

const wordsOf = (node: Text): string => node.data.replaceAll(GUARD, '')

/** Browsers put a line break at the end of a box that would be empty. */
function isFiller(element: HTMLElement, node: Node): boolean {
  return node === element.lastChild
}

/** What stands in the element now. Facts that the paragraph does not have (dragged in from elsewhere) become words. */
export function readPieces(element: HTMLElement, computed: readonly CircularPiece[]): CircularPiece[] {
  const known = new Map(computed.map((piece) => [piece.fact, piece]))
  const read = (node: Node): CircularPiece[] => {
    const fact = factOf(node)
    if (fact !== null) return [known.get(fact) ?? { text: node.textContent ?? '' }]
    if (node instanceof Text) return [{ text: wordsOf(node) }]
    if (node.nodeName === 'BR') return isFiller(element, node) ? [] : [{ text: '\n' }]
    return [...node.childNodes].flatMap(read)
  }
  return joined([...element.childNodes].flatMap(read))
}

function lengthOfNode(node: Node): number {
  if (factOf(node) !== null || node.nodeName === 'BR') return 1
  if (node instanceof Text) return wordsOf(node).length
  return [...node.childNodes].reduce((sum, child) => sum + lengthOfNode(child), 0)
}

/** Length of what stands before a point of the document. */
function placeOf(element: HTMLElement, container: Node, offset: number): number {
  let place = 0
  const walk = (node: Node): boolean => {
    if (node === container) {
      if (node instanceof Text) place += node.data.slice(0, offset).replaceAll(GUARD, '').length
      else place += [...node.childNodes].slice(0, offset).reduce((sum, child) => sum + lengthOfNode(child), 0)
      return true
    }
    // Inside of a chip is behind it.
    if (factOf(node) !== null || !node.contains(container)) {
      place += lengthOfNode(node)
      return node.contains(container)
    }
    return [...node.childNodes].some(walk)
  }
  walk(element)
  return place
}

/** The selection inside the element, or null when it is elsewhere. */
export function selectedSpan(element: HTMLElement): Span | null {
  const selection = element.ownerDocument.getSelection()
  if (selection === null || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  return {
    start: placeOf(element, range.startContainer, range.startOffset),
    end: placeOf(element, range.endContainer, range.endOffset)
  }
}

/** Whether the browser left something that is not as we draw it: line breaks, pieces dragged in, words in a guard's node. */
export function needsRedraw(element: HTMLElement, { className }: ChipLook): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Text
      ? node.data !== GUARD && node.data.includes(GUARD)
      : !(node instanceof HTMLElement && node.classList.contains(className))
  )
}

/** Puts the caret at a place. */
export function placeCaret(element: HTMLElement, place: number): void {
  let left = place
  for (const node of element.childNodes) {
    const length = lengthOfNode(node)
    if (node instanceof Text && left <= length) {
      // Guards stand alone in their node: behind one is as good as before it.
      const offset = node.data.startsWith(GUARD) ? node.data.length : left
      element.ownerDocument.getSelection()?.collapse(node, offset)
      return
    }
    left -= length
  }
  element.ownerDocument.getSelection()?.collapse(element, element.childNodes.length)
}
