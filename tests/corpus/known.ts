/**
 * Where the reader and LibreOffice differ for a reason: number of cells, and why the reader is right (or as right).
 * The numbers are exact, so that a new difference fails and a vanished one has to be taken off the list.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, { cells: number; why: string }>> = {
  'calamine__errors.xlsx': {
    cells: 2,
    why: 'LibreOffice calculates two errors anew and names them otherwise'
  },
  'calamine__pivots.xlsx': {
    cells: 82,
    why: 'LibreOffice lays pivot tables out anew; the reader gives the stored cells'
  },
  'calamine__table_with_insertrow_attribute.xlsx': { cells: 62, why: 'RAND()' },
  'calamine__xls_formula_columns_beyond_z.xls': {
    cells: 2,
    why: 'stored results are empty, LibreOffice calculates (STALE_FORMULA)'
  },
  'easyexcel__dataformat.xlsx': {
    cells: 1,
    why: 'LibreOffice does not know 上午/下午 behind [DBNum1] as a clock'
  },
  'poi__44861.xls': { cells: 56, why: 'stored results are 0, LibreOffice calculates (STALE_FORMULA)' },
  'poi__DataValidationEvaluations.xlsx': {
    cells: 22,
    why: 'LibreOffice prints booleans and errors of this sheet as 0'
  },
  'poi__SquareMacro.xls': { cells: 8, why: 'results of macros, which LibreOffice does not run' },
  'poi__WithChartSheet.xlsx': { cells: 76, why: 'LibreOffice lays pivot tables out anew' },
  'sheetjs__ErrorTypes.xlsx': { cells: 1, why: 'TYPE() of an error has another result in LibreOffice' },
  'sheetjs__fn.et': { cells: 1, why: 'EVALUATE exists in WPS only' },
  'sheetjs__fn.xls': { cells: 1, why: 'EVALUATE exists in WPS only' },
  'sheetjs__issue2717.biff5.xls': {
    cells: 26,
    why: 'TEXT() with formats and dates before 1900 that LibreOffice calculates otherwise'
  },
  'sheetjs__number_format.xls': { cells: 137, why: 'results of macros, which LibreOffice does not run' },
  'sheetjs__number_format_greek.xls': {
    cells: 137,
    why: 'results of macros, which LibreOffice does not run'
  },
  'sheetjs__pivot_table_named_range.xls': { cells: 97, why: 'LibreOffice lays pivot tables out anew' },
  'sheetjs__wtf_path.xlsx': {
    cells: 3,
    why: 'cells of an array formula that was never calculated; LibreOffice calculates it'
  }
}

/** Files that LibreOffice opens and the reader refuses. */
export const KNOWN_REFUSALS: readonly { name: RegExp; code: string; why: string }[] = [
  {
    name: /^calamine__OOM_alloc3\.xls$/,
    code: 'FILE_TRUNCATED',
    why: 'a broken OLE2 file, printed by LibreOffice as text'
  },
  {
    name: /^calamine__issue252\.xlsx$/,
    code: 'FILE_UNREADABLE',
    why: 'wrong checksum; LibreOffice shows an empty sheet'
  },
  { name: /^poi__64130\.xls$/, code: 'FILE_UNSUPPORTED', why: 'data of an embedded chart, not a workbook' },
  {
    name: /clusterfuzz.*HSSF/,
    code: 'FILE_',
    why: 'broken OLE2 files, printed by LibreOffice as text or as empty sheets'
  },
  {
    name: /clusterfuzz.*XSSFFuzzer-5937385319563264/,
    code: 'FILE_UNREADABLE',
    why: 'a part with a wrong checksum'
  },
  {
    name: /^poi__poc-xmlbomb/,
    code: 'FILE_UNREADABLE',
    why: 'entity bombs; LibreOffice shows an empty sheet'
  }
]

/** Files that open with a password. */
export const PASSWORDS: Readonly<Record<string, string>> = {
  'calamine__pass_protected.xlsx': '123',
  'poi__password.xls': 'password',
  'poi__protected_passtika.xlsb': 'tika',
  'poi__protected_passtika.xlsx': 'tika',
  'sheetjs__password_2002_128_enhrsasc.xls': 'password',
  'sheetjs__password_2002_40_basecrypto.xls': 'password',
  'sheetjs__password_2002_40_dhsc.xls': 'password',
  'sheetjs__password_2002_40_dss.xls': 'password',
  'sheetjs__password_2002_40_xor.xls': 'password'
}

/** What each hostile or odd file of `made/` must give: cells by address, or a refusal. */
export const MADE: Readonly<
  Record<string, string | { cells: Record<string, string>; count: number; problems?: string[] }>
> = {
  'billion_laughs.xlsx': 'FILE_UNREADABLE',
  'bitflip200.xls': 'FILE_UNREADABLE',
  'bitflip60.xlsx': 'FILE_UNREADABLE',
  'csv_big5.csv': { cells: { B2: '95.5' }, count: 4, problems: ['DOUBTFUL_ENCODING'] },
  'csv_gb18030.csv': { cells: { A1: '单位', A2: '㐀㐁镇𠀀村', B2: '95.5' }, count: 4 },
  'csv_gbk.csv': {
    cells: {
      A2: '财政局',
      D2: '2024-03-05',
      A3: '发展和改革局(粮食局)',
      D3: '2024/3/6',
      A4: '卫健委',
      C4: '3'
    },
    count: 14
  },
  'csv_gbk_as.xls': { cells: { A3: '教育局', B3: '88' }, count: 9, problems: ['WRONG_SUFFIX'] },
  'csv_utf16le.csv': { cells: { A1: '单位', B2: '95.5' }, count: 4 },
  'csv_utf8.csv': { cells: { A1: '单位', C2: '1' }, count: 6 },
  'csv_utf8bom.csv': { cells: { A1: '单位', C2: '1' }, count: 6 },
  'dim_A1C2.xlsx': { cells: { A5: '5', B5: 'x5', C5: '3' }, count: 15 },
  'dim_none.xlsx': { cells: { A5: '5', B5: 'x5', C5: '3' }, count: 15 },
  'dos_col_max.xlsx': { cells: { A1: '得分', B1: '95.5' }, count: 2 },
  'dos_dv_huge.xlsx': { cells: { A1: '得分', B1: '95.5' }, count: 2 },
  'dos_merge_huge.xlsx': { cells: { A1: '得分' }, count: 1 },
  'empty.xlsx': 'FILE_EMPTY',
  'html_as.xls': {
    cells: { A1: '2024年度考核得分排名', B3: '95.50', B4: '088' },
    count: 10,
    problems: ['WRONG_SUFFIX']
  },
  'no_sheet.xlsx': 'FILE_UNREADABLE',
  'pdf_as.xlsx': 'FILE_UNSUPPORTED',
  'random.xlsx': 'FILE_UNSUPPORTED',
  'row_beyond.xlsx': { cells: {}, count: 0, problems: ['CELLS_OUTSIDE_SHEET'] },
  'trunc_half.xls': 'FILE_TRUNCATED',
  'trunc_half.xlsx': 'FILE_TRUNCATED',
  'xls_renamed.xlsx': {
    cells: { A2: '指标代码', A5: 'CA6110', D2: '201802' },
    count: 1078,
    problems: ['WRONG_SUFFIX']
  },
  'xml_trunc.xlsx': 'FILE_TRUNCATED'
}
