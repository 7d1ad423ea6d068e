/** Invented 加减分 events; `date` is ISO. Points are positive, the class says which way they count. */
export interface SampleAdjustment {
  unit: string
  classCode: string
  date: string
  points: string
  reason: string
  evidence: string
  approver: string
}

const entry = (
  unit: string,
  classCode: string,
  date: string,
  points: string,
  reason: string,
  evidence: string,
  approver = '分管领导'
): SampleAdjustment => ({ unit, classCode, date, points, reason, evidence, approver })

export const adjustments2026Q3: readonly SampleAdjustment[] = [
  entry('mass', 'visit', '2026-07-15', '0.5', '走访基层健身站点1个', '走访记录1份'),
  entry('elite', 'commend', '2026-08-20', '2', '省级赛事组织工作获通报表扬', '省局通报'),
  entry('youth', 'excel', '2026-09-10', '0.5', '青少年赛事经验在市级会议交流', '会议材料'),
  entry('industry', 'commend', '2026-07-22', '3', '体育产业示范项目获省级表彰', '表彰文件'),
  entry('industry', 'commend', '2026-08-18', '2.5', '消费季活动获市级表彰', '表彰文件'),
  entry('industry', 'excel', '2026-09-03', '3', '承办全省体育产业推介会', '会议通知'),
  entry('industry', 'visit', '2026-09-12', '4', '走访体育企业8家，每家0.5分', '走访记录8份'),
  entry('approval', 'excel', '2026-08-05', '1', '“一件事”改革做法被市级推广', '简报第12期'),
  entry('finance', 'visit', '2026-07-30', '0.5', '走访项目业主单位1家', '走访记录1份'),
  entry('science', 'commend', '2026-09-01', '1', '宣传作品获市级奖项', '获奖证书'),
  entry('personnel', 'excel', '2026-09-18', '0.5', '培训课程被市级采用', '采用通知'),
  entry('veterans', 'visit', '2026-08-11', '1', '走访社区老年体协2家', '走访记录2份'),
  entry('fitness', 'excel', '2026-08-08', '0.5', '全民健身日主会场活动获市级点名表扬', '简报'),
  entry('water', 'commend', '2026-09-06', '2', '运动队获省级先进集体', '表彰文件'),
  entry('lottery', 'visit', '2026-08-27', '0.5', '走访彩票站点1家', '走访记录1份'),
  entry('events', 'excel', '2026-09-20', '1.5', '赛事办赛指南被省级采用', '采用通知'),
  entry('testing', 'visit', '2026-07-18', '0.5', '送监测进社区1次', '活动记录'),
  entry('safety', 'overdue', '2026-08-14', '1', '场馆消防督办事项逾期6天', '督办单'),
  entry('legal', 'late', '2026-07-06', '0.5', '半年材料迟报1天', '报送登记'),
  entry('olympic', 'overdue', '2026-09-15', '1', '看台修缮督办事项逾期4天', '督办单'),
  entry('research', 'returned', '2026-09-22', '0.5', '课题材料退回重报', '退回单'),
  entry('venues', 'late', '2026-07-08', '0.5', '开放数据迟报2天', '报送登记')
]

export const adjustments2026Q2: readonly SampleAdjustment[] = [
  entry('elite', 'commend', '2026-05-18', '1', '省级赛事成绩突出获通报表扬', '表彰文件'),
  entry('mass', 'excel', '2026-06-12', '0.5', '社区运动会做法获市级推广', '简报第8期'),
  entry('finance', 'excel', '2026-06-20', '0.5', '预算绩效管理获市级通报表扬', '通报'),
  entry('legal', 'visit', '2026-05-26', '0.5', '走访改革试点单位1家', '走访记录1份'),
  entry('venues', 'visit', '2026-04-22', '1', '走访镇街场馆2家', '走访记录2份'),
  entry('fitness', 'commend', '2026-06-08', '1', '获市级先进集体', '表彰文件'),
  entry('school', 'excel', '2026-05-30', '0.5', '办学经验在市级会议交流', '会议材料'),
  entry('olympic', 'excel', '2026-06-16', '1', '大型活动保障获市级表扬', '通报'),
  entry('safety', 'overdue', '2026-06-09', '0.5', '安全检查督办事项逾期2天', '督办单'),
  entry('approval', 'returned', '2026-06-18', '0.5', '材料退回重报', '退回单'),
  entry('audit', 'late', '2026-04-09', '1', '一季度材料迟报3天', '报送登记'),
  entry('events', 'late', '2026-05-06', '0.5', '赛事月报迟报1天', '报送登记')
]
