import type { RankMode } from '#shared/domain/scheme/schemeDefinition.ts'

/** Words of the fields that all settings share. */
export const settingsFieldText = {
  notNumber: '请填一个数',
  notInteger: '请填整数',
  up: (name: string) => `${name} 上移`,
  down: (name: string) => `${name} 下移`,
  remove: (name: string) => `删除 ${name}`
} as const

/** 单位与组别 of the editor. */
export const unitsText = {
  nav: '单位与组别的各部分',
  sections: { UNITS: '单位', GROUPS: '组别', LINES: '战线', SUCCESSIONS: '沿革' },
  title: '单位',
  hint: (count: number) => `${count} 个，按机构顺序；并列时按这个顺序排列`,
  add: '加单位',
  paste: '粘贴名单…',
  remove: '删除所选',
  removeOne: '删除',
  selected: (count: number) => `已选 ${count} 个`,
  selectAll: '全选',
  select: (name: string) => `选 ${name}`,
  head: {
    order: '序',
    name: '名称',
    short: '简称',
    kind: '性质',
    line: '战线',
    group: '组别',
    staff: '在编',
    span: '参加季度'
  },
  pane: '单位资料',
  choose: '左边选一个单位，这里改它的资料。',
  noName: '还没有名称',
  noGroup: '没有组别',
  twice: '在两个组',
  name: '名称',
  namePlaceholder: '全称，如 群众体育处',
  short: '简称',
  shortHint: '表窄时用',
  kind: '性质',
  line: '战线',
  noLine: '不分战线',
  groupOf: (race: string) => `组别（${race}）`,
  group: '组别',
  noGroupYet: '还没有组别',
  aliases: '别名',
  aliasesHint: '报送表里的其他写法，回车分开',
  aliasesPlaceholder: '如 群体处、群众体育处（本级）',
  staff: '在编人数',
  staffHint: '算个人优秀名额用，可以不填',
  from: '从哪个季度起参加',
  until: '到哪个季度为止',
  always: '一直参加',
  up: '上移',
  down: '下移',

  added: '加单位',
  edited: '改单位资料',
  moved: '调整机构顺序',
  removed: (name: string, targets: number) =>
    `已删除${name}${targets > 0 ? `，连同 ${targets} 条目标` : ''}。Ctrl+Z 可以撤销。`,
  removedLabel: '删除单位',
  none: {
    title: '还没有单位',
    hint: '一个一个加，或从 Excel 复制一列名称，一次贴进来。顺序就是机构顺序。'
  },
  pasteDialog: {
    title: '粘贴单位名单',
    how: '从 Excel 复制一列或几列贴到这里，一行一个单位。第一行可以写表头：单位、简称、性质、在编人数、组别；没有表头时只读名称。',
    box: '名单',
    placeholder: '办公室\n组织人事处\n规划财务处',
    kind: '没写性质的算作',
    group: '没写组别的放到',
    later: '以后再分组',
    status: { NEW: '新加', KNOWN: '方案里已有，跳过', TWICE: '名单里重复，跳过' },
    newGroup: (name: string) => `还没有组别「${name}」，会新建`,
    apply: (count: number) => `加入 ${count} 个单位`,
    nothing: '还没有可以加入的单位',
    label: '粘贴单位名单'
  }
} as const

export const groupsText = {
  title: '组别',
  hint: '同组的单位一起排名；一个单位在一个赛项里只能属于一个组',
  race: '赛项',
  unused: '没有用到的组别',
  add: '加组别',
  newName: '新组别',
  unassigned: '还没有分组',
  unassignedDone: '都分好了。',
  members: (ranked: number, listed: number, excluded: number) =>
    [`${ranked} 个排名`, listed > 0 ? `${listed} 个单列` : '', excluded > 0 ? `${excluded} 个不参加` : '']
      .filter(Boolean)
      .join('，'),
  name: '组别名称',
  removeGroup: (name: string) => `删除组别 ${name}`,
  removed: (name: string) => `已删除组别「${name}」，成员回到「还没有分组」。Ctrl+Z 可以撤销。`,
  empty: '把单位拖到这里，或勾选后移过来。',
  selected: (count: number) => (count === 0 ? '先勾选单位，再移到组里' : `已选 ${count} 个`),
  moveTo: '移到',
  out: '不分组',
  mode: '排名方式',
  clear: '取消勾选',
  double: '重复',
  doubleTitle: (names: string) => `同时在 ${names}，请只留一处`,
  faults: (unassigned: number, double: number) =>
    [unassigned > 0 ? `${unassigned} 个单位还没有分组` : '', double > 0 ? `${double} 个单位在两个组里` : '']
      .filter(Boolean)
      .join('，'),
  takeOut: (unit: string, group: string) => `把 ${unit} 移出 ${group}`,
  modes: {
    RANKED: '计分，排名次。',
    LISTED_NOT_RANKED: '计分，不排名，不影响别的单位的分（如牵头考核的处室）。',
    EXCLUDED: '不计分，不出现在表里。'
  } satisfies Record<RankMode, string>,
  labels: {
    add: '加组别',
    rename: '改组别名称',
    remove: '删除组别',
    assign: '分组',
    mode: '改排名方式'
  },
  none: {
    title: '还没有组别',
    hint: '性质相近的单位放在一组排名，例如机关处室一组、直属单位一组。'
  }
} as const

export const linesText = {
  title: '战线',
  hint: '一起承担任务的处室；需要「战线排名」时用，可以不分',
  add: '加战线',
  name: '战线名称',
  members: '单位',
  newName: '新战线',
  labels: { add: '加战线', edit: '改战线', remove: '删除战线' },
  none: { title: '没有分战线', hint: '不需要战线排名就不用分。' }
} as const

export const successionText = {
  title: '沿革',
  hint: '年内改名、合并、拆分、撤销的单位',
  add: '加一条沿革',
  kind: '发生了什么',
  kinds: { RENAME: '改名', MERGE: '合并', SPLIT: '拆分', ABOLISH: '撤销' },
  from: '原单位',
  to: '新单位',
  effective: '从哪个季度起',
  basis: '依据',
  basisPlaceholder: '文号或会议纪要',
  inherit: '继承原单位的成绩',
  inheritHint: '不写就从头算起',
  inheritAdd: '加一行继承',
  percent: '份额',
  takes: '新单位',
  gives: '原单位',
  choose: '选单位',
  labels: { add: '加沿革', edit: '改沿革', remove: '删除沿革' },
  none: {
    title: '没有单位变动',
    hint: '单位年内改名、合并、拆分或撤销时，在这里写明从哪个季度起、怎么接续。名次表按季度自动换单位。'
  },
  incomplete: '选好单位和季度，这里说明怎么算。'
} as const
