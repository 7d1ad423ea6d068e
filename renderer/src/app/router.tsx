import type { ReactElement } from 'react'
import { Route, Routes } from 'react-router'
import { AdjustmentsPage } from '../features/adjustments/AdjustmentsPage.tsx'
import { BatchPage } from '../features/batches/BatchPage.tsx'
import { BoardsPage } from '../features/boards/BoardsPage.tsx'
import { DisplayPage } from '../features/display/DisplayPage.tsx'
import { DecisionsPage } from '../features/decisions/DecisionsPage.tsx'
import { GapsPage } from '../features/gaps/GapsPage.tsx'
import { ImportPage } from '../features/import/ImportPage.tsx'
import { OverviewPage } from '../features/overview/OverviewPage.tsx'
import { RankingPage } from '../features/ranking/RankingPage.tsx'
import { ReportPage } from '../features/report/ReportPage.tsx'
import { PlacesPage } from '../features/reportTemplates/PlacesPage.tsx'
import { ReportTemplatesPage } from '../features/reportTemplates/ReportTemplatesPage.tsx'
import { SchemePage } from '../features/scheme/SchemePage.tsx'
import { EditorPage } from '../features/schemeEditor/EditorPage.tsx'
import { SettingsPage } from '../features/settings/SettingsPage.tsx'
import { SubmissionsPage } from '../features/submissions/SubmissionsPage.tsx'
import { TemplatesPage } from '../features/templates/TemplatesPage.tsx'
import { TrialPage } from '../features/trial/TrialPage.tsx'
import { UnitListPage } from '../features/unit/UnitListPage.tsx'
import { UnitPage } from '../features/unit/UnitPage.tsx'
import { YearPage } from '../features/year/YearPage.tsx'
import { RegistersPage } from '../features/registers/RegistersPage.tsx'
import { SupervisionPage } from '../features/supervision/SupervisionPage.tsx'
import { CadencePage } from '../features/cadence/CadencePage.tsx'
import { SelfReviewPage } from '../features/selfReview/SelfReviewPage.tsx'
import { EvaluationPage } from '../features/evaluation/EvaluationPage.tsx'
import { EvaluationShowPage } from '../features/evaluation/EvaluationShowPage.tsx'
import { RoundPage } from '../features/evaluation/RoundPage.tsx'
import { HonoursPage } from '../features/honours/HonoursPage.tsx'
import { RacesPage } from '../features/races/RacesPage.tsx'
import { StatementsPage } from '../features/statements/StatementsPage.tsx'
import { ReviewPage } from '../features/review/ReviewPage.tsx'
import { ReviewShow } from '../features/review/ReviewShow.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'
import { Shell } from './Shell.tsx'

/** Every screen behind the shell. */
export function Screens(props: { lastBackup: string | null; warning: string | null }): ReactElement {
  return (
    <Routes>
      <Route path={paths.display} element={<DisplayPage />} />
      <Route path={paths.reviewShow} element={<ReviewShow />} />
      <Route path={'/show/evaluation/:id'} element={<EvaluationShowPage />} />
      <Route element={<Shell {...props} />}>
        <Route path={paths.overview} element={<OverviewPage />} />
        <Route path={paths.scheme} element={<SchemePage />} />
        <Route path={'/scheme/edit/:id'} element={<EditorPage />} />
        <Route path={paths.gaps} element={<GapsPage />} />
        <Route path={paths.submissions} element={<SubmissionsPage />} />
        <Route path={paths.templates} element={<TemplatesPage />} />
        <Route path={paths.adjustments} element={<AdjustmentsPage />} />
        <Route path={paths.decisions} element={<DecisionsPage />} />
        <Route path={paths.ranking} element={<RankingPage />} />
        <Route path={paths.boards} element={<BoardsPage />} />
        <Route path={paths.year} element={<YearPage />} />
        <Route path={paths.registers} element={<RegistersPage />} />
        <Route path={paths.slips} element={<SupervisionPage />} />
        <Route path={paths.cadence} element={<CadencePage />} />
        <Route path={paths.selfReview} element={<SelfReviewPage />} />
        <Route path={paths.evaluation} element={<EvaluationPage />} />
        <Route path={'/evaluation/:id'} element={<RoundPage />} />
        <Route path={paths.honours} element={<HonoursPage />} />
        <Route path={paths.races} element={<RacesPage />} />
        <Route path={paths.statements} element={<StatementsPage />} />
        <Route path={paths.review} element={<ReviewPage />} />
        <Route path={paths.units} element={<UnitListPage />} />
        <Route path={'/unit/:unit'} element={<UnitPage />} />
        <Route path={paths.import} element={<ImportPage />} />
        <Route path={'/import/batch/:batch'} element={<BatchPage />} />
        <Route path={paths.report} element={<ReportPage />} />
        <Route path={paths.reportTemplates} element={<ReportTemplatesPage />} />
        <Route path={'/report/templates/:id'} element={<PlacesPage />} />
        <Route path={paths.trial} element={<TrialPage />} />
        <Route path={paths.settings} element={<SettingsPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
