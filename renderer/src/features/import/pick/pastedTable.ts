/** A table from the clipboard: as HTML where the program that copied it gives that (merges), else tab-separated text. */
export interface PastedTable {
  text: string
  html: string | null
}

/** What a paste brought: files copied in the file manager, a table, or nothing that can be read. */
export type Pasted =
  { kind: 'FILES'; files: File[] } | ({ kind: 'TABLE' } & PastedTable) | { kind: 'NOTHING' }

export function pastedFrom(data: DataTransfer | null): Pasted {
  if (data === null) return { kind: 'NOTHING' }
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  // Excel puts a picture of the cells beside the cells themselves: files count only where there is no text.
  if (text.trim() !== '' || html !== '') return table(text, html)
  const files = [...data.files]
  return files.length === 0 ? { kind: 'NOTHING' } : { kind: 'FILES', files }
}

function table(text: string, html: string): Pasted {
  if (text.trim() === '' && !/<table[\s>]/i.test(html)) return { kind: 'NOTHING' }
  return { kind: 'TABLE', text, html: html === '' ? null : html }
}

/** Reads the clipboard for a button. Null where the window may not: Ctrl+V always works. */
export async function readClipboard(): Promise<Pasted | null> {
  try {
    const items = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => {
      const item = items.find((one) => one.types.includes(type))
      return item === undefined ? '' : (await item.getType(type)).text()
    }
    return table(await read('text/plain'), await read('text/html'))
  } catch {
    return null
  }
}
