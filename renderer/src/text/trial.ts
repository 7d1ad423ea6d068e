/** 试算: one rule on made-up numbers, by the engine that scores quarters. */
export const trialText = {
  title: '试算',
  note: '换一种计分方式、改一个数，得分怎么变；和正式计分用同一套算法，不改动任何数据。',
  fill: '填入示例',
  filled: (title: string) => `已填入示例：${title}`,
  copyResult: '复制结果',
  copyCase: '复制为文件内容',
  copyCaseHint: '复制成 JSON，存成文件后命令行 liangji try 可以算出同样的结果',
  copied: '已复制',
  notCopied: '复制不了，请手工选中复制。',
  rule: {
    title: '计分方式',
    kind: '计分方式',
    source: '出处',
    noSource: '没有公开的写法',
    fromScheme: '从方案里取一项指标',
    fromSchemeHint: '带上目标和单位',
    noScheme: '本季度还没有方案',
    taken: (name: string, group: string | null) =>
      `已取「${name}」的计分方式和目标${group === null ? '' : `，只取「${group}」的单位（各组分开比较）`}；改动只在试算里，不影响方案。`,
    words: '读出来是这样',
    incomplete: '把下面的参数填完整，这里把规则读出来。',
    params: '参数'
  },
  indicator: {
    name: '指标名称',
    unit: '计量单位',
    unitHint: '场、万元、%',
    direction: '方向',
    fullMark: '满分',
    policies: '通用规则',
    ofScheme: '用本季度方案的',
    standard: '用默认的',
    directions: { UP: '越高越好', DOWN: '越低越好', TARGET: '越接近目标越好' }
  },
  table: {
    title: '参加比较的单位',
    hint: '可以从 Excel 复制一片格子，在任一格里粘贴；「/」是不适用，空着是缺报',
    unit: '单位',
    first: '在这里写单位，或粘贴',
    ranked: '参加比较',
    rankedHint: '不勾就是单列：计分，不影响别的单位',
    target: '目标',
    stretch: '奋斗目标',
    rankTarget: '排位目标',
    actual: '实际',
    place: '名次',
    score: '评分',
    by: '给分人',
    reason: '理由',
    marks: '各人评分',
    marksHint: '用顿号或空格分开',
    result: '得分',
    exact: '未取舍',
    clear: '清空',
    remove: (unit: string) => `删除 ${unit}`,
    cell: (unit: string, column: string) => `${unit} ${column}`,
    row: (number: number) => `第 ${number} 行`
  },
  status: { SCORED: '', NA: '不适用', MISSING: '缺报', REFUSED: '不能计分' },
  wrong: {
    cells: (count: number) => `有 ${count} 格要改`,
    twice: (unit: string) => `单位「${unit}」写了两次，请改一个名称。`,
    noName: '有数的行要写单位名称。',
    nobody: '先写上单位和数，或填入示例。',
    params: '参数还不完整，填完就算。',
    fullMark: '满分要写一个数。'
  },
  why: {
    title: (unit: string) => `${unit} 怎么得的分`,
    choose: '点一个单位，看它的得分是怎么来的。',
    sentence: '算式',
    steps: '步骤',
    inputs: '用到的数',
    notes: '说明',
    choices: '方案的选择',
    problems: '这条规则的检查'
  },
  computing: '正在计算…',
  text: {
    rule: '计分方式',
    fullMark: '满分',
    exact: '未取舍'
  }
} as const
