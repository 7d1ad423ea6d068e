CREATE TABLE `group_membership` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`from_period` text NOT NULL,
	`to_period` text,
	`rank_mode` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `unit_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_membership_span" CHECK("group_membership"."to_period" IS NULL OR "group_membership"."to_period" > "group_membership"."from_period"),
	CONSTRAINT "group_membership_rank_mode" CHECK("group_membership"."rank_mode" IN ('RANKED','LISTED_NOT_RANKED','EXCLUDED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_membership_open` ON `group_membership` (`group_id`,`unit_id`) WHERE "group_membership"."to_period" IS NULL;--> statement-breakpoint
CREATE INDEX `group_membership_unit` ON `group_membership` (`unit_id`);--> statement-breakpoint
CREATE TABLE `line` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `line_code_unique` ON `line` (`code`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`kind` text NOT NULL,
	`line_id` integer,
	`sort_no` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_kind" CHECK("unit"."kind" IN ('DEPARTMENT','AFFILIATE','SUBSIDIARY','TOWNSHIP','TASK_FORCE'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code_unique` ON `unit` (`code`);--> statement-breakpoint
CREATE INDEX `unit_line` ON `unit` (`line_id`);--> statement-breakpoint
CREATE TABLE `unit_alias` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`text` text NOT NULL,
	`normalised` text NOT NULL,
	`source` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_alias_source" CHECK("unit_alias"."source" IN ('import','user'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_alias_live` ON `unit_alias` (`normalised`) WHERE "unit_alias"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX `unit_alias_unit` ON `unit_alias` (`unit_id`);--> statement-breakpoint
CREATE TABLE `unit_group` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`sort_no` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_group_code_unique` ON `unit_group` (`code`);--> statement-breakpoint
CREATE TABLE `unit_succession` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_unit_id` integer NOT NULL,
	`to_unit_id` integer,
	`kind` text NOT NULL,
	`effective_date` text NOT NULL,
	`share` text,
	`basis` text,
	FOREIGN KEY (`from_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_succession_kind" CHECK("unit_succession"."kind" IN ('RENAME','MERGE','SPLIT','ABOLISH')),
	CONSTRAINT "unit_succession_target" CHECK(("unit_succession"."to_unit_id" IS NULL) = ("unit_succession"."kind" = 'ABOLISH')),
	CONSTRAINT "unit_succession_share" CHECK("unit_succession"."share" IS NULL OR ("unit_succession"."share" GLOB '*[0-9]' AND "unit_succession"."share" GLOB '[-0-9]*' AND "unit_succession"."share" NOT GLOB '*[^-.0-9]*' AND "unit_succession"."share" NOT GLOB '?*-*' AND "unit_succession"."share" NOT GLOB '*.*.*' AND "unit_succession"."share" NOT GLOB '-.*'))
);
--> statement-breakpoint
CREATE INDEX `unit_succession_from` ON `unit_succession` (`from_unit_id`);--> statement-breakpoint
CREATE INDEX `unit_succession_to` ON `unit_succession` (`to_unit_id`);--> statement-breakpoint
CREATE TABLE `adjustment_class` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`race_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`sign` text NOT NULL,
	`cap` text,
	`sort_no` integer NOT NULL,
	FOREIGN KEY (`race_id`) REFERENCES `race`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adjustment_class_cap" CHECK("adjustment_class"."cap" IS NULL OR ("adjustment_class"."cap" GLOB '*[0-9]' AND "adjustment_class"."cap" GLOB '[-0-9]*' AND "adjustment_class"."cap" NOT GLOB '*[^-.0-9]*' AND "adjustment_class"."cap" NOT GLOB '?*-*' AND "adjustment_class"."cap" NOT GLOB '*.*.*' AND "adjustment_class"."cap" NOT GLOB '-.*')),
	CONSTRAINT "adjustment_class_sign" CHECK("adjustment_class"."sign" IN ('BONUS','DEDUCTION'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adjustment_class_code` ON `adjustment_class` (`race_id`,`code`);--> statement-breakpoint
CREATE TABLE `dimension` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`race_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`full_mark` text NOT NULL,
	`composition` text NOT NULL,
	`sort_no` integer NOT NULL,
	FOREIGN KEY (`race_id`) REFERENCES `race`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dimension_full_mark" CHECK("dimension"."full_mark" IS NULL OR ("dimension"."full_mark" GLOB '*[0-9]' AND "dimension"."full_mark" GLOB '[-0-9]*' AND "dimension"."full_mark" NOT GLOB '*[^-.0-9]*' AND "dimension"."full_mark" NOT GLOB '?*-*' AND "dimension"."full_mark" NOT GLOB '*.*.*' AND "dimension"."full_mark" NOT GLOB '-.*')),
	CONSTRAINT "dimension_composition" CHECK("dimension"."composition" IN ('SUM','WEIGHTED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dimension_code` ON `dimension` (`race_id`,`code`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scheme_id` integer NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`scheme_id`) REFERENCES `scheme`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_code` ON `indicator` (`scheme_id`,`code`);--> statement-breakpoint
CREATE TABLE `indicator_spec` (
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
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dimension_id`) REFERENCES `dimension`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_spec_full_mark" CHECK("indicator_spec"."full_mark" IS NULL OR ("indicator_spec"."full_mark" GLOB '*[0-9]' AND "indicator_spec"."full_mark" GLOB '[-0-9]*' AND "indicator_spec"."full_mark" NOT GLOB '*[^-.0-9]*' AND "indicator_spec"."full_mark" NOT GLOB '?*-*' AND "indicator_spec"."full_mark" NOT GLOB '*.*.*' AND "indicator_spec"."full_mark" NOT GLOB '-.*')),
	CONSTRAINT "indicator_spec_missing" CHECK("indicator_spec"."missing" IN ('BLOCK_UNIT','ZERO')),
	CONSTRAINT "indicator_spec_direction" CHECK("indicator_spec"."direction" IN ('UP','DOWN','TARGET')),
	CONSTRAINT "indicator_spec_nature" CHECK("indicator_spec"."nature" IN ('PERIOD','CUMULATIVE'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_spec_once` ON `indicator_spec` (`dimension_id`,`indicator_id`);--> statement-breakpoint
CREATE INDEX `indicator_spec_indicator` ON `indicator_spec` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `race` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scheme_version_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`full_mark` text NOT NULL,
	`bonus_cap` text,
	`deduction_cap` text,
	`tie_break` text NOT NULL,
	`sort_no` integer NOT NULL,
	FOREIGN KEY (`scheme_version_id`) REFERENCES `scheme_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "race_full_mark" CHECK("race"."full_mark" IS NULL OR ("race"."full_mark" GLOB '*[0-9]' AND "race"."full_mark" GLOB '[-0-9]*' AND "race"."full_mark" NOT GLOB '*[^-.0-9]*' AND "race"."full_mark" NOT GLOB '?*-*' AND "race"."full_mark" NOT GLOB '*.*.*' AND "race"."full_mark" NOT GLOB '-.*')),
	CONSTRAINT "race_bonus_cap" CHECK("race"."bonus_cap" IS NULL OR ("race"."bonus_cap" GLOB '*[0-9]' AND "race"."bonus_cap" GLOB '[-0-9]*' AND "race"."bonus_cap" NOT GLOB '*[^-.0-9]*' AND "race"."bonus_cap" NOT GLOB '?*-*' AND "race"."bonus_cap" NOT GLOB '*.*.*' AND "race"."bonus_cap" NOT GLOB '-.*')),
	CONSTRAINT "race_deduction_cap" CHECK("race"."deduction_cap" IS NULL OR ("race"."deduction_cap" GLOB '*[0-9]' AND "race"."deduction_cap" GLOB '[-0-9]*' AND "race"."deduction_cap" NOT GLOB '*[^-.0-9]*' AND "race"."deduction_cap" NOT GLOB '?*-*' AND "race"."deduction_cap" NOT GLOB '*.*.*' AND "race"."deduction_cap" NOT GLOB '-.*'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `race_code` ON `race` (`scheme_version_id`,`code`);--> statement-breakpoint
CREATE TABLE `race_group` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`race_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`sort_no` integer NOT NULL,
	FOREIGN KEY (`race_id`) REFERENCES `race`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `unit_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `race_group_once` ON `race_group` (`race_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `race_group_group` ON `race_group` (`group_id`);--> statement-breakpoint
CREATE TABLE `scheme` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheme_code_unique` ON `scheme` (`code`);--> statement-breakpoint
CREATE TABLE `scheme_version` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scheme_id` integer NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`organisation` text NOT NULL,
	`year` integer NOT NULL,
	`header` text NOT NULL,
	`definition_hash` text NOT NULL,
	`sample` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`scheme_id`) REFERENCES `scheme`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_version_status" CHECK("scheme_version"."status" IN ('draft','reviewed','active','superseded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheme_version_number` ON `scheme_version` (`scheme_id`,`number`);--> statement-breakpoint
CREATE TABLE `target` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indicator_spec_id` integer NOT NULL,
	`unit_id` integer,
	`base` text,
	`stretch` text,
	`phased` text,
	`rank_target` integer,
	`basis` text,
	`sort_no` integer NOT NULL,
	FOREIGN KEY (`indicator_spec_id`) REFERENCES `indicator_spec`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_base" CHECK("target"."base" IS NULL OR ("target"."base" GLOB '*[0-9]' AND "target"."base" GLOB '[-0-9]*' AND "target"."base" NOT GLOB '*[^-.0-9]*' AND "target"."base" NOT GLOB '?*-*' AND "target"."base" NOT GLOB '*.*.*' AND "target"."base" NOT GLOB '-.*')),
	CONSTRAINT "target_stretch" CHECK("target"."stretch" IS NULL OR ("target"."stretch" GLOB '*[0-9]' AND "target"."stretch" GLOB '[-0-9]*' AND "target"."stretch" NOT GLOB '*[^-.0-9]*' AND "target"."stretch" NOT GLOB '?*-*' AND "target"."stretch" NOT GLOB '*.*.*' AND "target"."stretch" NOT GLOB '-.*')),
	CONSTRAINT "target_rank" CHECK("target"."rank_target" > 0)
);
--> statement-breakpoint
CREATE INDEX `target_spec` ON `target` (`indicator_spec_id`);--> statement-breakpoint
CREATE INDEX `target_unit` ON `target` (`unit_id`);--> statement-breakpoint
CREATE TABLE `target_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scheme_version_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`unit_id` integer,
	`before` text,
	`after` text,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`scheme_version_id`) REFERENCES `scheme_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `target_change_version` ON `target_change` (`scheme_version_id`);--> statement-breakpoint
CREATE INDEX `target_change_indicator` ON `target_change` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `target_change_unit` ON `target_change` (`unit_id`);--> statement-breakpoint
CREATE TABLE `period` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`scheme_version_id` integer,
	`due_date` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`opened_at` text NOT NULL,
	FOREIGN KEY (`scheme_version_id`) REFERENCES `scheme_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "period_key" CHECK("period"."key" GLOB '[12][0-9][0-9][0-9]Q[1-4]'),
	CONSTRAINT "period_revision" CHECK("period"."revision" > 0),
	CONSTRAINT "period_state" CHECK("period"."state" IN ('collecting','checking','computed','frozen','published','archived'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `period_key_unique` ON `period` (`key`);--> statement-breakpoint
CREATE INDEX `period_scheme_version` ON `period` (`scheme_version_id`);--> statement-breakpoint
CREATE TABLE `period_transition` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `period_transition_period` ON `period_transition` (`period_id`);--> statement-breakpoint
CREATE TABLE `adjustment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`class_code` text NOT NULL,
	`date` text DEFAULT '' NOT NULL,
	`points` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text,
	`approver` text,
	`ordinal` integer DEFAULT 1 NOT NULL,
	`state` text DEFAULT 'effective' NOT NULL,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	`raw` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adjustment_points" CHECK("adjustment"."points" IS NULL OR ("adjustment"."points" GLOB '*[0-9]' AND "adjustment"."points" GLOB '[-0-9]*' AND "adjustment"."points" NOT GLOB '*[^-.0-9]*' AND "adjustment"."points" NOT GLOB '?*-*' AND "adjustment"."points" NOT GLOB '*.*.*' AND "adjustment"."points" NOT GLOB '-.*')),
	CONSTRAINT "adjustment_sign" CHECK("adjustment"."points" NOT GLOB '-*'),
	CONSTRAINT "adjustment_state" CHECK("adjustment"."state" IN ('draft','submitted','approved','effective','reversed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adjustment_once` ON `adjustment` (`period_id`,`unit_id`,`class_code`,`date`,`reason`,`ordinal`);--> statement-breakpoint
CREATE INDEX `adjustment_batch` ON `adjustment` (`batch_id`);--> statement-breakpoint
CREATE INDEX `adjustment_unit` ON `adjustment` (`unit_id`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`format` text NOT NULL,
	`state` text NOT NULL,
	`fixes` text NOT NULL,
	`mapping` text NOT NULL,
	`counts` text NOT NULL,
	`who` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text,
	`app_version` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "batch_sha256" CHECK(length("batch"."sha256") = 64 AND "batch"."sha256" NOT GLOB '*[^0-9a-f]*'),
	CONSTRAINT "batch_state" CHECK("batch"."state" IN ('received','parsed','issues','confirmed','merged','rejected','undone'))
);
--> statement-breakpoint
CREATE INDEX `batch_period` ON `batch` (`period_id`);--> statement-breakpoint
CREATE INDEX `batch_sha` ON `batch` (`sha256`);--> statement-breakpoint
CREATE TABLE `batch_problem` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`level` text NOT NULL,
	`code` text NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "batch_problem_level" CHECK("batch_problem"."level" IN ('error','confirm','info'))
);
--> statement-breakpoint
CREATE INDEX `batch_problem_batch` ON `batch_problem` (`batch_id`);--> statement-breakpoint
CREATE TABLE `batch_source` (
	`batch_id` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `measurement` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`field` text NOT NULL,
	`rater_group` text DEFAULT '' NOT NULL,
	`rater_name` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	`raw` text,
	`basis` text,
	`note` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measurement_field" CHECK("measurement"."field" IN ('actual','target','self','score','rating')),
	CONSTRAINT "measurement_state" CHECK("measurement"."state" IN ('VALUE','NA','MISSING','ESTIMATED')),
	CONSTRAINT "measurement_decimal" CHECK("measurement"."value" IS NULL OR ("measurement"."value" GLOB '*[0-9]' AND "measurement"."value" GLOB '[-0-9]*' AND "measurement"."value" NOT GLOB '*[^-.0-9]*' AND "measurement"."value" NOT GLOB '?*-*' AND "measurement"."value" NOT GLOB '*.*.*' AND "measurement"."value" NOT GLOB '-.*')),
	CONSTRAINT "measurement_source" CHECK(("measurement"."batch_id" IS NULL) = ("measurement"."address" IS NULL) AND ("measurement"."batch_id" IS NULL) = ("measurement"."sheet" IS NULL) AND ("measurement"."batch_id" IS NULL) = ("measurement"."raw" IS NULL) AND NOT ("measurement"."batch_id" IS NOT NULL AND "measurement"."basis" IS NOT NULL)),
	CONSTRAINT "measurement_value" CHECK(("measurement"."value" IS NULL) = ("measurement"."state" IN ('NA','MISSING')))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measurement_once` ON `measurement` (`period_id`,`unit_id`,`indicator_id`,`field`,`rater_group`,`rater_name`);--> statement-breakpoint
CREATE INDEX `measurement_batch` ON `measurement` (`batch_id`);--> statement-breakpoint
CREATE INDEX `measurement_unit` ON `measurement` (`unit_id`);--> statement-breakpoint
CREATE INDEX `measurement_indicator` ON `measurement` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `staged_cell` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`kind` text NOT NULL,
	`sheet` text NOT NULL,
	`address` text NOT NULL,
	`raw` text NOT NULL,
	`outcome` text NOT NULL,
	`payload` text NOT NULL,
	`previous` text,
	`subject` text GENERATED ALWAYS AS (CASE kind WHEN 'reading' THEN (payload ->> '$.unit') || '|' || (payload ->> '$.indicator') || '|' || (payload ->> '$.field') || '|' || coalesce(payload ->> '$.rater.group', '') || '|' || coalesce(payload ->> '$.rater.name', '') ELSE (payload ->> '$.unit') || '|' || (payload ->> '$.classCode') || '|' || coalesce(payload ->> '$.date', '') || '|' || (payload ->> '$.reason') || '|' || coalesce(payload ->> '$.ordinal', 1) END) VIRTUAL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staged_cell_kind" CHECK("staged_cell"."kind" IN ('reading','adjustment')),
	CONSTRAINT "staged_cell_payload" CHECK(json_extract("staged_cell"."payload", '$.kind') = "staged_cell"."kind"),
	CONSTRAINT "staged_cell_outcome" CHECK("staged_cell"."outcome" IN ('NEW','CHANGED','SAME','SKIPPED','REJECTED'))
);
--> statement-breakpoint
CREATE INDEX `staged_cell_batch` ON `staged_cell` (`batch_id`);--> statement-breakpoint
CREATE INDEX `staged_cell_subject` ON `staged_cell` (`subject`);--> statement-breakpoint
CREATE TABLE `rank_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`snapshot_id` integer NOT NULL,
	`race` text NOT NULL,
	`group_code` text NOT NULL,
	`unit` text NOT NULL,
	`rank` integer,
	`tied` integer NOT NULL,
	`total` text,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rank_entry_total" CHECK("rank_entry"."total" IS NULL OR ("rank_entry"."total" GLOB '*[0-9]' AND "rank_entry"."total" GLOB '[-0-9]*' AND "rank_entry"."total" NOT GLOB '*[^-.0-9]*' AND "rank_entry"."total" NOT GLOB '?*-*' AND "rank_entry"."total" NOT GLOB '*.*.*' AND "rank_entry"."total" NOT GLOB '-.*')),
	CONSTRAINT "rank_entry_rank" CHECK("rank_entry"."rank" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rank_entry_once` ON `rank_entry` (`snapshot_id`,`race`,`group_code`,`unit`);--> statement-breakpoint
CREATE INDEX `rank_entry_unit` ON `rank_entry` (`unit`);--> statement-breakpoint
CREATE TABLE `result` (
	`period_id` integer PRIMARY KEY NOT NULL,
	`computed_at` text NOT NULL,
	`inputs_hash` text NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`period_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`scheme_version_id` integer NOT NULL,
	`inputs_hash` text NOT NULL,
	`payload_hash` text NOT NULL,
	`payload` text NOT NULL,
	`inputs` text NOT NULL,
	`app_version` text NOT NULL,
	`frozen_at` text NOT NULL,
	`who` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheme_version_id`) REFERENCES `scheme_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_public_id_unique` ON `snapshot` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_revision` ON `snapshot` (`period_id`,`revision`);--> statement-breakpoint
CREATE INDEX `snapshot_scheme_version` ON `snapshot` (`scheme_version_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
