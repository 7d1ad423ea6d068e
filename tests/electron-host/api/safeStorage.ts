import { strict } from './strict.ts'

const PREFIX = 'v10'

/** Not a secret: the text in another coat, as Electron's own 'basic_text' storage nearly is. */
export const safeStorage = strict(
  {
    isEncryptionAvailable: (): boolean => true,
    getSelectedStorageBackend: (): string => 'basic_text',
    encryptString: (text: string): Buffer => Buffer.from(PREFIX + Buffer.from(text).toString('base64')),
    decryptString(encrypted: Buffer): string {
      const text = encrypted.toString()
      if (!text.startsWith(PREFIX))
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      return Buffer.from(text.slice(PREFIX.length), 'base64').toString()
    }
  },
  'safeStorage'
)
