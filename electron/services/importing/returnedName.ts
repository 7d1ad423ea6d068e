const MARK = '（退回）'

/** Name of the workbook that goes back to its department, without suffix: `考核表（退回）`. */
export function returnedStem(fileName: string): string {
  return `${originalName(fileName)}${MARK}`
}

/**
 * The name under which a file was first handed in, without suffix: a workbook that went back and comes corrected speaks
 * for the same file, also as a second download (`考核表（退回）(1).xlsx`).
 */
export function originalName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]+$/, '')
  const at = stem.indexOf(MARK)
  return at <= 0 ? stem : stem.slice(0, at)
}
