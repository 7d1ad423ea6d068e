import { dialog, shell } from 'electron'
import type { Desktop } from '../ipc/desktop.ts'
import { printPdf } from './printPdf.ts'
import { mainWindow } from './window.ts'

const SHEETS = ['xlsx', 'xls', 'et', 'csv', 'xlsm', 'xlsb', 'ods', 'tsv', 'txt', 'htm', 'html']

async function open(options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = mainWindow()
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return answer.canceled ? [] : answer.filePaths
}

/** The desktop's own dialogs and file manager, for the handlers. */
export const desktop: Desktop = {
  pickWorkbooks: () =>
    open({
      title: '选择考核表',
      buttonLabel: '导入',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: '表格文件', extensions: SHEETS },
        { name: '所有文件', extensions: ['*'] }
      ]
    }),
  pickFolder: async (purpose) =>
    (
      await open(
        purpose === 'IMPORT'
          ? { title: '选择存放考核表的文件夹', buttonLabel: '导入这个文件夹', properties: ['openDirectory'] }
          : {
              title: '选择保存到哪个文件夹',
              buttonLabel: '保存到这里',
              properties: ['openDirectory', 'createDirectory']
            }
      )
    )[0] ?? null,
  pickScheme: async () =>
    (
      await open({
        title: '选择考核方案文件',
        buttonLabel: '打开',
        properties: ['openFile'],
        filters: [
          { name: '考核方案（JSON 或 Excel）', extensions: ['json', 'xlsx', 'xlsm', 'xls', 'et'] },
          { name: '所有文件', extensions: ['*'] }
        ]
      })
    )[0] ?? null,
  pickTemplate: async () =>
    (
      await open({
        title: '选择报告模板',
        buttonLabel: '用作模板',
        properties: ['openFile'],
        filters: [
          { name: '报告模板（Excel、Word、PPT）', extensions: ['xlsx', 'xlsm', 'docx', 'pptx'] },
          { name: '所有文件', extensions: ['*'] }
        ]
      })
    )[0] ?? null,
  pickEvidence: (several) =>
    open({
      title: several ? '选择佐证材料' : '选择原来的文件',
      buttonLabel: several ? '添加' : '选择',
      properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [
        { name: '所有文件', extensions: ['*'] },
        {
          name: '文档和图片',
          extensions: ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'wps', 'et', 'ofd', 'jpg', 'jpeg', 'png']
        }
      ]
    }),
  async saveAs(defaultName, extension) {
    const window = mainWindow()
    const options: Electron.SaveDialogOptions = {
      title: '导出到',
      buttonLabel: '导出',
      defaultPath: defaultName,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }]
    }
    const answer = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options)
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  },
  openFile: async (path) => {
    const failure = await shell.openPath(path)
    return failure === '' ? null : failure
  },
  showInFolder: (path) => shell.showItemInFolder(path),
  printPdf: (html, signal) => printPdf(html, signal)
}
