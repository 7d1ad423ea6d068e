/** Words of the paged preview. */
export const pdfText = {
  typesetting: '正在排版…',
  updating: '正在更新…',
  failed: '预览显示不出来',
  failedHint: '导出的文件不受影响，可以直接导出；或改一下选项再看。',
  page: (page: number, total: number): string => `第 ${page} 页，共 ${total} 页`
} as const
