import { ballotShare } from './kinds/ballotShare.ts'
import { deductList } from './kinds/deductList.ts'
import { diffFromTarget } from './kinds/diffFromTarget.ts'
import { directionTable } from './kinds/directionTable.ts'
import { directScore } from './kinds/directScore.ts'
import { efficacyTiers } from './kinds/efficacyTiers.ts'
import { externalRank } from './kinds/externalRank.ts'
import { intervalTable } from './kinds/intervalTable.ts'
import { judgeMean } from './kinds/judgeMean.ts'
import { manualScore } from './kinds/manualScore.ts'
import { minMax } from './kinds/minMax.ts'
import { rankPoints } from './kinds/rankPoints.ts'
import { ratioToBest } from './kinds/ratioToBest.ts'
import { ratioToTarget } from './kinds/ratioToTarget.ts'
import { sasacGrowth } from './kinds/sasacGrowth.ts'
import { threshold } from './kinds/threshold.ts'
import type { Oracle } from './oracleCase.ts'

/** One oracle for each kind of the registry. */
export const ORACLES: readonly Oracle[] = [
  ratioToTarget,
  diffFromTarget,
  directionTable,
  sasacGrowth,
  threshold,
  intervalTable,
  efficacyTiers,
  minMax,
  ratioToBest,
  rankPoints,
  externalRank,
  deductList,
  judgeMean,
  ballotShare,
  directScore,
  manualScore
]
