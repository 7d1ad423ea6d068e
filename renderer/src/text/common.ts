/** Words that every page uses. */
export const common = {
  productName: '亮绩赛马',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  retry: '再试一次',
  clearFilter: '清除筛选',
  copy: '复制',
  copied: '已复制',
  required: '必填',
  required_reason: '请写明理由',
  code: '代码',
  nothingChanged: '数据没有任何改动。',
  preview: '预览',
  previewUnfrozen: '预览，未冻结',
  frozen: '已冻结',
  all: '全部',
  loading: '正在读取…',
  export: '导出',
  exported: '已导出',
  openFile: '打开文件',
  openFolder: '打开所在文件夹',
  place: '位置',
  noData: '没有数据'
} as const

export function ofTotal(done: number, total: number): string {
  return total > 0 ? `第 ${done} / ${total} 个` : `已完成 ${done} 个`
}
