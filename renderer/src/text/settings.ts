import { printStamp } from './format.ts'

export const settingsText = {
  title: '设置',
  saved: '已保存',
  basic: '基本设置',
  operator: '经办人',
  operatorHint: '操作日志和落款用这个名字',
  issuer: '落款单位',
  issuerHint: '排名表、通报的落款',
  density: '表格行高',
  compact: '紧凑 30',
  loose: '宽松 36',
  review: '导入复核',
  reviewHint: '打开后，导入的数要由另一个人确认才计入成绩',
  reviewOn: '需要复核',
  reviewOff: '不需要',
  about: '关于',
  version: (version: string) => `亮绩赛马 ${version}`,
  organisation: '使用单位',
  database: '数据库',
  sample: '示例数据',
  offline: '所有数据都在这台电脑上，程序不联网。',
  backups: {
    title: '备份与恢复',
    hint: (count: number) => `${count} 份`,
    now: '立即备份',
    done: '已备份并通过完整性检查',
    folder: '打开备份文件夹',
    head: { at: '时间', reason: '原因', size: '大小', act: '' },
    restore: '恢复',
    restoreTitle: (at: string) => `恢复到 ${printStamp(at)}`,
    restoreText:
      '现在的数据会换成这份备份的内容，备份以后的导入、修改、冻结都会退回。恢复前会先把现在的数据另存一份，可以再恢复回来。',
    restoreVerb: '恢复这份备份',
    restored: '已恢复',
    none: '还没有备份',
    noneHint: '每次导入、冻结前都会自动备份；现在也可以手动备份一份。'
  },
  aliases: {
    title: '单位别名',
    hint: '导入时把这些写法认作同一个单位',
    head: { text: '表里的写法', name: '认作', source: '来源', act: '' },
    sources: { import: '导入时确认', user: '手工添加' } as Record<string, string>,
    remove: '删除',
    removed: (text: string) => `已删除别名「${text}」，下次导入会重新询问`,
    none: '还没有别名',
    noneHint: '导入时遇到不认识的单位名，选定后会记在这里。'
  },
  memory: {
    title: '沿用的对应关系',
    hint: '经办人对某种表头作过的决定，下次遇到同样的表头自动沿用',
    head: { labels: '表头', from: '来自', answers: '记住的决定', by: '经办', act: '' },
    answers: (count: number) => `${count} 项`,
    forget: '忘掉',
    forgetAll: '全部忘掉',
    forgotten: '已忘掉，下次导入会重新识别',
    none: '还没有记住的对应关系',
    noneHint: '导入时改过列的用途、版式、指标名称等，会按表头记在这里。'
  },
  audit: {
    title: '操作日志',
    hint: '最近 200 条',
    head: { at: '时间', who: '谁', what: '做了什么', subject: '对象', reason: '理由' },
    none: '还没有记录'
  }
} as const
