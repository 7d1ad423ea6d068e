CREATE TABLE `batch_review` (
	`batch_id` integer PRIMARY KEY NOT NULL,
	`analysis` blob NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` text NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` text,
	`reason` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "batch_review_decision" CHECK("batch_review"."decision" IS NULL OR "batch_review"."decision" IN ('APPROVED','REJECTED','WITHDRAWN')),
	CONSTRAINT "batch_review_decided" CHECK(("batch_review"."decision" IS NULL) = ("batch_review"."decided_by" IS NULL) AND ("batch_review"."decision" IS NULL) = ("batch_review"."decided_at" IS NULL)),
	CONSTRAINT "batch_review_other" CHECK("batch_review"."decision" IS NULL OR "batch_review"."decision" = 'WITHDRAWN' OR "batch_review"."decided_by" <> "batch_review"."requested_by")
);
--> statement-breakpoint
CREATE TABLE `import_memory` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fingerprint` text NOT NULL,
	`labels` text NOT NULL,
	`mapping` text NOT NULL,
	`batch_id` integer NOT NULL,
	`sheet` text NOT NULL,
	`remembered_at` text NOT NULL,
	`remembered_by` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_memory_fingerprint_unique` ON `import_memory` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `import_memory_batch` ON `import_memory` (`batch_id`);--> statement-breakpoint
CREATE TABLE `issued_template` (
	`public_id` text PRIMARY KEY NOT NULL,
	`period_id` integer NOT NULL,
	`scheme_version_id` integer NOT NULL,
	`unit_id` integer,
	`file_name` text NOT NULL,
	`checksum` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheme_version_id`) REFERENCES `scheme_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issued_template_period` ON `issued_template` (`period_id`);--> statement-breakpoint
CREATE INDEX `issued_template_unit` ON `issued_template` (`unit_id`);--> statement-breakpoint
CREATE INDEX `issued_template_scheme` ON `issued_template` (`scheme_version_id`);--> statement-breakpoint
CREATE TABLE `own_template` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`workbook` blob NOT NULL,
	`places` text NOT NULL,
	`period_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_template_period` ON `own_template` (`period_id`);--> statement-breakpoint
ALTER TABLE `batch_source` ADD `file` blob;