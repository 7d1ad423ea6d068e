export const welcomeText = {
  title: '从哪里开始？',
  lead: '数据都存在这台电脑上，不联网。以后随时可以在「设置」里备份和恢复。',
  sample: {
    title: '示例季度',
    text: '一个体育局的完整一季：23 个单位、已冻结的第二季度，和一批可以直接导入的第三季度报表。',
    verb: '打开示例季度',
    drawing: '示例季度的样子：有名次、得分和升降的排名表'
  },
  empty: {
    title: '空白数据库',
    text: '从自己的考核方案开始：先载入方案，再导入各处室报来的 Excel 表。',
    verb: '新建空白数据库',
    drawing: '空白数据库的样子：空表格，等着导入'
  },
  creating: '正在准备…',
  failed: {
    title: '数据库打不开',
    unchanged: '数据库文件没有任何改动。',
    path: '文件位置',
    backups: '可以恢复的备份',
    backupsHint: '恢复前会先把现在的文件另存一份',
    noBackups: '没有找到备份',
    noBackupsHint: '请把备份文件夹或数据库文件拷回原来的位置，再试一次。',
    retry: '再试一次'
  }
} as const
