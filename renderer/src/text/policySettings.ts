/** 通用规则 of the editor. The questions themselves are in policyQuestions.ts. */
export const policySettingsText = {
  nav: '通用规则的各部分',
  sections: {
    ROUNDING: '小数和取舍',
    ABSENT: '不适用和缺报',
    POINTS: '加分封顶',
    PLACES: '名次和比较',
    WORDS: '格里的字',
    PROGRESS: '进度和状态'
  },
  intro: '这些地方，公开的考核办法写法不一或没有写。每份方案答一次；影响到结果的，会印在报表的表脚。',
  standard: '默认',
  answered: '已回答',
  open: '没有回答，按默认',
  openCount: (count: number) => `${count} 问没有回答`,
  allAnswered: '都回答了',
  keepAll: '其余都按默认',
  keepOne: '就按默认',
  takeBack: '取消回答',
  source: '出处',
  floor: '按满分的百分之几计',
  points: '扣几分',
  only: (question: string, label: string) => `只在「${question}」答了「${label}」时有用，现在不起作用。`,
  labels: { answer: '改通用规则', keep: '通用规则按默认', words: '改格里的字', progress: '改进度和状态' },
  words: {
    title: '格里的字',
    hint: '数字格里写了字，是什么意思',
    word: '写的字',
    meaning: '意思',
    effect: '怎么算',
    add: '加一个字',
    reset: '恢复默认',
    placeholder: '如 未安排',
    meanings: { NA: '不适用', MISSING: '没有报', ZERO: '确实为 0' },
    effects: {
      NA: '不进分子也不进分母。',
      MISSING: '当作缺报，会催报。',
      ZERO: '当作 0 计分。'
    },
    count: (count: number) => `${count} 个`,
    empty: { title: '没有认得的字', hint: '数字格里写了字，导入时都会逐个问。' },
    exists: (word: string) => `「${word}」已经有了`
  },
  progress: {
    completion: '指标完成率',
    completionHint: '单位的指标按完成率标「达标」「稍缓」「落后」',
    met: '达到这个比例算达标',
    slightlyBehind: '达到这个比例算稍缓，再低算落后',
    says: (met: string, slight: string) =>
      `完成率 ${met}% 及以上是达标，${slight}% 到 ${met}% 是稍缓，${slight}% 以下是落后。`,
    upsideDown: '「稍缓」的线不能高于「达标」的线。',
    behind: '工作进度',
    behindHint: '比计划落后几个百分点，算什么状态',
    source:
      '出处：银川，落后 10—30 个百分点黄灯、30 以上红灯（S43）。原文没有规定 0—10，推荐算「略滞后」（算例 G16：计划 75%，完成 66%，落后 9 个百分点）。',
    head: { from: '从', to: '到', including: '含', status: '状态' },
    noFrom: '不限',
    add: '加一行',
    gap: (piece: string) => `${piece} 没有规定是什么状态`,
    overlap: (piece: string) => `${piece} 有两种状态`,
    gapWord: '空档',
    overlapWord: '重叠',
    complete: '每个数都正好落在一行里。',
    picture: '进度落后多少的数轴',
    ahead: '超前',
    late: '落后（百分点）',
    reset: '恢复默认',
    row: (number: number) => `第 ${number} 行`,
    vocabulary: '状态用什么画出来',
    vocabularyHint: '存的是状态，颜色和牌子只是画法；一张表里只用一种'
  },
  vocabularies: {
    RED_IS_GOOD: {
      name: '红为达标',
      sample: '红字达标 · 黄字稍缓 · 黑字落后',
      hint: '「全年红」「全线红」的说法：红是好事。'
    },
    LIGHTS: {
      name: '红绿灯',
      sample: '绿灯正常 · 黄灯略滞后 · 红灯滞后',
      hint: '银川的督查用法（S43）：红是警告。'
    },
    PLATES: {
      name: '红黄牌',
      sample: '红牌表扬 · 黄牌提醒',
      hint: '渭南每个专题前三名红牌、末名黄牌（S49）。'
    },
    FLAGS: { name: '红黄旗', sample: '流动红旗 · 黄旗', hint: '流动红旗按季度评，不是一直有（S54）。' },
    BOARDS: {
      name: '红黑榜',
      sample: '红榜 · 黑榜',
      hint: '超额完成且名列前茅上红榜，没完成且名次靠后上黑榜（S55）。'
    }
  }
} as const
