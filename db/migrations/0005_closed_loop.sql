CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_at` text NOT NULL,
	CONSTRAINT "evidence_sha256" CHECK(length("evidence"."sha256") = 64 AND "evidence"."sha256" NOT GLOB '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_sha256_unique` ON `evidence` (`sha256`);--> statement-breakpoint
CREATE TABLE `evidence_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`evidence_id` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_link_subject_known" CHECK("evidence_link"."subject" IN ('ITEM','SLIP','ADJUSTMENT','HONOUR','EVALUATION')),
	CONSTRAINT "evidence_link_ended" CHECK(("evidence_link"."ended_at" IS NULL) = ("evidence_link"."ended_by" IS NULL))
);
--> statement-breakpoint
CREATE INDEX `evidence_link_subject` ON `evidence_link` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `evidence_link_evidence` ON `evidence_link` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `register_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` integer NOT NULL,
	`type` text NOT NULL,
	`on` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	`percent` text,
	`amount` text,
	`changes` text NOT NULL,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	FOREIGN KEY (`item_id`) REFERENCES `register_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_event_type" CHECK("register_event"."type" IN ('CREATED','EDITED','STARTED','PROGRESS','NOTE','DONE','RETURNED','VERIFIED','CLOSED','REOPENED','VOIDED','RESTORED','SLIP')),
	CONSTRAINT "register_event_percent" CHECK("register_event"."percent" IS NULL OR ("register_event"."percent" GLOB '*[0-9]' AND "register_event"."percent" GLOB '[-0-9]*' AND "register_event"."percent" NOT GLOB '*[^-.0-9]*' AND "register_event"."percent" NOT GLOB '?*-*' AND "register_event"."percent" NOT GLOB '*.*.*' AND "register_event"."percent" NOT GLOB '-.*')),
	CONSTRAINT "register_event_amount" CHECK("register_event"."amount" IS NULL OR ("register_event"."amount" GLOB '*[0-9]' AND "register_event"."amount" GLOB '[-0-9]*' AND "register_event"."amount" NOT GLOB '*[^-.0-9]*' AND "register_event"."amount" NOT GLOB '?*-*' AND "register_event"."amount" NOT GLOB '*.*.*' AND "register_event"."amount" NOT GLOB '-.*'))
);
--> statement-breakpoint
CREATE INDEX `register_event_item` ON `register_event` (`item_id`);--> statement-breakpoint
CREATE INDEX `register_event_on` ON `register_event` (`on`);--> statement-breakpoint
CREATE INDEX `register_event_batch` ON `register_event` (`batch_id`);--> statement-breakpoint
CREATE TABLE `register_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`owner_id` integer,
	`parent_id` integer,
	`due` text,
	`opened_on` text NOT NULL,
	`done_on` text,
	`state` text NOT NULL,
	`percent` text,
	`amount` text,
	`fields` text NOT NULL,
	`close_out` text,
	`voided` text,
	`self_review_row_id` integer,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_item_type_known" CHECK("register_item"."type" IN ('KEY_INDICATOR','KEY_PROBLEM','KEY_REFORM','KEY_PROJECT','KEY_RESULT','PROBLEM','COMMITMENT','ANNUAL_TARGET','PROJECT','TASK_FORCE')),
	CONSTRAINT "register_item_state" CHECK("register_item"."state" IN ('OPEN','IN_PROGRESS','DONE','VERIFIED','CLOSED')),
	CONSTRAINT "register_item_percent" CHECK("register_item"."percent" IS NULL OR ("register_item"."percent" GLOB '*[0-9]' AND "register_item"."percent" GLOB '[-0-9]*' AND "register_item"."percent" NOT GLOB '*[^-.0-9]*' AND "register_item"."percent" NOT GLOB '?*-*' AND "register_item"."percent" NOT GLOB '*.*.*' AND "register_item"."percent" NOT GLOB '-.*')),
	CONSTRAINT "register_item_amount" CHECK("register_item"."amount" IS NULL OR ("register_item"."amount" GLOB '*[0-9]' AND "register_item"."amount" GLOB '[-0-9]*' AND "register_item"."amount" NOT GLOB '*[^-.0-9]*' AND "register_item"."amount" NOT GLOB '?*-*' AND "register_item"."amount" NOT GLOB '*.*.*' AND "register_item"."amount" NOT GLOB '-.*')),
	CONSTRAINT "register_item_closed" CHECK(("register_item"."close_out" IS NOT NULL) = ("register_item"."state" = 'CLOSED')),
	CONSTRAINT "register_item_own_parent" CHECK("register_item"."parent_id" IS NULL OR "register_item"."parent_id" <> "register_item"."id"),
	CONSTRAINT "register_item_source" CHECK(("register_item"."batch_id" IS NULL) = ("register_item"."address" IS NULL) AND ("register_item"."batch_id" IS NULL) = ("register_item"."sheet" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_item_number_unique` ON `register_item` (`number`);--> statement-breakpoint
