import { z } from 'zod'
import { circularPiece, type CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { plainText } from '#shared/domain/report/circular/markedText.ts'

/** Pieces on the clipboard, so that a number moved by cutting and pasting stays a number of the snapshot. */
const PIECES = 'application/x-liangji-pieces'

type Clipboard = Pick<DataTransfer, 'getData' | 'setData'>

export function copyPieces(clipboard: Clipboard, pieces: readonly CircularPiece[]): void {
  clipboard.setData('text/plain', plainText(pieces))
  clipboard.setData(PIECES, JSON.stringify(pieces))
}

/** What is to be pasted: our pieces, or anybody's text as plain words. */
export function pastedPieces(clipboard: Clipboard): CircularPiece[] {
  return ourPieces(clipboard.getData(PIECES)) ?? [{ text: plainWords(clipboard.getData('text/plain')) }]
}

function ourPieces(text: string): CircularPiece[] | null {
  if (text === '') return null
  try {
    return z.array(circularPiece).parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Line breaks as ours; other control characters and what Word puts between lines are gone. */
function plainWords(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|\u200b/gu, '')
    .replace(/\n+$/, '')
}
