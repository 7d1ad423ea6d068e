import iconv from 'iconv-lite'
import { guessUtf16 } from './sniff.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface DecodedText {
  text: string
  encoding: TextEncoding
  /** Bytes that are no text in any encoding tried: shown as `�`. */
  broken: number
  /** The text is formally GB18030 but reads like another encoding (Big5 …). */
  doubtful: boolean
}

const REPLACEMENT = /�/g
/** More broken characters than this share of the non-ASCII ones means: not this encoding. */
const TOLERATED_BROKEN = 0.05

function countBroken(text: string): number {
  return text.match(REPLACEMENT)?.length ?? 0
}

function nonAscii(text: string): number {
  return text.match(/[^\0-\x7f]/g)?.length ?? 0
}

function fromMark(bytes: Uint8Array): { encoding: TextEncoding; skip: number } | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 }
  const guessed = guessUtf16(bytes)
  return guessed === null ? null : { encoding: guessed, skip: 0 }
}

/**
 * Big5 bytes are almost always valid GB18030, as rare characters. Ordinary Chinese lies in the old
 * GB 2312 block (both bytes from A1); text with many pairs outside it is not what it claims to be.
 */
function readsUnlikeChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let rare = 0
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] as number
    if (lead < 0x81) continue
    const trail = bytes[i + 1] as number
    pairs++
    // Four-byte characters exist in GB18030 only: they speak for it.
    if (trail >= 0x30 && trail <= 0x39) {
      i += 3
      continue
    }
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) rare++
    i++
  }
  return pairs >= 4 && rare > pairs * 0.3
}

/**
 * Text of CSV, TSV, HTML and XML: byte-order mark, else strict UTF-8, else GB18030. GB18030 is never tried
 * first because it accepts most UTF-8 bytes as garbage. iconv-lite rather than TextDecoder, whose GB18030
 * depends on the ICU data of the runtime (Node and Electron ship different ones).
 * Returns null where the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = fromMark(bytes)
  if (mark) {
    const text = iconv.decode(buffer.subarray(mark.skip), mark.encoding, { stripBOM: false })
    return { text, encoding: mark.encoding, broken: countBroken(text), doubtful: false }
  }
  const utf8 = buffer.toString('utf8')
  const broken = countBroken(utf8)
  if (broken === 0) return { text: utf8, encoding: 'utf-8', broken, doubtful: false }
  const gb = iconv.decode(buffer, 'gb18030')
  const brokenGb = countBroken(gb)
  const best: DecodedText =
    broken < brokenGb
      ? { text: utf8, encoding: 'utf-8', broken, doubtful: false }
      : { text: gb, encoding: 'gb18030', broken: brokenGb, doubtful: readsUnlikeChinese(bytes) }
  return best.broken > nonAscii(best.text) * TOLERATED_BROKEN + 1 ? null : best
}
