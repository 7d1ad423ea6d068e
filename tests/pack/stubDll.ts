const FILE_ALIGNMENT = 0x200
const SECTION_RVA = 0x1000
const HEADERS = 0x40 + 24 + 224 + 40

/**
 * A Windows library of 32 bits that exports `names` and does nothing: enough for makensis, which looks at the export
 * table of a plug-in to learn what may be called.
 */
export function stubDll(fileName: string, names: readonly string[]): Buffer {
  const section = exportSection(fileName, [...names].sort())
  const rawSize = Math.ceil(section.length / FILE_ALIGNMENT) * FILE_ALIGNMENT
  const file = Buffer.alloc(Math.ceil(HEADERS / FILE_ALIGNMENT) * FILE_ALIGNMENT + rawSize)
  const rawStart = file.length - rawSize
  section.copy(file, rawStart)

  // DOS header
  file.write('MZ', 0)
  file.writeUInt32LE(0x40, 0x3c)
  // PE signature and COFF header: i386, one section, a library
  file.write('PE\0\0', 0x40)
  file.writeUInt16LE(0x14c, 0x44)
  file.writeUInt16LE(1, 0x46)
  file.writeUInt16LE(224, 0x54)
  file.writeUInt16LE(0x2102, 0x56)
  // Optional header
  const optional = 0x58
  file.writeUInt16LE(0x10b, optional)
  file.writeUInt32LE(0x10000000, optional + 28)
  file.writeUInt32LE(0x1000, optional + 32)
  file.writeUInt32LE(FILE_ALIGNMENT, optional + 36)
  file.writeUInt16LE(4, optional + 48)
  file.writeUInt32LE(SECTION_RVA + 0x1000 * Math.ceil(section.length / 0x1000), optional + 56)
  file.writeUInt32LE(rawStart, optional + 60)
  file.writeUInt16LE(2, optional + 68)
  file.writeUInt32LE(16, optional + 92)
  file.writeUInt32LE(SECTION_RVA, optional + 96)
  file.writeUInt32LE(section.length, optional + 100)
  // Section table
  const table = optional + 224
  file.write('.edata', table)
  file.writeUInt32LE(section.length, table + 8)
  file.writeUInt32LE(SECTION_RVA, table + 12)
  file.writeUInt32LE(rawSize, table + 16)
  file.writeUInt32LE(rawStart, table + 20)
  file.writeUInt32LE(0x40000040, table + 36)
  return file
}

/** The export directory, its three tables, and the names. */
function exportSection(fileName: string, names: readonly string[]): Buffer {
  const functions = 40
  const pointers = functions + names.length * 4
  const ordinals = pointers + names.length * 4
  const strings = ordinals + names.length * 2
  const texts = [fileName, ...names].map((text) => Buffer.from(text + '\0'))
  const section = Buffer.concat([Buffer.alloc(strings), ...texts])
  const rva = (offset: number): number => SECTION_RVA + offset
  section.writeUInt32LE(rva(strings), 12)
  section.writeUInt32LE(1, 16)
  section.writeUInt32LE(names.length, 20)
  section.writeUInt32LE(names.length, 24)
  section.writeUInt32LE(rva(functions), 28)
  section.writeUInt32LE(rva(pointers), 32)
  section.writeUInt32LE(rva(ordinals), 36)
  let at = strings + (texts[0]?.length ?? 0)
  names.forEach((_, index) => {
    section.writeUInt32LE(rva(0), functions + index * 4)
    section.writeUInt32LE(rva(at), pointers + index * 4)
    section.writeUInt16LE(index, ordinals + index * 2)
    at += texts[index + 1]?.length ?? 0
  })
  return section
}
