import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './db/schema/organisation.ts',
    './db/schema/scheme.ts',
    './db/schema/period.ts',
    './db/schema/intake.ts',
    './db/schema/template.ts',
    './db/schema/decision.ts',
    './db/schema/results.ts',
    './db/schema/report.ts',
    './db/schema/register.ts',
    './db/schema/supervision.ts',
    './db/schema/cadence.ts',
    './db/schema/selfReview.ts',
    './db/schema/evaluation.ts',
    './db/schema/honour.ts',
    './db/schema/system.ts'
  ],
  out: './db/migrations'
})
