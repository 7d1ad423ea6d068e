interface Size {
  width: number
  height: number
}

/** Electron's options of `webContents.printToPDF`; lengths in inches. */
export interface PrintToPdfOptions {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  pageSize?: string | Size
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

/** Width and height in inches. */
const PAPER: Record<string, readonly [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11]
}

/** About 1 cm: what Electron prints with where the app says nothing. */
const DEFAULT_MARGIN = 0.4

function paperOf(size: string | Size): Size {
  if (typeof size !== 'string') return size
  const paper = PAPER[size]
  if (!paper) throw new Error(`Invalid pageSize ${size}`)
  return { width: paper[0], height: paper[1] }
}

/** The same request in the terms of the DevTools protocol's Page.printToPDF. */
export function devToolsPrintOptions(options: PrintToPdfOptions): Record<string, boolean | number | string> {
  const { width, height } = paperOf(options.pageSize ?? 'Letter')
  const { top, bottom, left, right } = options.margins ?? {}
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth: width,
    paperHeight: height,
    marginTop: top ?? DEFAULT_MARGIN,
    marginBottom: bottom ?? DEFAULT_MARGIN,
    marginLeft: left ?? DEFAULT_MARGIN,
    marginRight: right ?? DEFAULT_MARGIN,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false
  }
}
