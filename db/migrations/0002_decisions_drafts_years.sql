CREATE TABLE `scheme_draft` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`year` integer,
	`origin` text,
	`definition` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`basis` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	`revoke_reason` text,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_type" CHECK("decision"."type" IN ('VETO','TIE','IMPUTATION','EXEMPTION','GRADE','LEADERSHIP')),
	CONSTRAINT "decision_payload" CHECK(json_extract("decision"."payload", '$.type') IS "decision"."type"),
	CONSTRAINT "decision_revoked" CHECK(("decision"."revoked_at" IS NULL) = ("decision"."revoked_by" IS NULL) AND ("decision"."revoked_at" IS NULL) = ("decision"."revoke_reason" IS NULL))
);
--> statement-breakpoint
CREATE INDEX `decision_period` ON `decision` (`period_id`);--> statement-breakpoint
CREATE TABLE `year_snapshot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`year` integer NOT NULL,
	`span` text NOT NULL,
	`revision` integer NOT NULL,
	`payload` text NOT NULL,
	`payload_hash` text NOT NULL,
	`inputs` text NOT NULL,
	`app_version` text NOT NULL,
	`frozen_at` text NOT NULL,
	`who` text NOT NULL,
	`reason` text NOT NULL,
	CONSTRAINT "year_snapshot_span" CHECK("year_snapshot"."span" IN ('YEAR','H1','H2')),
	CONSTRAINT "year_snapshot_revision_from_1" CHECK("year_snapshot"."revision" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `year_snapshot_public_id_unique` ON `year_snapshot` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `year_snapshot_revision` ON `year_snapshot` (`year`,`span`,`revision`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_unit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`kind` text NOT NULL,
	`line_id` integer,
	`sort_no` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_kind" CHECK("__new_unit"."kind" IN ('DEPARTMENT','AFFILIATE','SUBSIDIARY','TOWNSHIP','TASK_FORCE','WORK','SERVICE','PERSON'))
);
--> statement-breakpoint
INSERT INTO `__new_unit`("id", "code", "name", "short_name", "kind", "line_id", "sort_no", "active") SELECT "id", "code", "name", "short_name", "kind", "line_id", "sort_no", "active" FROM `unit`;--> statement-breakpoint
DROP TABLE `unit`;--> statement-breakpoint
ALTER TABLE `__new_unit` RENAME TO `unit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code_unique` ON `unit` (`code`);--> statement-breakpoint
CREATE INDEX `unit_line` ON `unit` (`line_id`);--> statement-breakpoint
CREATE TABLE `__new_indicator_spec` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indicator_id` integer NOT NULL,
	`dimension_id` integer NOT NULL,
	`name` text NOT NULL,
	`full_mark` text NOT NULL,
	`rule_kind` text NOT NULL,
	`rule_params` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`nature` text NOT NULL,
	`precision` integer NOT NULL,
	`aliases` text NOT NULL,
	`applies_to` text NOT NULL,
	`provider` text,
	`owner` text,
	`missing` text,
	`clause` text,
	`sort_no` integer NOT NULL,
	`parts` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dimension_id`) REFERENCES `dimension`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_spec_full_mark" CHECK("__new_indicator_spec"."full_mark" IS NULL OR ("__new_indicator_spec"."full_mark" GLOB '*[0-9]' AND "__new_indicator_spec"."full_mark" GLOB '[-0-9]*' AND "__new_indicator_spec"."full_mark" NOT GLOB '*[^-.0-9]*' AND "__new_indicator_spec"."full_mark" NOT GLOB '?*-*' AND "__new_indicator_spec"."full_mark" NOT GLOB '*.*.*' AND "__new_indicator_spec"."full_mark" NOT GLOB '-.*')),
	CONSTRAINT "indicator_spec_missing" CHECK("__new_indicator_spec"."missing" IN ('BLOCK_UNIT','ZERO','FLOOR','DEDUCT')),
	CONSTRAINT "indicator_spec_direction" CHECK("__new_indicator_spec"."direction" IN ('UP','DOWN','TARGET')),
	CONSTRAINT "indicator_spec_nature" CHECK("__new_indicator_spec"."nature" IN ('PERIOD','CUMULATIVE'))
);
--> statement-breakpoint
INSERT INTO `__new_indicator_spec`("id", "indicator_id", "dimension_id", "name", "full_mark", "rule_kind", "rule_params", "unit", "direction", "nature", "precision", "aliases", "applies_to", "provider", "owner", "missing", "clause", "sort_no") SELECT "id", "indicator_id", "dimension_id", "name", "full_mark", "rule_kind", "rule_params", "unit", "direction", "nature", "precision", "aliases", "applies_to", "provider", "owner", "missing", "clause", "sort_no" FROM `indicator_spec`;--> statement-breakpoint
DROP TABLE `indicator_spec`;--> statement-breakpoint
ALTER TABLE `__new_indicator_spec` RENAME TO `indicator_spec`;--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_spec_once` ON `indicator_spec` (`dimension_id`,`indicator_id`);--> statement-breakpoint
CREATE INDEX `indicator_spec_indicator` ON `indicator_spec` (`indicator_id`);--> statement-breakpoint
ALTER TABLE `dimension` ADD `parts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `race` ADD `parts` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
-- A frozen year is as immutable as a frozen quarter.
CREATE TRIGGER `year_snapshot_no_update` BEFORE UPDATE ON `year_snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `year_snapshot_no_delete` BEFORE DELETE ON `year_snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
-- A decision may be revoked, once; nothing else of it ever changes.
CREATE TRIGGER `decision_no_update` BEFORE UPDATE ON `decision` WHEN NOT (OLD.`revoked_at` IS NULL AND NEW.`revoked_at` IS NOT NULL AND NEW.`id` IS OLD.`id` AND NEW.`period_id` IS OLD.`period_id` AND NEW.`type` IS OLD.`type` AND NEW.`payload` IS OLD.`payload` AND NEW.`basis` IS OLD.`basis` AND NEW.`decided_by` IS OLD.`decided_by` AND NEW.`decided_on` IS OLD.`decided_on` AND NEW.`recorded_at` IS OLD.`recorded_at` AND NEW.`recorded_by` IS OLD.`recorded_by`) BEGIN SELECT RAISE(ABORT, 'the ledger of decisions is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `decision_no_delete` BEFORE DELETE ON `decision` BEGIN SELECT RAISE(ABORT, 'the ledger of decisions is append only'); END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes the old row without firing its delete trigger (recursive_triggers is off by default).
CREATE TRIGGER `year_snapshot_no_replace` BEFORE INSERT ON `year_snapshot` WHEN EXISTS (SELECT 1 FROM `year_snapshot` WHERE `id` = NEW.`id` OR `public_id` = NEW.`public_id` OR (`year` = NEW.`year` AND `span` = NEW.`span` AND `revision` = NEW.`revision`)) BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `decision_no_replace` BEFORE INSERT ON `decision` WHEN EXISTS (SELECT 1 FROM `decision` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the ledger of decisions is append only'); END;