CREATE INDEX `register_item_owner` ON `register_item` (`owner_id`);--> statement-breakpoint
CREATE INDEX `register_item_parent` ON `register_item` (`parent_id`);--> statement-breakpoint
CREATE INDEX `register_item_type` ON `register_item` (`type`);--> statement-breakpoint
CREATE INDEX `register_item_due` ON `register_item` (`due`);--> statement-breakpoint
CREATE INDEX `register_item_batch` ON `register_item` (`batch_id`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort_no` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_name` ON `saved_view` (`page`,`name`);--> statement-breakpoint
CREATE TABLE `staged_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`kind` text NOT NULL,
	`sheet` text NOT NULL,
	`address` text NOT NULL,
	`raw` text NOT NULL,
	`outcome` text NOT NULL,
	`payload` text NOT NULL,
	`subject_id` integer,
	`previous` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staged_item_kind" CHECK("staged_item"."kind" IN ('ITEM','GAP','HONOUR')),
	CONSTRAINT "staged_item_outcome" CHECK("staged_item"."outcome" IN ('NEW','CHANGED','SAME','SKIPPED','REJECTED'))
);
--> statement-breakpoint
CREATE INDEX `staged_item_batch` ON `staged_item` (`batch_id`);--> statement-breakpoint
CREATE INDEX `staged_item_subject` ON `staged_item` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `slip` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`level` text,
	`unit_id` integer NOT NULL,
	`item_id` integer,
	`period_id` integer,
	`state` text NOT NULL,
	`issued_on` text NOT NULL,
	`answer_by` text,
	`fields` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `register_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slip_kind" CHECK("slip"."kind" IN ('SUPERVISION','NOTICE','YELLOW_CARD','INTERVIEW')),
	CONSTRAINT "slip_level" CHECK("slip"."level" IN ('BLUE','YELLOW','RED')),
	CONSTRAINT "slip_level_of_kind" CHECK(("slip"."level" IS NOT NULL) = ("slip"."kind" = 'SUPERVISION')),
	CONSTRAINT "slip_state" CHECK("slip"."state" IN ('ISSUED','ANSWERED','CLOSED','WITHDRAWN'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slip_number_unique` ON `slip` (`number`);--> statement-breakpoint
CREATE INDEX `slip_unit` ON `slip` (`unit_id`);--> statement-breakpoint
CREATE INDEX `slip_item` ON `slip` (`item_id`);--> statement-breakpoint
CREATE INDEX `slip_period` ON `slip` (`period_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `slip_open_item` ON `slip` (`item_id`) WHERE "slip"."item_id" IS NOT NULL AND "slip"."state" IN ('ISSUED','ANSWERED');--> statement-breakpoint
CREATE TABLE `slip_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slip_id` integer NOT NULL,
	`type` text NOT NULL,
	`on` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`level` text,
	`text` text NOT NULL,
	FOREIGN KEY (`slip_id`) REFERENCES `slip`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slip_event_type" CHECK("slip_event"."type" IN ('ISSUED','RECEIVED','ESCALATED','ANSWERED','RETURNED','CLOSED','WITHDRAWN','REOPENED','PRINTED','NOTE')),
	CONSTRAINT "slip_event_level" CHECK("slip_event"."level" IN ('BLUE','YELLOW','RED'))
);
--> statement-breakpoint
CREATE INDEX `slip_event_slip` ON `slip_event` (`slip_id`);--> statement-breakpoint
CREATE TABLE `day_close` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`date` text NOT NULL,
	`closed_at` text NOT NULL,
	`closed_by` text NOT NULL,
	`note` text NOT NULL,
	`content` text NOT NULL,
	`reopened_at` text,
	`reopened_by` text,
	`reopen_reason` text,
	CONSTRAINT "day_close_reopened" CHECK(("day_close"."reopened_at" IS NULL) = ("day_close"."reopened_by" IS NULL) AND ("day_close"."reopened_at" IS NULL) = ("day_close"."reopen_reason" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `day_close_current` ON `day_close` (`date`) WHERE "day_close"."reopened_at" IS NULL;--> statement-breakpoint
CREATE TABLE `unit_comment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`speaker` text NOT NULL,
	`text` text NOT NULL,
	`mark` text,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_comment_mark" CHECK("unit_comment"."mark" IN ('LEARN_FROM','THINK_ABOUT'))
);
--> statement-breakpoint
CREATE INDEX `unit_comment_period` ON `unit_comment` (`period_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `unit_comment_unit` ON `unit_comment` (`unit_id`);--> statement-breakpoint
CREATE TABLE `self_review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`state` text NOT NULL,
	`submitted_at` text,
	`submitted_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "self_review_state" CHECK("self_review"."state" IN ('DRAFT','SUBMITTED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `self_review_once` ON `self_review` (`period_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `self_review_unit` ON `self_review` (`unit_id`);--> statement-breakpoint
CREATE TABLE `self_review_row` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`self_review_id` integer NOT NULL,
	`sort_no` integer NOT NULL,
	`fields` text NOT NULL,
	`item_id` integer,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	`removed_at` text,
	FOREIGN KEY (`self_review_id`) REFERENCES `self_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `register_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "self_review_row_source" CHECK(("self_review_row"."batch_id" IS NULL) = ("self_review_row"."address" IS NULL) AND ("self_review_row"."batch_id" IS NULL) = ("self_review_row"."sheet" IS NULL))
);
--> statement-breakpoint
CREATE INDEX `self_review_row_review` ON `self_review_row` (`self_review_id`);--> statement-breakpoint
CREATE INDEX `self_review_row_item` ON `self_review_row` (`item_id`);--> statement-breakpoint
CREATE INDEX `self_review_row_batch` ON `self_review_row` (`batch_id`);--> statement-breakpoint
CREATE TABLE `evaluation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`held_on` text,
	`state` text NOT NULL,
	`setup` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`closed_at` text,
	`closed_by` text,
	`written` text,
	`voided` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluation_kind" CHECK("evaluation"."kind" IN ('JUDGES','BALLOTS')),
	CONSTRAINT "evaluation_state" CHECK("evaluation"."state" IN ('OPEN','CLOSED','VOIDED'))
);
--> statement-breakpoint
CREATE INDEX `evaluation_period` ON `evaluation` (`period_id`);--> statement-breakpoint
CREATE INDEX `evaluation_indicator` ON `evaluation` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `evaluation_mark` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`evaluation_id` integer NOT NULL,
	`seat_group` text NOT NULL,
	`seat` text NOT NULL,
	`unit_id` integer NOT NULL,
	`score` text,
	`option` text,
	`recused` integer DEFAULT false NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluation_mark_score" CHECK("evaluation_mark"."score" IS NULL OR ("evaluation_mark"."score" GLOB '*[0-9]' AND "evaluation_mark"."score" GLOB '[-0-9]*' AND "evaluation_mark"."score" NOT GLOB '*[^-.0-9]*' AND "evaluation_mark"."score" NOT GLOB '?*-*' AND "evaluation_mark"."score" NOT GLOB '*.*.*' AND "evaluation_mark"."score" NOT GLOB '-.*')),
	CONSTRAINT "evaluation_mark_one" CHECK(("evaluation_mark"."score" IS NOT NULL) + ("evaluation_mark"."option" IS NOT NULL) + ("evaluation_mark"."recused" = 1) = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_mark_once` ON `evaluation_mark` (`evaluation_id`,`seat_group`,`seat`,`unit_id`);--> statement-breakpoint
CREATE INDEX `evaluation_mark_unit` ON `evaluation_mark` (`unit_id`);--> statement-breakpoint
CREATE TABLE `adjustment_entered` (
	`adjustment_id` integer PRIMARY KEY NOT NULL,
	`catalogue_code` text,
	`reporter` text NOT NULL,
	`honour_id` integer,
	`approved_at` text,
	`approved_by` text,
	`fields` text NOT NULL,
	FOREIGN KEY (`adjustment_id`) REFERENCES `adjustment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`honour_id`) REFERENCES `honour`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adjustment_entered_honour` ON `adjustment_entered` (`honour_id`);--> statement-breakpoint
CREATE TABLE `adjustment_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adjustment_id` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	`before` text,
	`after` text,
	CONSTRAINT "adjustment_event_type" CHECK("adjustment_event"."type" IN ('ENTERED','EDITED','SUBMITTED','APPROVED','RETURNED','REVERSED'))
);
--> statement-breakpoint
CREATE INDEX `adjustment_event_adjustment` ON `adjustment_event` (`adjustment_id`);--> statement-breakpoint
CREATE TABLE `catalogue_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`class_code` text NOT NULL,
	`name` text NOT NULL,
	`points` text NOT NULL,
	`fields` text NOT NULL,
	`sort_no` integer NOT NULL,
	`ended_at` text,
	CONSTRAINT "catalogue_entry_points" CHECK("catalogue_entry"."points" IS NULL OR ("catalogue_entry"."points" GLOB '*[0-9]' AND "catalogue_entry"."points" GLOB '[-0-9]*' AND "catalogue_entry"."points" NOT GLOB '*[^-.0-9]*' AND "catalogue_entry"."points" NOT GLOB '?*-*' AND "catalogue_entry"."points" NOT GLOB '*.*.*' AND "catalogue_entry"."points" NOT GLOB '-.*'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_entry_code_unique` ON `catalogue_entry` (`code`);--> statement-breakpoint
CREATE TABLE `honour` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`title` text NOT NULL,
	`unit_id` integer NOT NULL,
	`person` text DEFAULT '' NOT NULL,
	`date` text NOT NULL,
	`document` text DEFAULT '' NOT NULL,
	`fields` text NOT NULL,
	`batch_id` integer,
	`sheet` text,
	`address` text,
	`voided` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "honour_level" CHECK("honour"."level" IN ('NATIONAL','PROVINCIAL','CITY','DISTRICT','OWN')),
	CONSTRAINT "honour_source" CHECK(("honour"."batch_id" IS NULL) = ("honour"."address" IS NULL) AND ("honour"."batch_id" IS NULL) = ("honour"."sheet" IS NULL))
);
--> statement-breakpoint
CREATE INDEX `honour_unit` ON `honour` (`unit_id`);--> statement-breakpoint
CREATE INDEX `honour_date` ON `honour` (`date`);--> statement-breakpoint
CREATE INDEX `honour_batch` ON `honour` (`batch_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `honour_once` ON `honour` (`title`,`unit_id`,`person`,`date`) WHERE "honour"."voided" IS NULL;--> statement-breakpoint
-- What happened is only added to. INSERT OR REPLACE deletes without firing a delete trigger, so it is refused as well.
CREATE TRIGGER `register_event_no_update` BEFORE UPDATE ON `register_event` BEGIN SELECT RAISE(ABORT, 'the log of a register item is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `register_event_no_delete` BEFORE DELETE ON `register_event` BEGIN SELECT RAISE(ABORT, 'the log of a register item is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `register_event_no_replace` BEFORE INSERT ON `register_event` WHEN EXISTS (SELECT 1 FROM `register_event` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the log of a register item is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `slip_event_no_update` BEFORE UPDATE ON `slip_event` BEGIN SELECT RAISE(ABORT, 'the log of a slip is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `slip_event_no_delete` BEFORE DELETE ON `slip_event` BEGIN SELECT RAISE(ABORT, 'the log of a slip is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `slip_event_no_replace` BEFORE INSERT ON `slip_event` WHEN EXISTS (SELECT 1 FROM `slip_event` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the log of a slip is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `adjustment_event_no_update` BEFORE UPDATE ON `adjustment_event` BEGIN SELECT RAISE(ABORT, 'the log of the ledger is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `adjustment_event_no_delete` BEFORE DELETE ON `adjustment_event` BEGIN SELECT RAISE(ABORT, 'the log of the ledger is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `adjustment_event_no_replace` BEFORE INSERT ON `adjustment_event` WHEN EXISTS (SELECT 1 FROM `adjustment_event` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the log of the ledger is append only'); END;
--> statement-breakpoint
-- An item is voided, never removed: its number is not given again and its log stays.
CREATE TRIGGER `register_item_no_delete` BEFORE DELETE ON `register_item` BEGIN SELECT RAISE(ABORT, 'a register item is voided, not removed'); END;
--> statement-breakpoint
CREATE TRIGGER `slip_no_delete` BEFORE DELETE ON `slip` BEGIN SELECT RAISE(ABORT, 'a slip is withdrawn, not removed'); END;
--> statement-breakpoint
-- What was evidence of something stays on record; a link is ended, not removed.
CREATE TRIGGER `evidence_no_delete` BEFORE DELETE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence stays on record'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_link_no_delete` BEFORE DELETE ON `evidence_link` BEGIN SELECT RAISE(ABORT, 'a link of evidence is ended, not removed'); END;
