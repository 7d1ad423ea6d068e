CREATE TABLE `report_template` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`file` blob NOT NULL,
	`places` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`ended_at` text,
	CONSTRAINT "report_template_format" CHECK("report_template"."format" IN ('xlsx','xlsm','docx','pptx'))
);
--> statement-breakpoint
CREATE TABLE `report_text` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`snapshot_id` integer,
	`report` text NOT NULL,
	`paragraphs` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_text_period` ON `report_text` (`period_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_text_frozen` ON `report_text` (`snapshot_id`,`report`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_text_preview` ON `report_text` (`period_id`,`report`) WHERE "report_text"."snapshot_id" IS NULL;