-- What was published never changes, and the log is append only: SQLite itself refuses.
CREATE TRIGGER `snapshot_no_update` BEFORE UPDATE ON `snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `snapshot_no_delete` BEFORE DELETE ON `snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `rank_entry_no_update` BEFORE UPDATE ON `rank_entry` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `rank_entry_no_delete` BEFORE DELETE ON `rank_entry` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_update` BEFORE UPDATE ON `target_change` BEGIN SELECT RAISE(ABORT, 'the log of target changes is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_delete` BEFORE DELETE ON `target_change` BEGIN SELECT RAISE(ABORT, 'the log of target changes is append only'); END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes the old row without firing its delete trigger (recursive_triggers is off by default).
CREATE TRIGGER `snapshot_no_replace` BEFORE INSERT ON `snapshot` WHEN EXISTS (SELECT 1 FROM `snapshot` WHERE `id` = NEW.`id` OR `public_id` = NEW.`public_id` OR (`period_id` = NEW.`period_id` AND `revision` = NEW.`revision`)) BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `rank_entry_no_replace` BEFORE INSERT ON `rank_entry` WHEN EXISTS (SELECT 1 FROM `rank_entry` WHERE `id` = NEW.`id` OR (`snapshot_id` = NEW.`snapshot_id` AND `race` = NEW.`race` AND `group_code` = NEW.`group_code` AND `unit` = NEW.`unit`)) BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_replace` BEFORE INSERT ON `audit_log` WHEN EXISTS (SELECT 1 FROM `audit_log` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_replace` BEFORE INSERT ON `target_change` WHEN EXISTS (SELECT 1 FROM `target_change` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the log of target changes is append only'); END;
