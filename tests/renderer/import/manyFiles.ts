import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import { fakeFile, importWorld, type ImportWorld } from './importHandlers.ts'
import { cleanSheet, dirtySheet, dirtyWorkbook, sheetOf, workbookOf } from './workbookFixture.ts'

const DEPARTMENTS = [
  '办公室',
  '组织人事处',
  '规划财务处',
  '政策法规处',
  '群众体育处',
  '竞技体育处',
  '青少年体育处',
  '场馆管理处'
]

/** A sheet with two tables, one below the other, and a name that no list has room for. */
const twoTables = () =>
  sheetOf('表1', 0, [
    ['2026年第三季度报送表'],
    ['单位', '资金到位'],
    ['群众体育处', 1200],
    ['竞技体育处', '800万元'],
    [null, null],
    ['单位', '承诺事项按期办结'],
    ['群众体育处', 4],
    ['体育产业科', 2]
  ])

/** What part of main remembers: the first sheet of the first file has an earlier quarter's answers. */
function remembered(detail: ImportFileDetail): ImportFileDetail {
  if (detail.file.id !== 'f0') return detail
  const [first, ...others] = detail.sheets
  if (first === undefined || detail.fixes.sheets[first.sheet]?.forget === true) return detail
  const memory = {
    id: 1,
    period: '2026Q2',
    fileName: '二季度目标任务完成情况汇总表.xlsx',
    exact: false,
    filled: 5,
    absent: ['同比', '排位']
  }
  return { ...detail, sheets: [{ ...first, memory }, ...others] }
}

/** An import of 40 files from two folders: text files, long names, hidden sheets, several tables in a sheet. */
export function manyFiles(): ImportWorld {
  const files = [
    fakeFile('f0', {
      ...dirtyWorkbook(),
      sheets: [...dirtyWorkbook().sheets, sheetOf('底稿', 3, [['草稿', 1]], [], 'hidden')]
    }),
    fakeFile(
      'f1',
      workbookOf(
        '关于报送2026年第三季度体育产业高质量发展目标任务完成情况及佐证材料的汇总表（盖章扫描后另附）最终版3.xlsx',
        [twoTables()]
      ),
      {
        folder: '三季度报送/机关处室'
      }
    ),
    fakeFile('f2', { ...workbookOf('系统导出.csv', [cleanSheet()]), format: 'csv', encoding: 'gb18030' }),
    ...Array.from({ length: 37 }, (_, index) => {
      const name = DEPARTMENTS[index % DEPARTMENTS.length]!
      return fakeFile(
        `m${index}`,
        workbookOf(`${name}填报表${index + 1}.xlsx`, [index % 3 === 0 ? dirtySheet() : cleanSheet()]),
        {
          folder: index % 2 === 0 ? '三季度报送/机关处室' : '三季度报送/直属单位'
        }
      )
    })
  ]
  return importWorld({ files, review: true, detail: remembered })
}
