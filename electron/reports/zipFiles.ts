import JSZip from 'jszip'

/** Files in one zip, names in UTF-8 (Windows 10 and later show them right). `at` dates every entry. */
export async function zipFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  at: Date
): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const { name, bytes } of files) zip.file(name, bytes, { date: at, createFolders: false })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
