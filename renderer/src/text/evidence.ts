export const evidenceText = {
  none: '没有佐证文件。',
  noneHint: '还没有佐证文件；可以点下面添加，也可以把文件拖到这里。',
  add: '添加文件',
  undo: '放回去',
  replace: '重新指认…',
  remove: (name: string) => `拿掉 ${name}`,
  removed: (name: string) => `已拿掉《${name}》，存着的副本还在`,
  states: { MISSING: '副本不见了', CHANGED: '副本被改过' }
} as const
