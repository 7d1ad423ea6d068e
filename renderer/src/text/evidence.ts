/** Files that bear something out. */
export const evidenceText = {
  title: '佐证材料',
  none: '还没有材料',
  add: '添加材料',
  dropHere: '把文件拖到这里',
  dropToAdd: '松开就加进来',
  states: { MISSING: '文件不在了', CHANGED: '文件被改过' },
  replace: '重新指定',
  replaced: '已重新指定',
  remove: '移除',
  removed: (name: string) => `已移除「${name}」，台账里仍留有记录`,
  undo: '撤销',
  added: (count: number) => `已添加 ${count} 份材料`,
  already: (names: readonly string[]) => `这份材料原来就有：${names.join('、')}`,
  about: (size: string, by: string, at: string) => `${size}，${by} ${at} 添加`,
  reveal: '打开所在文件夹'
} as const
