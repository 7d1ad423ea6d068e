import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Lower-case hex SHA-256 of the UTF-8 text. `shared` runs in the window's sandbox and in threads alike, without Node's
 * crypto, and the analysis that needs it is synchronous.
 */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)))
